import { Copy } from 'lucide-react';
import type { ReactNode } from 'react';
import { useApp } from '../state/use-app.ts';
import { text } from '../text.ts';
import buttons from './button.module.css';

/** Puts a text on the clipboard and says so. */
export function CopyButton({ what, value }: { readonly what: string; readonly value: string }): ReactNode {
  const { notices } = useApp();
  const copy = (): void => {
    navigator.clipboard.writeText(value).then(
      () => notices.say(text.record.copied(what)),
      () => notices.say(text.record.notCopied),
    );
  };
  return (
    <button type="button" className={buttons.bare} onClick={copy} aria-label={text.record.copy(what)}>
      <Copy size={18} aria-hidden />
    </button>
  );
}

import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { focusList } from '../state/focus-places.ts';
import type { Shortcut } from '../state/key-match.ts';
import { scanGapMs } from '../state/scan-reader.ts';
import { useShortcuts } from '../state/use-shortcuts.ts';
import { text } from '../text.ts';
import buttons from './button.module.css';
import styles from './search-field.module.css';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Called with what stands there when Enter is pressed, before the list gets the focus. */
  readonly onEnter?: ((typed: string) => void) | undefined;
}

/**
 * The one search field: filters the list while one types. `/` goes there, ↓ on to the list, Esc clears and leaves. Each
 * letter asks at once; the first one, and those that follow each other like a scanner's, only when no other follows.
 */
export function SearchField({ label, value, onChange, onEnter }: SearchFieldProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  const keyAt = useRef(Number.NEGATIVE_INFINITY);
  const [unasked, setUnasked] = useState<string | null>(null);
  if (seen !== value) {
    setSeen(value);
    setTyped(value);
    setUnasked(null);
  }

  useEffect(() => {
    if (unasked === null) return;
    const timer = setTimeout(() => onChange(unasked), scanGapMs);
    return () => clearTimeout(timer);
  }, [unasked, onChange]);
  const ask = (text: string, at: number): void => {
    const mayBeScan = text.length === 1 || at - keyAt.current <= scanGapMs;
    keyAt.current = at;
    setTyped(text);
    setUnasked(mayBeScan && text !== value ? text : null);
    if (!mayBeScan) onChange(text);
  };

  const shortcuts = useMemo<readonly Shortcut[]>(
    () => [
      {
        keys: ['/'],
        label: text.keys.search,
        hint: { keys: ['/'], label: text.keys.search },
        run: () => input.current?.select(),
      },
    ],
    [],
  );
  useShortcuts('list', shortcuts);

  const clear = (): void => {
    setTyped('');
    setUnasked(null);
    onChange('');
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const leaves = event.key === 'ArrowDown' || event.key === 'Enter' || (event.key === 'Escape' && typed === '');
    if (!leaves && event.key !== 'Escape') return;
    event.preventDefault();
    if (event.key === 'Enter' && typed.trim() !== '') onEnter?.(typed.trim());
    if (leaves) focusList();
    else clear();
  };

  return (
    <search className={styles.field}>
      <Search className={styles.icon} size={18} aria-hidden />
      <input
        ref={input}
        className={styles.input}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        placeholder={label}
        aria-label={label}
        aria-keyshortcuts="/"
        value={typed}
        onChange={(event) => ask(event.target.value, event.timeStamp)}
        onKeyDown={onKeyDown}
      />
      {typed === '' ? (
        <kbd className={styles.key} aria-hidden>
          /
        </kbd>
      ) : (
        <button
          type="button"
          className={`${buttons.bare} ${styles.clear}`}
          onClick={clear}
          aria-label={text.search.clear}
        >
          <X size={18} aria-hidden />
        </button>
      )}
    </search>
  );
}

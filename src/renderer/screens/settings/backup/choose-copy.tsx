import { type ReactNode, useState } from 'react';
import type { CopyPreview } from '../../../../contract/backup.ts';
import buttons from '../../../components/button.module.css';
import { ManagerForm } from '../../../components/manager-form.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { formatTenths } from '../../../format/count.ts';
import { whenOf } from '../../../format/instants.ts';
import type { Output } from '../../../state/bridge.ts';
import { takeFocus } from '../../../state/focus-places.ts';
import { createManagerCommand } from '../../../state/manager-command.ts';
import { useApp } from '../../../state/use-app.ts';
import { useNow } from '../../../state/use-now.ts';
import { useTimeZone } from '../../../state/use-shop.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';
import styles from './backup.module.css';
import { RestorePanel } from './restore-panel.tsx';

const words = text.backup;

type Copies = Output<'backup.status'>['copies'];

interface Chosen {
  readonly file: string;
  readonly copy: CopyPreview;
}

/** The copies that are kept here, any other file, and what the chosen one would mean. */
export function ChooseCopy({ copies }: { readonly copies: Copies }): ReactNode {
  const { call } = useApp();
  const [command] = useState(() => createManagerCommand(call));
  const [chosen, setChosen] = useState<Chosen | null>(null);
  /** The file that was looked at last: it has the focus again. */
  const [left, setLeft] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const timeZone = useTimeZone();
  const now = useNow(30_000);
  const lookAt = (file: string): void =>
    void command.run(
      () => call('backup.look', { file }),
      (copy) => setChosen({ file, copy }),
    );
  const leave = (): void => {
    setLeft(chosen?.file ?? null);
    setChosen(null);
  };
  if (chosen !== null) return <RestorePanel {...chosen} onCancel={leave} />;
  return (
    <>
      <section className={look.part} aria-label={words.copies.title}>
        <h3 className={look.heading}>{words.copies.title}</h3>
        {copies.length === 0 ? <p className={look.what}>{words.copies.none}</p> : null}
        <ul className={styles.copies}>
          {copies.map(({ file, madeAt, why, bytes }) => (
            <li key={file} className={styles.copy}>
              <span>{whenOf(madeAt, timeZone, now)}</span>
              <span className={look.soft}>{words.copies.why[why]}</span>
              <span className={styles.bytes}>{words.bytes(formatTenths(bytes / 1e6))}</span>
              <button
                ref={left === file ? takeFocus : undefined}
                type="button"
                className={buttons.button}
                aria-label={words.copies.lookAt(whenOf(madeAt, timeZone, now))}
                onClick={() => lookAt(file)}
              >
                {words.copies.look}
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section className={look.part} aria-label={words.other.title}>
        <h3 className={look.heading}>{words.other.title}</h3>
        <ManagerForm
          command={command}
          className={styles.path}
          label={words.other.look}
          busy={words.other.looking}
          hindrance={typed.trim() === '' ? words.other.empty : null}
          onSubmit={() => lookAt(typed)}
        >
          <TextField
            label={words.other.file}
            hint={words.other.hint}
            takesFocus={left === typed}
            maxLength={1_000}
            value={typed}
            onChange={(path) => {
              command.forget();
              setTyped(path);
            }}
          />
        </ManagerForm>
      </section>
    </>
  );
}

import { type ReactNode, useId, useState } from 'react';
import field from '../../../components/field.module.css';
import { ManagerStep } from '../../../components/manager-step.tsx';
import { createManagerCommand } from '../../../state/manager-command.ts';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import styles from './prints.module.css';

const words = text.prints.printers;

interface Draft {
  readonly name: string;
  readonly host: string;
  readonly port: string;
  readonly paperMm: 80 | 58;
  readonly letters: string;
}

const emptyDraft: Draft = { name: '', host: '', port: '9100', paperMm: 80, letters: '' };

/** Names a receipt printer; a manager says which address it has. */
export function PrinterForm(): ReactNode {
  const { call, notices } = useApp();
  const [command] = useState(() => createManagerCommand(call));
  const [draft, setDraft] = useState(emptyDraft);
  const id = useId();
  const edit = (part: Partial<Draft>): void => {
    command.forget();
    setDraft((was) => ({ ...was, ...part }));
  };
  const isComplete = draft.name.trim() !== '' && draft.host.trim() !== '';
  const add = (): void => {
    const { name, host, port, paperMm, letters } = draft;
    const sized = letters.trim() === '' ? {} : { letters: Number(letters) };
    void command.run(
      () => call('printers.add', { name, host, port: Number(port), paperMm, ...sized }),
      () => {
        notices.say(words.added(name.trim()));
        setDraft(emptyDraft);
      },
    );
  };
  const input = (name: 'name' | 'host' | 'port' | 'letters', label: string, hint?: string): ReactNode => (
    <>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <input
        id={`${id}-${name}`}
        className={`${field.field} ${name === 'port' || name === 'letters' ? styles.short : ''}`}
        inputMode={name === 'port' || name === 'letters' ? 'numeric' : 'text'}
        autoComplete="off"
        spellCheck={false}
        maxLength={name === 'host' ? 253 : 60}
        aria-describedby={hint === undefined ? undefined : `${id}-${name}-hint`}
        value={draft[name]}
        onChange={({ target }) => edit({ [name]: target.value })}
      />
      {hint === undefined ? null : (
        <p id={`${id}-${name}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </>
  );
  return (
    <div className={styles.form}>
      {input('name', words.name)}
      {input('host', words.host, words.hostHint)}
      {input('port', words.port)}
      <label htmlFor={`${id}-paper`}>{words.paper}</label>
      <select
        id={`${id}-paper`}
        className={`${field.field} ${styles.short}`}
        value={draft.paperMm}
        onChange={({ target }) => edit({ paperMm: target.value === '58' ? 58 : 80 })}
      >
        <option value={80}>{words.paperMm(80)}</option>
        <option value={58}>{words.paperMm(58)}</option>
      </select>
      {input('letters', words.letters, words.lettersHint)}
      <div className={styles.end}>
        <ManagerStep
          command={command}
          label={words.add}
          busy={words.adding}
          hindrance={isComplete ? null : words.incomplete}
          onPress={add}
        />
      </div>
    </div>
  );
}

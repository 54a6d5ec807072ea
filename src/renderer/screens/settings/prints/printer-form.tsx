import { type ReactNode, useId, useState } from 'react';
import field from '../../../components/field.module.css';
import { ManagerForm } from '../../../components/manager-form.tsx';
import { TextField } from '../../../components/text-field.tsx';
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
  return (
    <ManagerForm
      command={command}
      className={styles.form}
      label={words.add}
      busy={words.adding}
      hindrance={isComplete ? null : words.incomplete}
      onSubmit={add}
    >
      <TextField label={words.name} maxLength={60} value={draft.name} onChange={(name) => edit({ name })} />
      <TextField
        label={words.host}
        hint={words.hostHint}
        maxLength={253}
        value={draft.host}
        onChange={(host) => edit({ host })}
      />
      <TextField
        label={words.port}
        inputMode="numeric"
        isShort
        maxLength={60}
        value={draft.port}
        onChange={(port) => edit({ port })}
      />
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
      <TextField
        label={words.letters}
        hint={words.lettersHint}
        inputMode="numeric"
        isShort
        maxLength={60}
        value={draft.letters}
        onChange={(letters) => edit({ letters })}
      />
    </ManagerForm>
  );
}

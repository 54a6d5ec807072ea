import { type ReactNode, useId, useState } from 'react';
import field from '../../../components/field.module.css';
import { ManagerStep } from '../../../components/manager-step.tsx';
import { createManagerCommand } from '../../../state/manager-command.ts';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';
import styles from './backup.module.css';

const words = text.backup.make;

/** A copy now, beside the data or in another folder. */
export function MakeCopy(): ReactNode {
  const { call, notices } = useApp();
  const [command] = useState(() => createManagerCommand(call));
  const [folder, setFolder] = useState('');
  const id = useId();
  const make = (): void =>
    void command.run(
      () => call('backup.make', folder.trim() === '' ? {} : { folder }),
      ({ path }) => notices.say(words.made(path)),
    );
  return (
    <section className={look.part} aria-label={words.title}>
      <h3 className={look.heading}>{words.title}</h3>
      <div className={styles.field}>
        <label htmlFor={id}>{words.folder}</label>
        <input
          id={id}
          className={field.field}
          autoComplete="off"
          spellCheck={false}
          maxLength={1_000}
          aria-describedby={`${id}-hint`}
          value={folder}
          onChange={({ target }) => {
            command.forget();
            setFolder(target.value);
          }}
        />
        <p id={`${id}-hint`} className={look.soft}>
          {words.folderHint}
        </p>
      </div>
      <ManagerStep command={command} label={words.make} busy={words.making} hindrance={null} onPress={make} />
    </section>
  );
}

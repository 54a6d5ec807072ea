import { type ReactNode, useState } from 'react';
import { ManagerForm } from '../../../components/manager-form.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { createManagerCommand } from '../../../state/manager-command.ts';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';
import styles from './backup.module.css';

const words = text.backup.make;

/** The notice has no room for a whole path. */
const fileName = (path: string): string => path.replace(/^.*[\\/]/, '');

/** A copy now, beside the data or in another folder. */
export function MakeCopy(): ReactNode {
  const { call, notices } = useApp();
  const [command] = useState(() => createManagerCommand(call));
  const [folder, setFolder] = useState('');
  const make = (): void =>
    void command.run(
      () => call('backup.make', folder.trim() === '' ? {} : { folder }),
      ({ path }) => notices.say(words.made(fileName(path))),
    );
  return (
    <section className={look.part} aria-label={words.title}>
      <h3 className={look.heading}>{words.title}</h3>
      <ManagerForm
        command={command}
        className={styles.path}
        label={words.make}
        busy={words.making}
        hindrance={null}
        onSubmit={make}
      >
        <TextField
          label={words.folder}
          hint={words.folderHint}
          maxLength={1_000}
          value={folder}
          onChange={(typed) => {
            command.forget();
            setFolder(typed);
          }}
        />
      </ManagerForm>
    </section>
  );
}

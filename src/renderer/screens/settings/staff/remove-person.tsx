import { type ReactNode, useState } from 'react';
import buttons from '../../../components/button.module.css';
import { ManagerStep } from '../../../components/manager-step.tsx';
import { createManagerCommand } from '../../../state/manager-command.ts';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import styles from './staff-section.module.css';

const words = text.staff.remove;

/** Says what removing somebody means, before it is done by a manager. */
export function RemovePerson({ name, onEnd }: { readonly name: string; readonly onEnd: () => void }): ReactNode {
  const { call, notices } = useApp();
  const [command] = useState(() => createManagerCommand(call));
  const remove = (): void =>
    void command.run(
      () => call('staff.remove', { name }),
      () => {
        notices.say(words.done(name));
        onEnd();
      },
    );
  return (
    <div className={styles.panel}>
      <p>{words.what(name)}</p>
      <div className={styles.buttons}>
        <ManagerStep command={command} label={words.commit} busy={words.busy} hindrance={null} onPress={remove} />
        <button type="button" className={buttons.button} onClick={onEnd}>
          {words.keep}
        </button>
      </div>
    </div>
  );
}

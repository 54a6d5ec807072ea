import { type ReactNode, useId, useState } from 'react';
import field from '../../../components/field.module.css';
import { ManagerForm } from '../../../components/manager-form.tsx';
import { createManagerCommand } from '../../../state/manager-command.ts';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';
import styles from './staff-section.module.css';

const words = text.staff.idle;
const longest = 240;

/** After how many minutes without work a sign-in ends by itself. */
export function IdleTime({ saved }: { readonly saved: number }): ReactNode {
  const { call, notices } = useApp();
  const [command] = useState(() => createManagerCommand(call));
  const [typed, setTyped] = useState(String(saved));
  const id = useId();
  const minutes = Number(typed);
  const fits = Number.isInteger(minutes) && minutes >= 1 && minutes <= longest;
  const save = (): void =>
    void command.run(
      () => call('staff.setIdleMinutes', { minutes }),
      () => notices.say(words.done(minutes)),
    );
  return (
    <section className={look.part}>
      <ManagerForm
        command={command}
        className={styles.panel}
        label={words.commit}
        busy={words.busy}
        hindrance={fits ? (minutes === saved ? words.unchanged : null) : words.outOfRange}
        onSubmit={save}
      >
        <div className={styles.idle}>
          <label htmlFor={id}>{words.label}</label>
          <input
            id={id}
            className={`${field.field} ${styles.minutes}`}
            inputMode="numeric"
            autoComplete="off"
            maxLength={3}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <span>{words.unit}</span>
        </div>
      </ManagerForm>
    </section>
  );
}

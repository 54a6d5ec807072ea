import { type ReactNode, useId, useState } from 'react';
import { useStore } from 'zustand';
import buttons from '../../../components/button.module.css';
import field from '../../../components/field.module.css';
import { ManagerStep } from '../../../components/manager-step.tsx';
import { createManagerCommand } from '../../../state/manager-command.ts';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';

const words = text.link.token;

/** Another token for the same store; it is open where the one in use was refused. */
export function ReplaceToken(): ReactNode {
  const { call, notices, sync } = useApp();
  const isRefused = useStore(sync.store, ({ status }) => status?.state === 'refused');
  const [command] = useState(() => createManagerCommand(call));
  const [asked, setAsked] = useState(false);
  const [token, setToken] = useState('');
  const id = useId();
  const use = (): void =>
    void command.run(
      () => call('link.replaceToken', { token }),
      () => {
        setToken('');
        setAsked(false);
        notices.say(words.done);
      },
    );
  const isOpen = asked || isRefused;
  return (
    <section className={look.part} aria-label={words.title}>
      {isOpen ? (
        <div className={look.form}>
          <p className={look.end}>{words.what}</p>
          <label htmlFor={id}>{text.link.store.token}</label>
          <input
            id={id}
            className={field.field}
            type="password"
            autoComplete="off"
            maxLength={200}
            value={token}
            onChange={({ target }) => setToken(target.value)}
          />
          <div className={look.end}>
            <ManagerStep
              command={command}
              label={words.commit}
              busy={words.busy}
              hindrance={token.trim() === '' ? words.incomplete : null}
              onPress={use}
            />
          </div>
        </div>
      ) : (
        <div>
          <button type="button" className={buttons.button} onClick={() => setAsked(true)}>
            {words.open}
          </button>
        </div>
      )}
    </section>
  );
}

import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import buttons from '../../../components/button.module.css';
import { ManagerForm } from '../../../components/manager-form.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useFocusBack } from '../../../components/use-focus-back.ts';
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
  const button = useFocusBack(isOpen);
  return (
    <section className={look.part} aria-label={words.title}>
      {isOpen ? (
        <ManagerForm
          command={command}
          className={look.form}
          label={words.commit}
          busy={words.busy}
          hindrance={token.trim() === '' ? words.incomplete : null}
          onSubmit={use}
        >
          <p className={look.end}>{words.what}</p>
          <TextField
            label={text.link.store.token}
            type="password"
            takesFocus={asked}
            maxLength={200}
            value={token}
            onChange={setToken}
          />
        </ManagerForm>
      ) : (
        <div>
          <button ref={button} type="button" className={buttons.button} onClick={() => setAsked(true)}>
            {words.open}
          </button>
        </div>
      )}
    </section>
  );
}

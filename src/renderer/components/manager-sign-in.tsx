import { KeyRound } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { ManagerCommand } from '../state/manager-command.ts';
import { text } from '../text.ts';
import buttons from './button.module.css';
import field from './field.module.css';
import styles from './manager-sign-in.module.css';

const words = text.signIn;

/** Where something was asked that only a manager may do (R6): name and PIN, and it goes on. */
export function ManagerSignIn({ command }: { readonly command: ManagerCommand }): ReactNode {
  const { state, problem } = useStore(command.store);
  const [name, setName] = useState('');
  const [pin, setPin] = useState('');
  const nameField = useRef<HTMLInputElement>(null);
  const pinField = useRef<HTMLInputElement>(null);
  const id = useId();
  const isChecking = state === 'checking';
  useEffect(() => nameField.current?.focus(), []);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isChecking) return;
    await command.signIn(name.trim(), pin);
    setPin('');
    pinField.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    command.forget();
  };

  return (
    <form
      className={styles.signIn}
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => void submit(event)}
      onKeyDown={onKeyDown}
    >
      <h2 id={`${id}-title`} className={styles.title}>
        <KeyRound size={18} aria-hidden />
        {words.title}
      </h2>
      <label htmlFor={`${id}-name`}>{words.name}</label>
      <input
        ref={nameField}
        id={`${id}-name`}
        className={field.field}
        autoComplete="off"
        maxLength={100}
        required
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <label htmlFor={`${id}-pin`}>{words.pin}</label>
      <input
        ref={pinField}
        id={`${id}-pin`}
        className={field.field}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        pattern="\d{4,12}"
        title={words.pinDigits}
        maxLength={12}
        required
        value={pin}
        onChange={({ target }) => setPin(target.value)}
      />
      {problem === null ? null : (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.end}>
        <button type="submit" className={buttons.primary} aria-disabled={isChecking}>
          {isChecking ? words.checking : words.commit}
        </button>
        <button type="button" className={buttons.button} onClick={command.forget}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

import { KeyRound } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { ManagerCommand } from '../state/manager-command.ts';
import { useApp } from '../state/use-app.ts';
import { text } from '../text.ts';
import buttons from './button.module.css';
import styles from './manager-sign-in.module.css';
import { NewPinForm } from './new-pin-form.tsx';
import { PersonChoice } from './person-choice.tsx';
import { PinField } from './pin-field.tsx';

const words = text.signIn;

/** Where something was asked that only a manager may do (R6): name and PIN, or the first PIN of all, and it goes on. */
export function ManagerSignIn({ command }: { readonly command: ManagerCommand }): ReactNode {
  const { staff } = useApp();
  const isPinSet = useStore(staff.store, ({ managerPinSet }) => managerPinSet !== false);
  const { state, problem } = useStore(command.store);
  if (isPinSet) return <ConfirmByPin command={command} />;
  return (
    <NewPinForm
      title={text.staff.firstPin.title}
      what={text.staff.firstPin.what}
      commit={text.staff.firstPin.goOn}
      problem={problem}
      isBusy={state === 'checking'}
      onPin={(pin) => void command.setPin(pin)}
      onCancel={command.forget}
    />
  );
}

function ConfirmByPin({ command }: { readonly command: ManagerCommand }): ReactNode {
  const { state, problem } = useStore(command.store);
  const [name, setName] = useState('');
  const [pin, setPin] = useState('');
  const pinField = useRef<HTMLInputElement>(null);
  const id = useId();
  const isChecking = state === 'checking';
  useEffect(() => pinField.current?.focus(), []);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isChecking) return;
    await command.signIn(name, pin);
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
      <PersonChoice id={`${id}-name`} managersOnly value={name} onChange={setName} />
      <label htmlFor={`${id}-pin`}>{words.pin}</label>
      <PinField ref={pinField} id={`${id}-pin`} value={pin} onChange={setPin} />
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

import { KeyRound } from 'lucide-react';
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useApp } from '../state/use-app.ts';
import { text } from '../text.ts';
import buttons from './button.module.css';
import styles from './manager-sign-in.module.css';
import { PersonChoice } from './person-choice.tsx';
import { PinField } from './pin-field.tsx';

const words = text.staff;

/** Signs somebody in with this window. */
export function SignInForm({ onSignedIn }: { readonly onSignedIn: (name: string) => void }): ReactNode {
  const { call } = useApp();
  const [name, setName] = useState('');
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isChecking, setIsChecking] = useState(false);
  const pinField = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => pinField.current?.focus(), []);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isChecking) return;
    setIsChecking(true);
    const reply = await call('staff.signIn', { name, pin });
    setIsChecking(false);
    setPin('');
    setProblem(reply.ok ? null : reply.fault.message);
    if (reply.ok) onSignedIn(reply.data.name);
    else pinField.current?.focus();
  };
  return (
    <form className={styles.plain} aria-labelledby={`${id}-title`} onSubmit={(event) => void submit(event)}>
      <h2 id={`${id}-title`} className={styles.title}>
        <KeyRound size={18} aria-hidden />
        {words.signIn}
      </h2>
      <label htmlFor={`${id}-name`}>{text.signIn.name}</label>
      <PersonChoice id={`${id}-name`} value={name} onChange={setName} />
      <label htmlFor={`${id}-pin`}>{text.signIn.pin}</label>
      <PinField ref={pinField} id={`${id}-pin`} value={pin} onChange={setPin} />
      {problem === null ? null : (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.end}>
        <button type="submit" className={buttons.primary} aria-disabled={isChecking}>
          {isChecking ? text.signIn.checking : words.signIn}
        </button>
      </div>
    </form>
  );
}

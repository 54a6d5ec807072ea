import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { text } from '../text.ts';
import buttons from './button.module.css';
import styles from './manager-sign-in.module.css';
import { PinField } from './pin-field.tsx';

const words = text.staff.newPin;

interface NewPinFormProps {
  readonly title: string;
  readonly what?: string;
  readonly commit: string;
  /** Why it was refused; null while it was not. */
  readonly problem: string | null;
  readonly isBusy: boolean;
  readonly onPin: (pin: string) => void;
  readonly onCancel?: (() => void) | undefined;
}

/** A new PIN, typed twice, so that nobody is locked out by a slip. */
export function NewPinForm({ title, what, commit, problem, isBusy, onPin, onCancel }: NewPinFormProps): ReactNode {
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [differ, setDiffer] = useState(false);
  const id = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setDiffer(pin !== again);
    if (pin === again && !isBusy) onPin(pin);
  };
  const why = differ ? words.differ : problem;
  return (
    <form className={styles.signIn} aria-labelledby={`${id}-title`} onSubmit={submit}>
      <h2 id={`${id}-title`} className={styles.title}>
        {title}
      </h2>
      {what === undefined ? null : <p className={styles.what}>{what}</p>}
      <label htmlFor={`${id}-pin`}>{words.pin}</label>
      <PinField id={`${id}-pin`} value={pin} onChange={setPin} />
      <label htmlFor={`${id}-again`}>{words.again}</label>
      <PinField id={`${id}-again`} value={again} onChange={setAgain} />
      {why === null ? null : (
        <p className={styles.problem} role="alert">
          {why}
        </p>
      )}
      <div className={styles.end}>
        <button type="submit" className={buttons.primary} aria-disabled={isBusy}>
          {commit}
        </button>
        {onCancel === undefined ? null : (
          <button type="button" className={buttons.button} onClick={onCancel}>
            {text.signIn.cancel}
          </button>
        )}
      </div>
    </form>
  );
}

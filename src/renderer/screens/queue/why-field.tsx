import { type FormEvent, type ReactNode, useId, useState } from 'react';
import buttons from '../../components/button.module.css';
import field from '../../components/field.module.css';
import { WhyNotHere } from '../../components/why-not-here.tsx';
import { searched } from '../../state/searched.ts';
import { text } from '../../text.ts';
import styles from './why-field.module.css';

const words = text.queue.why;

/** "Why isn't order … here?": type a number, get the reason and the next step (N4). */
export function WhyField(): ReactNode {
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<{ readonly orderId: string; readonly times: number } | null>(null);
  const [isWrong, setIsWrong] = useState(false);
  const id = useId();
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    const orderId = searched(typed);
    const isNumber = /^\d{1,15}$/.test(orderId);
    setIsWrong(!isNumber);
    setAsked((before) => (isNumber ? { orderId, times: (before?.times ?? 0) + 1 } : null));
  };
  return (
    <form className={styles.why} onSubmit={ask}>
      <label htmlFor={id} className={styles.label}>
        {words.label}
      </label>
      <input
        id={id}
        className={`${field.field} ${styles.number}`}
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        placeholder={words.placeholder}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <button type="submit" className={buttons.button}>
        {words.ask}
      </button>
      {isWrong ? (
        <p id={`${id}-wrong`} className={styles.wrong} role="alert">
          {words.needsNumber}
        </p>
      ) : null}
      {asked === null ? null : (
        <div className={styles.answer}>
          <WhyNotHere key={`${asked.orderId} ${asked.times}`} orderId={asked.orderId} atOnce />
        </div>
      )}
    </form>
  );
}

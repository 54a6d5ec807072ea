import { type ReactNode, useId, useState } from 'react';
import { useStore } from 'zustand';
import field from '../../../components/field.module.css';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import styles from './write-back.module.css';

const words = text.queue.writeBack;
const longest = 24 * 60;

/** After how many minutes without a look at BigCommerce figures turn amber on this machine (N15). */
export function FreshnessLimit(): ReactNode {
  const { freshness, notices } = useApp();
  const minutes = useStore(freshness.store, (state) => state.minutes);
  const [typed, setTyped] = useState(String(minutes));
  const id = useId();
  const keep = (): void => {
    const next = Number(typed);
    const fits = Number.isInteger(next) && next >= 1 && next <= longest;
    if (!fits) setTyped(String(minutes));
    else if (next !== minutes) {
      freshness.setMinutes(next);
      notices.say(words.freshnessSaved(next));
    }
  };
  return (
    <div className={styles.fresh}>
      <label htmlFor={id}>{words.freshness}</label>
      <input
        id={id}
        className={`${field.field} ${styles.minutes}`}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        aria-describedby={`${id}-meaning`}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={keep}
        onKeyDown={({ key }) => (key === 'Enter' ? keep() : undefined)}
      />
      <span>{words.freshnessUnit}</span>
      <p id={`${id}-meaning`} className={styles.what}>
        {words.freshnessMeaning}
      </p>
    </div>
  );
}

import { Check, GraduationCap } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useApp } from '../state/use-app.ts';
import { useTraining } from '../state/use-training.ts';
import { text } from '../text.ts';
import buttons from './button.module.css';
import { Spoken } from './spoken.tsx';
import styles from './training-band.module.css';

const words = text.training;

/** What to try now, below every screen of a practice till, and what is done of it (N12). */
export function TrainingBand(): ReactNode {
  const { call } = useApp();
  const { running, again } = useTraining();
  if (running === null) return null;
  const { title, steps } = words.scenarios[running.scenario];
  const all = Object.values(steps);
  return (
    <section className={styles.band} aria-label={words.band(title)}>
      <GraduationCap size={22} aria-hidden />
      <div className={styles.what}>
        <h2 className={styles.title}>{words.band(title)}</h2>
        {running.orderId === null ? (
          <p>{words.placing}</p>
        ) : (
          <ol className={styles.steps} aria-live="polite">
            {all.map((step, index) => (
              <li key={step} className={styles.step} data-done={index < running.done} data-now={index === running.done}>
                {index < running.done ? <Check size={16} aria-hidden /> : <span aria-hidden>{index + 1}.</span>}
                <span>
                  {step}
                  {index < running.done ? <Spoken>{words.done}</Spoken> : null}
                </span>
              </li>
            ))}
          </ol>
        )}
        {running.done >= running.steps ? <p className={styles.finished}>{words.finished}</p> : null}
      </div>
      {running.orderId === null || running.fulfillmentId === null ? null : (
        <Link href={`/fulfillments/${running.fulfillmentId}`} className={buttons.button}>
          {words.open(running.orderId)}
        </Link>
      )}
      <button
        type="button"
        className={buttons.button}
        onClick={() => void call('training.stop', {}).then(() => again())}
      >
        {words.stop}
      </button>
    </section>
  );
}

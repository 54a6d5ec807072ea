import { CircleStop } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useStore } from 'zustand';
import type { HistoryStatus } from '../../../../contract/history.ts';
import buttons from '../../../components/button.module.css';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import styles from './history-progress.module.css';

const words = text.history.running;

/** What runs, how far it is, and the way to stop it. */
export function HistoryProgress({ running }: { readonly running: NonNullable<HistoryStatus['running']> }): ReactNode {
  const { history } = useApp();
  const isStopping = useStore(history.store, (choices) => choices.isStopping);
  const { doing, done, total } = running;
  const id = useId();
  return (
    <section className={styles.progress} aria-labelledby={id}>
      <h3 id={id} className={styles.doing}>
        {words.doing[doing]}
      </h3>
      <div className={styles.line}>
        <progress
          className={styles.bar}
          aria-labelledby={id}
          {...(total === null ? {} : { value: done, max: Math.max(1, total) })}
        />
        <span className={styles.count} role="status">
          {words.of(done, total)}
        </span>
        {doing === 'undoing' ? null : (
          <button
            type="button"
            className={buttons.button}
            aria-disabled={isStopping}
            onClick={isStopping ? undefined : () => void history.stop()}
          >
            <CircleStop size={18} aria-hidden />
            {isStopping ? words.stopping : words.stop}
          </button>
        )}
      </div>
      <p className={styles.meaning}>{words.whileDoing[doing]}</p>
    </section>
  );
}

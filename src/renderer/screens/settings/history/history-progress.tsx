import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { HistoryStatus } from '../../../../contract/history.ts';
import { WorkBar } from '../../../components/work-bar.tsx';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import styles from './history-progress.module.css';

const words = text.history.running;

/** What runs, how far it is, and the way to stop it. */
export function HistoryProgress({ running }: { readonly running: NonNullable<HistoryStatus['running']> }): ReactNode {
  const { history } = useApp();
  const isStopping = useStore(history.store, (choices) => choices.isStopping);
  const { doing, done, total } = running;
  return (
    <section className={styles.progress} aria-label={words.doing[doing]}>
      <WorkBar
        {...{ label: words.doing[doing], done, total, figure: words.of(done, total), isStopping }}
        {...(doing === 'undoing' ? {} : { onStop: () => void history.stop() })}
      />
      <p className={styles.meaning}>{words.whileDoing[doing]}</p>
    </section>
  );
}

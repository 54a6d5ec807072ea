import type { ReactNode } from 'react';
import { TopBar } from '../../../components/top-bar.tsx';
import { text } from '../../../text.ts';
import styles from './history-screen.module.css';
import { HistorySection } from './history-section.tsx';

/** The import of history as a page of its own. */
export function HistoryScreen(): ReactNode {
  return (
    <>
      <TopBar title={text.history.title} />
      <main className={styles.main}>
        <section className={styles.page} id="list" tabIndex={-1} data-scrolls>
          <HistorySection />
        </section>
      </main>
    </>
  );
}

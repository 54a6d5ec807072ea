import type { ReactNode } from 'react';
import styles from './page.module.css';
import { TopBar } from './top-bar.tsx';

interface PageProps {
  readonly title: string;
  /** What stays above while the page scrolls. */
  readonly above: ReactNode;
  readonly children: ReactNode;
}

/** A screen that is one page and no list with a detail. */
export function Page({ title, above, children }: PageProps): ReactNode {
  return (
    <>
      <TopBar title={title} />
      <main className={styles.main}>
        <div className={styles.above}>{above}</div>
        <section className={styles.page} id="list" tabIndex={-1} data-scrolls>
          {children}
        </section>
      </main>
    </>
  );
}

import type { ReactNode } from 'react';
import { TopBar } from '../../components/top-bar.tsx';
import { text } from '../../text.ts';
import styles from './stock-page.module.css';
import { StockPlaces } from './stock-places.tsx';

/** A sub-view of Stock that is one page and no list with a detail. */
export function StockPage({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <>
      <TopBar title={text.stock.title} />
      <main className={styles.main}>
        <div className={styles.places}>
          <StockPlaces />
        </div>
        <section className={styles.page} id="list" tabIndex={-1} data-scrolls>
          {children}
        </section>
      </main>
    </>
  );
}

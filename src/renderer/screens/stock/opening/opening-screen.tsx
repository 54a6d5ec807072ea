import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { Segments } from '../../../components/segments.tsx';
import type { OpeningWay } from '../../../state/opening-state.ts';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import { StockPage } from '../stock-page.tsx';
import { CsvOpeningWay } from './csv-opening-way.tsx';
import styles from './opening-screen.module.css';
import { SeedOpeningWay } from './seed-opening-way.tsx';

const ways: readonly OpeningWay[] = ['csv', 'seed'];
const words = text.opening.ways;

/** Stock › Opening stock: the first figures, from a list of the shop's own or, once, from BigCommerce. */
export function OpeningScreen(): ReactNode {
  const { opening } = useApp();
  const way = useStore(opening.store, (state) => state.way);
  return (
    <StockPage>
      <div className={styles.ways}>
        <Segments
          label={words.label}
          segments={ways.map((value) => ({ value, label: words[value] }))}
          value={way}
          onChange={opening.choose}
        />
      </div>
      {way === 'csv' ? <CsvOpeningWay /> : <SeedOpeningWay />}
    </StockPage>
  );
}

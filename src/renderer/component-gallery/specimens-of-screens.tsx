import type { ReactNode } from 'react';
import type { ConflictView } from '../../contract/outbox.ts';
import { RunningWork } from '../components/running-work.tsx';
import { ConflictCard } from '../screens/queue/conflict-card.tsx';
import { TotalsStrip } from '../screens/sales-history/totals-strip.tsx';
import { HistoryProgress } from '../screens/settings/history/history-progress.tsx';
import { StockPlaces } from '../screens/stock/stock-places.tsx';
import { AppContext } from '../state/use-app.ts';
import { example, exampleApp } from './example-app.ts';
import { exampleSales } from './example-sales.ts';
import styles from './gallery.module.css';

const conflict: ConflictView = {
  ...{ conflictId: 'conflict', kind: 'cancelled', orderId: '1041', saleId: 'sale', fulfillmentId: 'fulfillment' },
  ...{ customerName: 'Mei Haddad', ours: '2 pieces handed over.', theirs: 'BigCommerce cancelled the order.' },
  ...{ rule: 'Goods have left already: settle it with the customer.', entryId: 'entry', raisedAt: example.ago(20) },
};

/** What a screen has of its own and others would take for a component: tabs, totals, a bar per day, progress, a choice. */
export const specimensOfScreens = (): Readonly<Record<string, ReactNode>> => {
  const within = (children: ReactNode): ReactNode => <AppContext value={exampleApp()}>{children}</AppContext>;
  const { summary, days, today } = exampleSales;
  return {
    'tabs, and as of when': within(<StockPlaces />),
    'totals-strip with its day-bars; one day chosen': [null, '2026-11-11'].map((day) => (
      <div key={day} className={styles.card}>
        {within(
          <TotalsStrip summary={summary} days={days} today={today} chosenDay={day} onChooseDay={() => undefined} />,
        )}
      </div>
    )),
    'running-work': within(<RunningWork works={['copy']} />),
    'progress: known, and not known yet': (
      <>
        {within(<HistoryProgress running={{ doing: 'importing', done: 1240, total: 8300 }} />)}
        {within(<HistoryProgress running={{ doing: 'reading', done: 1240, total: null }} />)}
      </>
    ),
    'conflict-card: one that asks, one to know of': [conflict, { ...conflict, entryId: null, orderId: '1040' }].map(
      (each) => (
        <div key={each.orderId} className={styles.card}>
          {within(<ConflictCard conflict={each} />)}
        </div>
      ),
    ),
  };
};

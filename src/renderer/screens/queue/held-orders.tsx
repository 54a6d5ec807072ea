import type { ReactNode } from 'react';
import type { RecordNoun } from '../../../contract/event.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { RecordBody } from '../../components/record-body.tsx';
import { whenOf } from '../../format/instants.ts';
import { useQuery } from '../../state/use-query.ts';
import { text } from '../../text.ts';
import styles from './held-orders.module.css';

const nouns: readonly RecordNoun[] = ['orders', 'sales', 'link'];
const words = text.queue;

/** Orders that could not be understood, kept whole with the reason (R58). */
export function HeldOrders({ timeZone, now }: { readonly timeZone: string; readonly now: number }): ReactNode {
  const { data, fault, again } = useQuery('orders.held', {}, nouns);
  return (
    <RecordBody view={data} fault={fault} onAgain={() => void again()}>
      {({ rows }) =>
        rows.length === 0 ? (
          <EmptyState sentence={words.empty.held} />
        ) : (
          <>
            <p className={styles.meaning}>{words.held.meaning}</p>
            <ul>
              {rows.map((row) => (
                <li key={row.orderId} className={styles.order}>
                  <h3 className={styles.number}>{words.order(row.orderId)}</h3>
                  <p className={styles.since}>{words.held.since(whenOf(row.heldAt, timeZone, now))}</p>
                  <p className={styles.message}>{row.message}</p>
                </li>
              ))}
            </ul>
          </>
        )
      }
    </RecordBody>
  );
}

import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { TillView } from '../../../../contract/till.ts';
import { MoneyText } from '../../../components/money-text.tsx';
import { whenOf } from '../../../format/instants.ts';
import { formatMoney } from '../../../format/money.ts';
import { useNow } from '../../../state/use-now.ts';
import { useTimeZone } from '../../../state/use-shop.ts';
import { text } from '../../../text.ts';
import styles from './till.module.css';

const words = text.till.figures;

/** What counts as sold and is not paid, each leading to its sale (N9). */
export function UnpaidSales({ unpaid }: Pick<TillView, 'unpaid'>): ReactNode {
  const timeZone = useTimeZone();
  const now = useNow(30_000);
  const { count, totals, rows } = unpaid;
  if (count === 0) return <p className={styles.soft}>{words.unpaidNone}</p>;
  return (
    <div>
      <h4 className={styles.part}>
        {words.unpaid}
        <span className={styles.partSum}>
          {text.sales(count)} · {totals.map(formatMoney).join(' · ')}
        </span>
      </h4>
      <p className={styles.soft}>{words.unpaidMeaning}</p>
      <ul className={styles.unpaid}>
        {rows.map(({ saleId, receiptNumber, orderId, customerName, soldAt, due }) => (
          <li key={saleId}>
            <Link href={`/sales-history/${encodeURIComponent(saleId)}`} aria-label={words.openSale(receiptNumber)}>
              {orderId === null ? receiptNumber : text.order(orderId)}
            </Link>
            <span className={styles.customer}>{customerName}</span>
            <span className={styles.soft}>{whenOf(soldAt, timeZone, now)}</span>
            <MoneyText money={due} />
          </li>
        ))}
      </ul>
      {count > rows.length ? <p className={styles.soft}>{words.moreUnpaid(count - rows.length)}</p> : null}
    </div>
  );
}

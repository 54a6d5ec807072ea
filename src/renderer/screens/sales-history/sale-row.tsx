import { memo } from 'react';
import type { SaleRowView } from '../../../contract/sales.ts';
import {
  archivedLook,
  bigcommerceLook,
  fulfillmentLooks,
  onHoldLook,
  otherOutletLook,
  paymentLooks,
  saleLooks,
} from '../../components/looks.ts';
import { MoneyText } from '../../components/money-text.tsx';
import { Pill } from '../../components/pill.tsx';
import { Spoken } from '../../components/spoken.tsx';
import { timeOf } from '../../format/instants.ts';
import { isZero, negated } from '../../format/money.ts';
import { text } from '../../text.ts';
import styles from './sale-row.module.css';

interface SaleRowProps {
  readonly row: SaleRowView;
  readonly timeZone: string;
  /** The name of its outlet where that is another than this till's (R85). */
  readonly otherOutlet: string | null;
}

export const SaleRow = memo(function SaleRow({ row, timeZone, otherOutlet }: SaleRowProps) {
  const voided = row.saleStatus === 'voided';
  const number = row.orderId === null ? text.source[row.source] : text.order(row.orderId);
  return (
    <div className={styles.row} data-voided={voided}>
      <time className={styles.time} dateTime={row.soldAt}>
        {timeOf(row.soldAt, timeZone)}
      </time>
      <span className={styles.receipt}>{voided ? <s>{row.receiptNumber}</s> : row.receiptNumber}</span>
      <span className={styles.order}>{number}</span>
      <span className={styles.customer}>{row.customerName === '' ? text.none : row.customerName}</span>
      <span className={styles.facts}>
        {voided ? <Pill look={saleLooks.voided} /> : null}
        {row.onHold ? <Pill look={onHoldLook} /> : null}
        {otherOutlet === null ? null : <Pill look={otherOutletLook(otherOutlet)} />}
        {row.archived ? <Pill look={archivedLook} /> : null}
        {voided && row.paymentState === 'unpaid' ? null : (
          <Pill look={paymentLooks[row.paymentState]} quiet={row.paymentState === 'paid'} />
        )}
        {row.fulfillmentStatus === null ? null : <Pill look={fulfillmentLooks[row.fulfillmentStatus]} quiet />}
        {voided ? null : <Pill look={saleLooks[row.saleStatus]} quiet />}
      </span>
      <span className={styles.bigcommerce}>
        {row.bigcommerceStatus === null ? null : <Pill look={bigcommerceLook(row.bigcommerceStatus)} />}
      </span>
      <span className={styles.total}>
        <MoneyText money={row.total} struck={voided} />
      </span>
      {isZero(row.refunded) ? (
        <span className={styles.items}>{text.items(row.itemCount)}</span>
      ) : (
        <span className={styles.returned}>
          <Spoken>{text.salesHistory.refunded}</Spoken>
          <MoneyText money={negated(row.refunded)} />
        </span>
      )}
    </div>
  );
});

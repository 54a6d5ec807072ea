import { Store, Truck } from 'lucide-react';
import { memo } from 'react';
import type { FulfillmentRowView } from '../../../contract/fulfillments.ts';
import { fulfillmentLooks } from '../../components/looks.ts';
import { MoneyText } from '../../components/money-text.tsx';
import { Pill } from '../../components/pill.tsx';
import { ageOf } from '../../format/instants.ts';
import { text } from '../../text.ts';
import styles from './fulfillment-row.module.css';
import { FulfillmentTags } from './fulfillment-tags.tsx';

interface FulfillmentRowProps {
  readonly row: FulfillmentRowView;
  readonly now: number;
}

export const FulfillmentRow = memo(function FulfillmentRow({ row, now }: FulfillmentRowProps) {
  const TypeIcon = row.type === 'pickup' ? Store : Truck;
  return (
    <div className={styles.row} data-done={row.status === 'fulfilled' || row.status === 'cancelled'}>
      <span className={styles.type} data-type={row.type}>
        <TypeIcon size={18} aria-hidden />
      </span>
      <span className={styles.number}>{row.orderId === null ? row.receiptNumber : text.order(row.orderId)}</span>
      <span className={styles.age}>{ageOf(row.placedAt, now)}</span>
      <span className={styles.customer}>{row.customerName === '' ? text.none : row.customerName}</span>
      <span className={styles.facts}>
        <span>
          {text.type[row.type]} · {text.items(row.itemCount)}
        </span>
        <FulfillmentTags row={row} />
      </span>
      <span className={styles.status}>
        <Pill look={fulfillmentLooks[row.status]} />
      </span>
      <span className={styles.total}>
        <MoneyText money={row.total} struck={row.saleStatus === 'voided'} />
      </span>
    </div>
  );
});

import { Store, Truck } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { FulfillmentRowView } from '../../../contract/fulfillments.ts';
import { fulfillmentLooks } from '../../components/looks.ts';
import { MoneyText } from '../../components/money-text.tsx';
import { Pill } from '../../components/pill.tsx';
import { ageOf } from '../../format/instants.ts';
import type { FulfillmentTask } from '../../state/fulfillments-state.ts';
import { text } from '../../text.ts';
import styles from './fulfillment-row.module.css';
import { FulfillmentTags } from './fulfillment-tags.tsx';

interface FulfillmentRowProps {
  readonly row: FulfillmentRowView;
  readonly task: FulfillmentTask | null;
  readonly now: number;
}

const words = text.fulfillments;

/** What goes back where, so that a tour of the shelves needs no order opened. */
const toPutBack = ({ lines }: FulfillmentRowView): string =>
  lines
    .filter(({ putBack }) => putBack > 0)
    .map(({ putBack, name, bin }) => [words.toPutBack(putBack, name), bin].filter(Boolean).join(' · '))
    .join(', ');

function Facts({ row, task, now }: FulfillmentRowProps): ReactNode {
  if (task === 'put_back') return <span className={styles.what}>{toPutBack(row)}</span>;
  if (task === 'stuck') return <span className={styles.what}>{row.stuckReason}</span>;
  return (
    <>
      <span>
        {text.type[row.type]} · {text.items(row.itemCount)}
      </span>
      <FulfillmentTags row={row} now={now} />
    </>
  );
}

export const FulfillmentRow = memo(function FulfillmentRow({ row, task, now }: FulfillmentRowProps) {
  const TypeIcon = row.type === 'pickup' ? Store : Truck;
  const since = task === 'shelf' && row.readyAt !== null ? row.readyAt : row.placedAt;
  return (
    <div className={styles.row} data-done={row.status === 'fulfilled' || row.status === 'cancelled'}>
      <span className={styles.type} data-type={row.type}>
        <TypeIcon size={18} aria-hidden />
      </span>
      <span className={styles.number}>{row.orderId === null ? row.receiptNumber : text.order(row.orderId)}</span>
      <span className={styles.age}>{ageOf(since, now)}</span>
      <span className={styles.customer}>{row.customerName === '' ? text.none : row.customerName}</span>
      <span className={styles.facts}>
        <Facts row={row} task={task} now={now} />
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

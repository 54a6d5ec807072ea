import type { Writer } from '../store/connection.ts';
import { recordEvent } from '../store/sales.ts';
import type { ImportContext } from './import-context.ts';
import type { SaleInWork } from './record-sale.ts';

/** Tells the sale's timeline what this reading of the order changed. */
export const recordTimeline = (
  db: Writer,
  { identity, now }: ImportContext,
  { saleKey, record, stored, leavesStock }: SaleInWork,
  linesChanged: boolean,
): void => {
  const tell = (happenedAt: number, detail: string) =>
    recordEvent(db, { eventId: identity.next(), saleKey, registerKey: record.registerKey, happenedAt, detail });
  if (!stored) {
    tell(now, `Imported with the status "${record.bigcommerceStatus}".`);
    if (leavesStock) tell(now, 'Recorded from history; its stock was left alone.');
    return;
  }
  const at = record.orderModifiedAt;
  if (stored.bigcommerceStatusId !== record.bigcommerceStatusId) {
    tell(at, `BigCommerce changed the status from "${stored.bigcommerceStatus}" to "${record.bigcommerceStatus}".`);
  }
  if (stored.saleStatus !== record.saleStatus) {
    const [turned, stock] =
      record.saleStatus === 'voided'
        ? ['Sale voided', 'its stock came back.']
        : ['Sale no longer voided', 'its stock was taken again.'];
    tell(now, `${turned}; ${leavesStock ? 'its stock was left alone.' : stock}`);
  }
  if (stored.paymentState !== record.paymentState)
    tell(at, paymentSentences[record.paymentState] ?? 'Payment changed.');
  if (stored.archived !== record.archived) {
    tell(now, record.archived ? 'BigCommerce has archived the order.' : 'BigCommerce has the order back.');
  }
  if (linesChanged) tell(at, 'The lines of the order changed.');
};

const paymentSentences: Readonly<Record<string, string>> = {
  unpaid: 'No longer paid.',
  part_paid: 'Paid in part.',
  paid: 'Paid.',
  refunded: 'Refunded.',
  part_refunded: 'Refunded in part.',
};

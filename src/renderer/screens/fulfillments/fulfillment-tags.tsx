import type { ReactNode } from 'react';
import type { FulfillmentRowView } from '../../../contract/fulfillments.ts';
import {
  bigcommerceLook,
  digitalLook,
  type Look,
  lastOneLook,
  onHoldBecauseLook,
  onHoldLook,
  paymentLooks,
  putBackLook,
} from '../../components/looks.ts';
import { Pill } from '../../components/pill.tsx';
import { statusMatters } from './status-that-matters.ts';

const owes = ({ paymentState, saleStatus }: FulfillmentRowView): boolean =>
  (paymentState === 'unpaid' || paymentState === 'part_paid') && saleStatus !== 'voided';

/** Pieces in staff's hands that nobody wants any more. */
const putBackOf = (row: FulfillmentRowView): number => row.lines.reduce((sum, line) => sum + line.putBack, 0);

const holdOrStatus = (row: FulfillmentRowView): Look | null => {
  const status = statusMatters(row) ? row.bigcommerceStatus : null;
  if (row.onHold) return status === null ? onHoldLook : onHoldBecauseLook(status);
  return status === null ? null : bigcommerceLook(status);
};

/** What is out of the ordinary about a fulfillment, and nothing when nothing is. */
export function FulfillmentTags({ row }: { readonly row: FulfillmentRowView }): ReactNode {
  const looks = [
    row.alarm ? lastOneLook : null,
    owes(row) ? paymentLooks[row.paymentState] : null,
    putBackOf(row) > 0 ? putBackLook(putBackOf(row)) : null,
    row.digital ? digitalLook : null,
    holdOrStatus(row),
  ];
  return looks.map((look) => (look === null ? null : <Pill key={look.label} look={look} />));
}

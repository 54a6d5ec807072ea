import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { FulfillmentRowView } from '../../../contract/fulfillments.ts';
import {
  bigcommerceLook,
  digitalLook,
  type Look,
  lastOneLook,
  onHoldBecauseLook,
  onHoldLook,
  onRoundLook,
  paymentLooks,
  putBackLook,
  returnToStockLook,
  revisedLook,
  shelfLook,
  stuckLook,
  unsentLooks,
} from '../../components/looks.ts';
import { Pill } from '../../components/pill.tsx';
import { useApp } from '../../state/use-app.ts';
import { daysWaiting, returnAfterDays } from './shelf-days.ts';
import { statusMatters } from './status-that-matters.ts';

const owes = ({ paymentState, saleStatus }: FulfillmentRowView): boolean =>
  (paymentState === 'unpaid' || paymentState === 'part_paid') && saleStatus !== 'voided';

const shelfLookOf = (row: FulfillmentRowView, now: number): Look | null => {
  const days = daysWaiting(row, now);
  if (days === null) return null;
  return days >= returnAfterDays ? returnToStockLook(days) : shelfLook(row.shelfCode);
};

const holdOrStatus = (row: FulfillmentRowView): Look | null => {
  const status = statusMatters(row) ? row.bigcommerceStatus : null;
  if (row.onHold) return status === null ? onHoldLook : onHoldBecauseLook(status);
  return status === null ? null : bigcommerceLook(status);
};

/** What is out of the ordinary about a fulfillment, and nothing when nothing is. */
export function FulfillmentTags({ row, now }: { readonly row: FulfillmentRowView; readonly now: number }): ReactNode {
  const isOnRound = useStore(useApp().prints.round.store, ({ marked }) => marked.includes(row.fulfillmentId));
  const looks = [
    row.alarm ? lastOneLook : null,
    isOnRound ? onRoundLook : null,
    owes(row) ? paymentLooks[row.paymentState] : null,
    row.lock === 'refunded' ? paymentLooks.refunded : null,
    row.unsent === null ? null : unsentLooks[row.unsent],
    row.printed?.revised ? revisedLook : null,
    row.stuckReason === null ? null : stuckLook,
    row.putBack > 0 ? putBackLook(row.putBack) : null,
    shelfLookOf(row, now),
    row.digital ? digitalLook : null,
    holdOrStatus(row),
  ];
  const said = new Map(looks.flatMap((look) => (look === null ? [] : [[look.label, look] as const])));
  return [...said.values()].map((look) => <Pill key={look.label} look={look} />);
}

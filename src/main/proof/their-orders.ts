import type { Client } from '../bigcommerce/client.ts';
import { getOrder } from '../bigcommerce/orders.ts';
import type { Reading } from '../bigcommerce/read-page.ts';
import { listRefunds, listRefundsOf, readRefund } from '../bigcommerce/refunds.ts';
import type { Refund } from '../domain/order.ts';
import { readRows } from '../pull/store-page.ts';
import type { TheirOrder } from './mend-order.ts';

/** The refunds of the store, as its feed lists them now. */
export interface TheirRefunds {
  readonly of: (orderId: number) => readonly Refund[];
  /** False when one was not understood: it may be any of ours. */
  readonly complete: boolean;
}

/** `since`: no order compared has an earlier refund (UTC ms). Throws `StoreProblem`. */
export const readTheirRefunds = async (client: Client, since: number): Promise<TheirRefunds> =>
  theirRefunds(await listRefunds(client, since));

export const readRefundsOf = async (client: Client, orderId: number): Promise<TheirRefunds> =>
  theirRefunds(await listRefundsOf(client, orderId));

const theirRefunds = (raws: readonly unknown[]): TheirRefunds => {
  const reads = raws.map(readRefund);
  const refunds = reads.flatMap((read) => (read.kind === 'refund' ? [read.refund] : []));
  // A feed that changes while it is read may name one twice.
  const once = [...new Map(refunds.map((refund) => [refund.refundId, refund])).values()];
  const byOrder = Map.groupBy(
    once.sort((one, other) => one.refundId - other.refundId),
    (refund) => refund.orderId,
  );
  return { of: (orderId) => byOrder.get(orderId) ?? [], complete: refunds.length === reads.length };
};

/** What BigCommerce says of an order that was read; null for one that is not understood. */
export const theirOrder = ({ raw, read }: Reading, refunds: TheirRefunds): TheirOrder | null =>
  read.kind === 'order'
    ? { order: read.order, raw, refunds: refunds.of(read.order.orderId), refundsComplete: refunds.complete }
    : null;

/** Reads one order now; null when BigCommerce does not have it any more. */
export const readOrderNow = async (client: Client, orderId: number): Promise<Reading | null> => {
  const raw = await getOrder(client, orderId);
  if (raw === null) return null;
  const [reading] = await readRows(client, [raw]);
  return reading ?? null;
};

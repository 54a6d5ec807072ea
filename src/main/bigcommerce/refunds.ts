import { z } from 'zod';
import { sumOf } from '../domain/amount.ts';
import type { Refund } from '../domain/order.ts';
import type { Client } from './client.ts';
import { everyRow } from './every-row.ts';
import { amountOf, check, instantOf, UnreadableField } from './fields.ts';
import { queryInstant } from './orders.ts';
import { ifFound, StoreProblem } from './problem.ts';

const refundDto = z.object({
  id: z.number().int(),
  order_id: z.number().int(),
  created: z.string(),
  reason: z.string().nullish(),
  total_amount: z.union([z.number(), z.string()]),
  items: z
    .array(z.object({ item_type: z.string(), item_id: z.number().int(), quantity: z.number().int().nullish() }))
    .nullish(),
  payments: z
    .array(z.object({ amount: z.union([z.number(), z.string()]), is_declined: z.boolean().nullish() }))
    .nullish(),
});
type RefundDto = z.output<typeof refundDto>;

const feedDto = z.object({ data: z.array(z.unknown()) });

/** Refunds of the whole store made at or after an instant (UTC ms; null for all): bigcommerce.md §8.2. */
export const listRefunds = (client: Client, since: number | null): Promise<readonly unknown[]> =>
  everyRefund(client, since === null ? {} : { 'created:min': queryInstant(since) });

const everyRefund = (client: Client, filter: Readonly<Record<string, string | number>>): Promise<readonly unknown[]> =>
  everyRow(async (page) => {
    // A store that has never refunded may not know the feed.
    const answer = await ifFound(client.get('/v3/orders/payment_actions/refunds', { ...filter, ...page }));
    if (answer === null) return [];
    const feed = feedDto.safeParse(answer);
    if (!feed.success) throw new StoreProblem('unreadable', 'not a list of refunds');
    return feed.data.data;
  });

/** The refunds of one order. */
export const listRefundsOf = (client: Client, orderId: number): Promise<readonly unknown[]> =>
  everyRefund(client, { 'order_id:in': orderId });

/** What a refund is held as: beside its order, under a name of its own. */
export const heldRefundName = (orderId: unknown, refundId: unknown): string =>
  `${shown(orderId)} (refund ${shown(refundId)})`;

/** As JSON, for what came from outside may have no text of its own. */
const shown = (value: unknown): string =>
  typeof value === 'string' ? value.slice(0, 20) : (JSON.stringify(value) ?? 'unknown').slice(0, 20);

/** A refund, or the name to hold it under and why it is not understood. */
export type ReadRefund =
  | { readonly kind: 'refund'; readonly refund: Refund }
  | { readonly kind: 'unreadable'; readonly name: string; readonly why: string };

export const readRefund = (raw: unknown): ReadRefund => {
  try {
    return { kind: 'refund', refund: refundFrom(check(refundDto, raw)) };
  } catch (error) {
    if (!(error instanceof UnreadableField)) throw error;
    const field = (name: string): unknown => (typeof raw === 'object' && raw !== null ? Reflect.get(raw, name) : raw);
    return { kind: 'unreadable', name: heldRefundName(field('order_id'), field('id')), why: error.message };
  }
};

const refundFrom = (dto: RefundDto): Refund => ({
  refundId: dto.id,
  orderId: dto.order_id,
  at: instantOf('created', dto.created),
  reason: dto.reason ?? '',
  amount: dto.payments?.length
    ? sumOf(dto.payments, (each) => (each.is_declined ? 0 : amountOf('payments.amount', each.amount)))
    : amountOf('total_amount', dto.total_amount),
  items: (dto.items ?? [])
    .filter((item) => item.item_type === 'PRODUCT' && (item.quantity ?? 0) > 0)
    .map((item) => ({ lineId: item.item_id, quantity: item.quantity ?? 0 })),
});

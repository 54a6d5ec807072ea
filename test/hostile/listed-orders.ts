import { z } from 'zod';
import type { PracticeStore } from '../../src/practice-store/practice-store.ts';

const withLines = 'include=consignments.line_items,fees&consignment_structure=object&limit=250&sort=id:asc';

const row = z.looseObject({ id: z.number(), total_inc_tax: z.string() });
/** A row of the order list, as BigCommerce sends it. */
export type Row = z.output<typeof row>;

/** Some orders exactly as the list shows them, their lines alongside. */
export const listed = async (store: PracticeStore, orderIds: readonly number[]): Promise<Row[]> => {
  const [from = 0, to = 0] = [Math.min(...orderIds), Math.max(...orderIds)];
  const answer = await fetch(`${store.baseUrl}/v2/orders?min_id=${from}&max_id=${to}&${withLines}`, {
    headers: { 'X-Auth-Token': store.token, connection: 'close' },
  });
  return z.array(row).parse(await answer.json());
};

/** Kinds of orders that together have every field. */
export const telling = [
  'everything',
  'with_fee',
  'pickup',
  'pickup_method',
  'digital',
  'gift_certificate',
  'bundle',
  'two_addresses',
] as const;

/** One order of every kind that looks different. */
export const oneOfEach = (store: PracticeStore): number[] =>
  telling.flatMap((kind) => store.placeOrders(1, { kind, statusId: 11 }));

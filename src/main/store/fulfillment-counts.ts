import type { Reader, Writer } from './connection.ts';
import { sumInto } from './insert.ts';

/** How many fulfillments there are of each status and type, kept with every one that is written. */
interface Counted {
  readonly status: string;
  readonly type: string;
}

const counts = sumInto('fulfillment_counts', ['status', 'type'], 2, ['count']);

/** Counts a fulfillment in, or out again. */
export const countFulfillment = (db: Writer, { status, type }: Counted, by: 1 | -1): void =>
  db.addUp(counts, [status, type], [by]);

export const fulfillmentCounts = (db: Reader): (Counted & { readonly count: number })[] =>
  db.all('SELECT status, type, count FROM fulfillment_counts');

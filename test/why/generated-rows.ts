import fc from 'fast-check';
import type { WhyReason } from '../../src/contract/orders.ts';
import { generatedOrders } from '../money/generated-order.ts';

/** What a reading of an order says, as far as it decides whether the order comes in. */
export interface Reading {
  readonly statusId: number;
  readonly source: string | null;
  readonly archived: boolean;
  readonly broken: Readonly<Record<string, unknown>> | null;
}

const reading: fc.Arbitrary<Reading> = fc.record({
  statusId: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(0, 1) },
    { weight: 6, arbitrary: fc.integer({ min: 2, max: 14 }) },
    { weight: 1, arbitrary: fc.constantFrom(15, 77, -1) },
  ),
  source: fc.constantFrom(null, null, null, null, 'eBay', 'Tillbridge', 'Lightspeed Retail'),
  archived: fc.constantFrom(false, false, false, false, false, true),
  broken: fc.constantFrom(
    null,
    null,
    null,
    null,
    { total_inc_tax: 'twelve' },
    { date_created: 'yesterday' },
    { status_id: '11' },
    { default_currency_code: 'Dollars' },
  ),
});

/** So many readings for each of so many rounds, always the same ones. */
export const readings = (orders: number, rounds: number): Reading[][] =>
  fc.sample(fc.array(reading, { minLength: orders, maxLength: orders }), { seed: 58, numRuns: rounds });

/** The row of BigCommerce's list that says so, later than that of any round before. */
export const rowOf = (orderId: number, round: number, { statusId, source, archived, broken }: Reading) => ({
  ...generatedOrders(1, orderId)[0]?.row,
  date_modified: new Date(Date.UTC(2026, 8, 24, 11, round)).toUTCString().replace('GMT', '+0000'),
  status_id: statusId,
  status: 'Some label',
  external_source: source,
  is_deleted: archived,
  ...broken,
});

/** What is known of an order here, said independently of how the till keeps it. */
export interface Known {
  readonly watched: boolean;
  readonly sale: boolean;
  readonly held: 'held' | 'unmapped_status' | null;
  readonly ignored: 'from_this_till' | 'archived' | null;
}

export const unknown: Known = { watched: false, sale: false, held: null, ignored: null };

const ignoredFor = ({ source, archived }: Reading): Known['ignored'] => {
  if (source !== null && ['Tillbridge', 'Lightspeed Retail'].includes(source)) return 'from_this_till';
  return archived ? 'archived' : null;
};

/** What is known after a reading (R31, R42–R58, R74, R75). */
export const after = (known: Known, reading: Reading, beforeLink: boolean): Known => {
  const stranger = !known.sale && !known.watched && beforeLink;
  if (stranger) return known;
  if (reading.broken) return { ...known, held: 'held' };
  const ignored = known.sale ? null : ignoredFor(reading);
  if (ignored) return { ...known, held: null, ignored };
  if (!mapped.includes(reading.statusId)) return { ...known, held: 'unmapped_status', ignored };
  const unfinished = reading.statusId <= 1;
  return { watched: unfinished && !known.sale, sale: known.sale || !unfinished, held: null, ignored };
};

const mapped: readonly number[] = Array.from({ length: 15 }, (_, statusId) => statusId);

export const reasonOf = (known: Known, beforeLink: boolean): WhyReason =>
  known.held ??
  (known.sale ? 'imported' : (known.ignored ?? (known.watched ? 'pending' : beforeLink ? 'before_link' : 'unknown')));

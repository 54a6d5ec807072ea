import { PAGE_SIZE } from '../bigcommerce/every-row.ts';
import { listOrdersFrom } from '../bigcommerce/orders.ts';
import type { Reading } from '../bigcommerce/read-page.ts';
import { orderNumberOf, ordersByNumber } from '../pull/orders-by-number.ts';
import { readRows } from '../pull/store-page.ts';
import type { ProofRow } from '../store/proofs.ts';
import { nextSaleBefore, type StoredSale, salesBetween } from '../store/sales.ts';
import type { ProofDeps } from './proof-deps.ts';

/** A stretch of order numbers: what BigCommerce lists of it, and what is here of it. */
export interface Listing {
  readonly readings: readonly Reading[];
  readonly ours: readonly StoredSale[];
  /** The last number of the stretch; `MAX_SAFE_INTEGER` for the last stretch. */
  readonly upTo: number;
}

/**
 * The orders behind those already compared. Up to the link's baseline only those that are here are asked for, as they
 * were unfinished at the link (R75); behind it all of them. Null when there are none left.
 */
export const nextListing = async (deps: ProofDeps, { reachedOrderId, since }: ProofRow): Promise<Listing | null> => {
  const { db, client } = deps;
  const { linkKey, baselineOrderId } = deps.context().link;
  if (reachedOrderId === Number.MAX_SAFE_INTEGER) return null;
  const early = nextSaleBefore(db, linkKey, reachedOrderId, baselineOrderId);
  if (early !== undefined) return earlyStretch(deps, early, since);
  const from = Math.max(reachedOrderId, baselineOrderId) + 1;
  const raws = await listOrdersFrom(client, from, since);
  const last = raws.length < PAGE_SIZE ? Number.MAX_SAFE_INTEGER : Math.max(from, ...raws.map(orderNumberOf));
  return listing(deps, raws, { from, upTo: last, since });
};

const earlyStretch = async (deps: ProofDeps, from: number, since: number | null): Promise<Listing> => {
  const { linkKey, baselineOrderId } = deps.context().link;
  const upTo = Math.min(baselineOrderId, from + PAGE_SIZE - 1);
  const asked = salesBetween(deps.db, linkKey, from, upTo).map((sale) => sale.orderId);
  const raws: unknown[] = [];
  for await (const { listed } of ordersByNumber(deps.client, asked)) raws.push(...listed);
  return listing(deps, raws, { from, upTo, since });
};

const listing = async (
  { db, client, context }: ProofDeps,
  raws: readonly unknown[],
  { from, upTo, since }: { readonly from: number; readonly upTo: number; readonly since: number | null },
): Promise<Listing> => ({
  readings: await readRows(client, raws),
  // Of older orders a list of changes says nothing.
  ours: salesBetween(db, context().link.linkKey, from, upTo).filter((sale) => since === null || sale.soldAt >= since),
  upTo,
});

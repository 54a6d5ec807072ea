import type { Client } from '../bigcommerce/client.ts';
import { PAGE_SIZE } from '../bigcommerce/every-row.ts';
import { countOrdersUpTo, listChangedUpTo, listOrdersUpTo } from '../bigcommerce/orders.ts';
import type { Reading } from '../bigcommerce/read-page.ts';
import { listRefunds, readRefund } from '../bigcommerce/refunds.ts';
import { getStoreTime } from '../bigcommerce/store-info.ts';
import { orderNumberOf } from '../pull/orders-by-number.ts';
import { changesOf, idOf, readRows } from '../pull/store-page.ts';
import { nextStep, type Step } from '../pull/walk-orders.ts';
import type { CollectedOrders, Collection, Found } from '../store/collected-orders.ts';

export interface CollectDeps {
  readonly client: Client;
  readonly file: CollectedOrders;
  readonly link: { readonly linkId: string; readonly baselineOrderId: number };
  /** The app's own. */
  readonly version: string;
  readonly signal: AbortSignal;
  /** Told after each page, with how far the reading has come. */
  readonly onProgress: (progress: { readonly read: number; readonly total: number | null }) => void;
}

/** Changes have a resolution of a second, and may appear late (bigcommerce.md §3.5). */
const OVERLAP_MS = 120_000;

/**
 * Reads every order up to the link's baseline, with the refunds, and then what changed meanwhile; where that was done
 * before, only what changed since. Each page is kept with how far it came: what is interrupted goes on there. Throws
 * `StoreProblem`, and what the signal says.
 */
export const collectOrders = async (deps: CollectDeps): Promise<Collection> => {
  const { client, file, link, signal } = deps;
  const begun = file.progress().startedAt === null ? await begin(deps) : file.progress();
  const now = await getStoreTime(client);
  signal.throwIfAborted();
  await readRefunds(deps, begun.asOf);
  if (begun.asOf === null) await readByNumber(deps);
  for await (const readings of changesSince(client, link.baselineOrderId, begun.asOf ?? begun.startedAt ?? now)) {
    signal.throwIfAborted();
    file.add({ orders: readings.map(collected), refunds: [] }, {});
  }
  file.add(nothing, { asOf: now });
  tell(deps);
  return file.progress();
};

const nothing: Found = { orders: [], refunds: [] };

const begin = async ({ client, file, link, version }: CollectDeps): Promise<Collection> => {
  const startedAt = await getStoreTime(client);
  const total = await countOrdersUpTo(client, link.baselineOrderId);
  const { linkId, baselineOrderId } = link;
  file.add(nothing, { linkId, baselineOrderId, version, startedAt, total });
  return file.progress();
};

const tell = ({ file, onProgress }: CollectDeps): void =>
  onProgress({ read: file.count(), total: file.progress().total });

const readByNumber = async (deps: CollectDeps): Promise<void> => {
  const { client, file, link, signal } = deps;
  for (let from = Math.max(1, file.progress().reachedOrderId + 1); from <= link.baselineOrderId; ) {
    const raws = await listOrdersUpTo(client, from, link.baselineOrderId);
    const readings = await readRows(client, raws);
    signal.throwIfAborted();
    const isLast = raws.length < PAGE_SIZE;
    const reachedOrderId = isLast ? link.baselineOrderId : Math.max(from, ...raws.map(orderNumberOf));
    file.add({ orders: readings.map(collected), refunds: [] }, { reachedOrderId });
    tell(deps);
    from = reachedOrderId + 1;
  }
};

/** A refund that is not understood is kept for its order, where it names one. */
const readRefunds = async ({ client, file }: CollectDeps, asOf: number | null): Promise<void> => {
  const raws = await listRefunds(client, asOf === null ? null : asOf - OVERLAP_MS);
  const refunds = raws.map((raw) => {
    const read = readRefund(raw);
    const text = JSON.stringify(raw);
    return read.kind === 'refund'
      ? { refundId: String(read.refund.refundId), orderId: read.refund.orderId, raw: text }
      : { refundId: read.name, orderId: Number.parseInt(read.name, 10) || 0, raw: text };
  });
  file.add({ orders: [], refunds }, {});
};

/** Orders up to a number that changed since an instant by BigCommerce's clock, page by page. Throws `StoreProblem`. */
export async function* changesSince(client: Client, upTo: number, since: number): AsyncGenerator<readonly Reading[]> {
  const seen = new Set<string>();
  let step: (Step & { readonly since: number }) | null = { since: since - OVERLAP_MS, page: 1 };
  while (step) {
    const raws = await listChangedUpTo(client, upTo, step);
    const readings = await readRows(client, raws);
    const before = seen.size;
    for (const { read } of readings) seen.add(idOf(read));
    yield readings;
    // A list that only repeats itself would be walked for ever.
    if (seen.size === before) return;
    const next = nextStep(step, changesOf(readings), raws.length === PAGE_SIZE);
    step = next && { ...next, since: next.since ?? step.since };
  }
}

const collected = ({ raw, read }: Reading): Found['orders'][number] => ({
  name: idOf(read),
  orderId: orderNumberOf(raw()),
  raw: JSON.stringify(raw()),
  read: JSON.stringify(read),
});

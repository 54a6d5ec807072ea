import type { Reading } from '../bigcommerce/read-page.ts';
import { isDatedAhead } from '../pull/newest-change.ts';
import { ordersByNumber } from '../pull/orders-by-number.ts';
import { idOf, readRows } from '../pull/store-page.ts';
import { readCursor } from '../store/cursors.ts';
import { saleOfOrder } from '../store/sales.ts';
import { heldAmong } from '../store/unimported-orders.ts';
import { type Compared, compareOrder } from './compare-order.ts';
import { type Finding, finding } from './finding.ts';
import type { Listing } from './list-orders.ts';
import { mendContext, type ProofDeps } from './proof-deps.ts';
import { readOrderNow, type TheirRefunds, theirOrder } from './their-orders.ts';

/** The numbers of the orders that look different, and of those that are here and were not listed. */
export const comparePage = (deps: ProofDeps, { readings, ours }: Listing, refunds: TheirRefunds): number[] => {
  const compared = compareReadings(deps, readings, refunds);
  const listed = new Set(readings.map(({ read }) => Number(idOf(read))));
  const recorded = new Set(compared.map(({ saleKey }) => saleKey));
  const missing = ours.filter(
    (sale) => sale.archived === 0 && !listed.has(sale.orderId) && !recorded.has(sale.saleKey),
  );
  const different = compared.flatMap(({ orderId, findings }) => (findings.length > 0 ? [orderId] : []));
  return [...different, ...missing.map((sale) => sale.orderId)].filter((orderId) => orderId > 0);
};

/** Reads the suspects once more, and answers with what differs still. */
export const compareSuspects = async (
  deps: ProofDeps,
  suspects: readonly number[],
  refunds: TheirRefunds,
): Promise<Finding[]> => {
  const found: (Compared & { readonly orderId: number })[] = [];
  const gone: number[] = [];
  for await (const { asked, listed } of ordersByNumber(deps.client, suspects)) {
    const readings = await readRows(deps.client, listed);
    const there = new Set(readings.map(({ read }) => Number(idOf(read))));
    for (const orderId of asked.filter((each) => !there.has(each))) {
      const reading = await readOrderNow(deps.client, orderId);
      if (reading) readings.push(reading);
      else gone.push(orderId);
    }
    found.push(...compareReadings(deps, readings, refunds));
  }
  const recorded = new Set(found.map(({ saleKey }) => saleKey));
  return [
    ...found.flatMap(({ findings }) => findings),
    ...gone.flatMap((orderId) => goneFinding(deps, orderId, recorded)),
  ];
};

const compareReadings = (
  { db, context }: ProofDeps,
  readings: readonly Reading[],
  refunds: TheirRefunds,
): (Compared & { readonly orderId: number })[] => {
  const at = context();
  const mending = mendContext(db, at);
  const { ordersModifiedAt } = readCursor(db, at.link.linkKey);
  const held = heldAmong(
    db,
    at.link.linkKey,
    readings.map(({ read }) => Number(idOf(read))).filter(Number.isSafeInteger),
  );
  return readings.map((reading) => {
    const orderId = Number(idOf(reading.read));
    const theirs = theirOrder(reading, refunds);
    if (held.has(orderId)) return { orderId, findings: [], saleKey: null };
    if (!theirs) return { orderId, findings: [unreadable(reading)], saleKey: null };
    const { modifiedAt } = theirs.order;
    // Changed since the last pull began: the next one brings it.
    const isNew = modifiedAt > (ordersModifiedAt ?? 0) && !isDatedAhead(modifiedAt, at.now);
    const compared = compareOrder(db, mending, theirs);
    return { orderId, ...compared, findings: isNew ? [] : compared.findings };
  });
};

const unreadable = ({ read }: Reading): Finding =>
  finding('order_held', { orderName: idOf(read) }, { ours: 'Not here', theirs: 'There, and not understood' });

/** An order that BigCommerce does not know, unless its sale proved to be that of another number. */
const goneFinding = ({ db, context }: ProofDeps, orderId: number, recorded: ReadonlySet<number | null>): Finding[] => {
  const sale = saleOfOrder(db, context().link.linkKey, orderId);
  if (!sale || sale.archived === 1 || recorded.has(sale.saleKey)) return [];
  const about = { orderName: String(orderId), saleKey: sale.saleKey };
  return [finding('order_gone_there', about, { ours: 'There', theirs: 'Archived or deleted' })];
};

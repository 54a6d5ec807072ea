import { checkEvidence } from '../../src/main/doctor/check-evidence.ts';
import { type Connection, openConnection } from '../../src/main/store/connection.ts';
import type { PracticeStore } from '../../src/practice-store/practice-store.ts';
import type { Complaints } from './check-folder.ts';

/** What must hold once everything has been exchanged: both sides, order by order and piece by piece. */
export const checkWhenCalm = (folder: string, store: PracticeStore, placed: readonly number[]): Complaints => {
  const db = openConnection(`${folder}/tillbridge.db`, { readonly: true });
  try {
    return [
      ...(db.pragma('integrity_check') === 'ok' ? [] : ['the database is damaged']),
      ...everyOrderOnce(db, store, placed),
      ...stockOfTheShop(db, store, placed),
      ...everythingTold(db, store),
      ...evidenceHolds(db),
    ];
  } finally {
    db.close();
  }
};

/** Steps, prints and orders are what was recorded of them, however often a till was killed and whatever the shop did (N11). */
const evidenceHolds = (db: Connection): Complaints => {
  const entries = db.get<{ count: number }>(`SELECT count(*) AS count FROM evidence_entries WHERE kind = 'step'`);
  const { ok, message } = checkEvidence(db);
  return [...(entries?.count ? [] : ['no step has evidence']), ...(ok ? [] : [message])];
};

const unfinished = new Set([0, 1]);
const cancelled = new Set([5, 6]);

const everyOrderOnce = (db: Connection, store: PracticeStore, placed: readonly number[]): Complaints => {
  const sales = db.all<{ orderId: number; total: number; saleStatus: string }>(
    `SELECT order_id AS orderId, total, sale_status AS saleStatus FROM sales WHERE source = 'online'`,
  );
  const byOrder = Map.groupBy(sales, ({ orderId }) => orderId);
  return placed.flatMap((orderId) => {
    const order = store.order(orderId);
    const here = byOrder.get(orderId) ?? [];
    if (here.length > 1) return [`order ${orderId} is here ${here.length} times`];
    const [sale] = here;
    if (!sale) return unfinished.has(order.status_id) ? [] : [`order ${orderId} is not here`];
    const total = Math.round(Number(order.total_inc_tax) * 10_000);
    if (sale.total !== total) return [`order ${orderId}: total ${sale.total}, there ${total}`];
    const voided = sale.saleStatus === 'voided';
    return voided === cancelled.has(order.status_id)
      ? []
      : [`order ${orderId} is ${sale.saleStatus}, there ${order.status_id}`];
  });
};

/** What left the shop by each line of a web order, from BigCommerce's orders alone: this shares no code with the till. */
const stockOfTheShop = (db: Connection, store: PracticeStore, placed: readonly number[]): Complaints => {
  const taken = new Map(
    db
      .all<{ orderId: number; lineId: string; taken: number }>(
        `SELECT s.order_id AS orderId, m.line_id AS lineId, -sum(m.quantity) AS taken
           FROM stock_movements m
           JOIN sales s ON s.sale_key = m.sale_key AND s.source = 'online'
          GROUP BY s.order_id, m.line_id`,
      )
      .map((row) => [`order ${row.orderId}, line ${row.lineId}`, row.taken]),
  );
  const known = new Set(db.all<{ orderId: number }>('SELECT order_id AS orderId FROM sales').map((row) => row.orderId));
  const sold = new Map(placed.filter((orderId) => known.has(orderId)).flatMap((orderId) => soldBy(store, orderId)));
  return [...new Set([...taken.keys(), ...sold.keys()])].flatMap((what) => {
    const [here, there] = [taken.get(what) ?? 0, sold.get(what) ?? 0];
    return here === there ? [] : [`${what}: ${here} taken here, ${there} sold there`];
  });
};

const soldBy = (store: PracticeStore, orderId: number): [string, number][] => {
  const order = store.order(orderId);
  if (cancelled.has(order.status_id)) return [];
  const bundles = new Set(order.products.map((line) => line.parent_order_product_id));
  return order.products
    .filter((line) => line.type === 'physical' && !bundles.has(line.id))
    .map((line) => [`order ${orderId}, line ${line.id}`, line.quantity - line.quantity_refunded]);
};

/** Nothing waits without a reason, and what was told is there, once. */
const everythingTold = (db: Connection, store: PracticeStore): Complaints => {
  const open = db.all<{ orderId: number; state: string; waitsFor: string | null; lastAnswer: string }>(
    `SELECT order_id AS orderId, state, waits_for AS waitsFor, last_answer AS lastAnswer
       FROM outbox_entries WHERE state IN ('pending', 'sending')`,
  );
  const stuck = open
    .filter((entry) => entry.waitsFor === null && !holdsBack(db, entry.orderId))
    .map(({ orderId, state, lastAnswer }) => `order ${orderId} still waits (${state}) without a reason: ${lastAnswer}`);
  const parked = db
    .all<{ orderId: number }>(
      `SELECT order_id AS orderId FROM outbox_entries WHERE state = 'parked' AND last_answer = ''`,
    )
    .map(({ orderId }) => `order ${orderId} is parked without a word`);
  return [...stuck, ...parked, ...toldAsThere(db, store)];
};

/** A parcel that was told is there, once; one that asks staff, or was given up, is not: its mark would have been found. */
const toldAsThere = (db: Connection, store: PracticeStore): Complaints => {
  const entries = db.all<{ orderId: number; marker: string; state: string; lastAnswer: string }>(
    `SELECT order_id AS orderId, marker, state, last_answer AS lastAnswer FROM outbox_entries WHERE kind = 'shipment'`,
  );
  const there = store.applied.flatMap((effect) => (effect.kind === 'shipment_created' ? effect.comments : []));
  return entries.flatMap(({ orderId, marker, state, lastAnswer }) => {
    const times = there.filter((comment) => comment.includes(marker)).length;
    if (times === (state === 'sent' ? 1 : 0)) return [];
    return [`order ${orderId}: parcel ${marker} is ${state} here, and there ${times} times: ${lastAnswer}`];
  });
};

/** An earlier entry of the same order is parked, or waits for something in BigCommerce. */
const holdsBack = (db: Connection, orderId: number): boolean =>
  db.get(
    `SELECT 1 FROM outbox_entries
      WHERE order_id = :orderId AND (state = 'parked' OR state = 'pending' AND waits_for IS NOT NULL)`,
    { orderId },
  ) !== undefined;

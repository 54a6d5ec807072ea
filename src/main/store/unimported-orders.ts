import type { Reader, Writer } from './connection.ts';

/** Orders that are known and not imported, each with the reason (N4): watched, held, ignored. */

export type HeldReason = 'unmapped_status' | 'unreadable' | 'not_recorded' | 'unreadable_refund';
type IgnoredReason = 'from_this_till' | 'archived';
type LeftOutReason = 'before_link' | 'pending' | IgnoredReason | HeldReason;

/**
 * What became of an order that was not imported. Only this file makes one, and only beside the row that tells the reason,
 * so that no path can leave an order out without one (N4).
 */
class LeftOut {
  readonly #reason: LeftOutReason;
  readonly outcome: 'skipped' | 'held';
  constructor(outcome: LeftOut['outcome'], reason: LeftOutReason) {
    this.outcome = outcome;
    this.#reason = reason;
  }
  get reason(): LeftOutReason {
    return this.#reason;
  }
}

export type { LeftOut };

/** An order from before the link stays out (R74); null for a later one. Its reason is the link's own row. */
export const leaveBeforeLink = (link: { readonly baselineOrderId: number }, orderId: number): LeftOut | null =>
  orderId <= link.baselineOrderId ? new LeftOut('skipped', 'before_link') : null;

export const watchOrder = (
  db: Writer,
  watched: { linkKey: number; orderId: number; statusId: number; seenAt: number },
): LeftOut => {
  db.run(
    `INSERT INTO watched_orders (link_key, order_id, status_id, seen_at)
     VALUES (:linkKey, :orderId, :statusId, :seenAt)
     ON CONFLICT DO UPDATE SET status_id = :statusId WHERE status_id <> :statusId`,
    watched,
  );
  return new LeftOut('skipped', 'pending');
};

export const unwatchOrder = (db: Writer, linkKey: number, orderId: number): void => {
  db.run('DELETE FROM watched_orders WHERE link_key = :linkKey AND order_id = :orderId', { linkKey, orderId });
};

export const isWatched = (db: Reader, linkKey: number, orderId: number): boolean =>
  db.get('SELECT 1 AS found FROM watched_orders WHERE link_key = :linkKey AND order_id = :orderId', {
    linkKey,
    orderId,
  }) !== undefined;

/** Which of some orders a list names. */
const amongOrdersOf =
  (table: 'watched_orders' | 'ignored_orders') =>
  (db: Reader, linkKey: number, orderIds: readonly number[]): ReadonlySet<number> =>
    new Set(
      db
        .all<{ orderId: number }>(
          `SELECT order_id AS orderId FROM ${table}
            WHERE link_key = :linkKey AND order_id IN (SELECT value FROM json_each(:ids))`,
          { linkKey, ids: JSON.stringify(orderIds) },
        )
        .map((row) => row.orderId),
    );

export const watchedAmong = amongOrdersOf('watched_orders');
export const ignoredAmong = amongOrdersOf('ignored_orders');

export interface HeldOrder {
  readonly orderId: string;
  readonly reason: string;
  readonly message: string;
  readonly heldAt: number;
}

/** Keeps it whole beside its reason; `raw` is BigCommerce's own JSON. */
export const holdOrder = (
  db: Writer,
  linkKey: number,
  held: HeldOrder & { readonly reason: HeldReason; readonly raw: string },
): LeftOut => {
  db.run(
    `INSERT INTO held_orders (link_key, order_id, reason, message, raw, held_at)
     VALUES (:linkKey, :orderId, :reason, :message, :raw, :heldAt)
     ON CONFLICT DO UPDATE SET reason = :reason, message = :message, raw = :raw
       WHERE reason <> :reason OR message <> :message OR raw <> :raw`,
    { linkKey, ...held },
  );
  return new LeftOut('held', held.reason);
};

export const releaseHeldOrder = (db: Writer, linkKey: number, orderId: number | string): void => {
  db.run('DELETE FROM held_orders WHERE link_key = :linkKey AND order_id = :orderId', {
    linkKey,
    orderId: String(orderId),
  });
};

/** BigCommerce's own JSON of every held order, or of every held refund. */
export const heldRaws = (db: Reader, linkKey: number, of: 'orders' | 'refunds'): unknown[] =>
  db
    .all<{ raw: string }>(
      `SELECT raw FROM held_orders
        WHERE link_key = :linkKey AND (reason = 'unreadable_refund') = :refunds ORDER BY held_at`,
      { linkKey, refunds: of === 'refunds' ? 1 : 0 },
    )
    .map(({ raw }) => JSON.parse(raw));

const heldColumns = 'order_id AS orderId, reason, message, held_at AS heldAt';

export const heldOrders = (db: Reader, linkKey: number): HeldOrder[] =>
  db.all<HeldOrder>(`SELECT ${heldColumns} FROM held_orders WHERE link_key = :linkKey ORDER BY held_at, order_id`, {
    linkKey,
  });

export const heldOrder = (db: Reader, linkKey: number, orderId: string): HeldOrder | undefined =>
  db.get<HeldOrder>(`SELECT ${heldColumns} FROM held_orders WHERE link_key = :linkKey AND order_id = :orderId`, {
    linkKey,
    orderId,
  });

export const countHeld = (db: Reader, linkKey: number): number =>
  db.get<{ held: number }>('SELECT count(*) AS held FROM held_orders WHERE link_key = :linkKey', { linkKey })?.held ??
  0;

/** Which of some orders are held. */
export const heldAmong = (db: Reader, linkKey: number, orderIds: readonly number[]): ReadonlySet<number> =>
  new Set(
    db
      .all<{ orderId: string }>(
        `SELECT order_id AS orderId FROM held_orders
          WHERE link_key = :linkKey AND order_id IN (SELECT CAST(value AS TEXT) FROM json_each(:ids))`,
        { linkKey, ids: JSON.stringify(orderIds) },
      )
      .map((row) => Number(row.orderId)),
  );

/** `statusId` is the status in which BigCommerce counts it; null where it was not read. */
export const ignoreOrder = (
  db: Writer,
  ignored: { linkKey: number; orderId: number; reason: IgnoredReason; statusId: number | null; seenAt: number },
): LeftOut => {
  db.run(
    `INSERT INTO ignored_orders (link_key, order_id, reason, status_id, seen_at)
     VALUES (:linkKey, :orderId, :reason, :statusId, :seenAt)
     ON CONFLICT DO UPDATE SET reason = :reason, status_id = :statusId
       WHERE reason <> :reason OR status_id IS NOT :statusId`,
    ignored,
  );
  return new LeftOut('skipped', ignored.reason);
};

/** What was ignored is no longer: an archived order was restored, for instance. */
export const stopIgnoring = (db: Writer, linkKey: number, orderId: number): void => {
  db.run('DELETE FROM ignored_orders WHERE link_key = :linkKey AND order_id = :orderId', { linkKey, orderId });
};

export const whyIgnored = (db: Reader, linkKey: number, orderId: number): IgnoredReason | undefined =>
  db.get<{ reason: IgnoredReason }>(
    'SELECT reason FROM ignored_orders WHERE link_key = :linkKey AND order_id = :orderId',
    { linkKey, orderId },
  )?.reason;

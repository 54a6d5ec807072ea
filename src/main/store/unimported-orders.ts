import type { Reader, Writer } from './connection.ts';

/** Orders that are known and not imported, each with the reason (N4): watched, held, ignored. */

export const watchOrder = (
  db: Writer,
  watched: { linkKey: number; orderId: number; statusId: number; seenAt: number },
): boolean =>
  db.run(
    `INSERT INTO watched_orders (link_key, order_id, status_id, seen_at)
     VALUES (:linkKey, :orderId, :statusId, :seenAt)
     ON CONFLICT DO UPDATE SET status_id = :statusId WHERE status_id <> :statusId`,
    watched,
  ).changes > 0;

export const unwatchOrder = (db: Writer, linkKey: number, orderId: number): void => {
  db.run('DELETE FROM watched_orders WHERE link_key = :linkKey AND order_id = :orderId', { linkKey, orderId });
};

export const isWatched = (db: Reader, linkKey: number, orderId: number): boolean =>
  db.get('SELECT 1 AS found FROM watched_orders WHERE link_key = :linkKey AND order_id = :orderId', {
    linkKey,
    orderId,
  }) !== undefined;

/** Which of some orders are watched. */
export const watchedAmong = (db: Reader, linkKey: number, orderIds: readonly number[]): ReadonlySet<number> =>
  new Set(
    db
      .all<{ orderId: number }>(
        `SELECT order_id AS orderId FROM watched_orders
          WHERE link_key = :linkKey AND order_id IN (SELECT value FROM json_each(:ids))`,
        { linkKey, ids: JSON.stringify(orderIds) },
      )
      .map((row) => row.orderId),
  );

export interface HeldOrder {
  readonly orderId: string;
  readonly reason: string;
  readonly message: string;
  readonly heldAt: number;
}

/** Returns whether anything about it is new. */
export const holdOrder = (db: Writer, linkKey: number, held: HeldOrder & { raw: string }): boolean =>
  db.run(
    `INSERT INTO held_orders (link_key, order_id, reason, message, raw, held_at)
     VALUES (:linkKey, :orderId, :reason, :message, :raw, :heldAt)
     ON CONFLICT DO UPDATE SET reason = :reason, message = :message, raw = :raw
       WHERE reason <> :reason OR message <> :message OR raw <> :raw`,
    { linkKey, ...held },
  ).changes > 0;

export const releaseHeldOrder = (db: Writer, linkKey: number, orderId: number | string): void => {
  db.run('DELETE FROM held_orders WHERE link_key = :linkKey AND order_id = :orderId', {
    linkKey,
    orderId: String(orderId),
  });
};

/** BigCommerce's own JSON of every held order. */
export const heldRaws = (db: Reader, linkKey: number): unknown[] =>
  db
    .all<{ raw: string }>(
      "SELECT raw FROM held_orders WHERE link_key = :linkKey AND reason <> 'unreadable_refund' ORDER BY held_at",
      { linkKey },
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

export type IgnoredReason = 'from_this_till' | 'archived';

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

export const ignoreOrder = (
  db: Writer,
  ignored: { linkKey: number; orderId: number; reason: IgnoredReason; seenAt: number },
): void => {
  db.run(
    `INSERT INTO ignored_orders (link_key, order_id, reason, seen_at)
     VALUES (:linkKey, :orderId, :reason, :seenAt) ON CONFLICT DO NOTHING`,
    ignored,
  );
};

export const whyIgnored = (db: Reader, linkKey: number, orderId: number): IgnoredReason | undefined =>
  db.get<{ reason: IgnoredReason }>(
    'SELECT reason FROM ignored_orders WHERE link_key = :linkKey AND order_id = :orderId',
    { linkKey, orderId },
  )?.reason;

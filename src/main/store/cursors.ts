import type { Reader, Writer } from './connection.ts';

/** How far the pull has come (UTC ms). What is `Modified` or `Created` is BigCommerce's clock, the rest is ours. */
export interface Cursor {
  /** Newest `date_modified` whose order is stored; null while none was ever seen. */
  readonly ordersModifiedAt: number | null;
  /** When `ordersModifiedAt` moved last. */
  readonly ordersMovedAt: number | null;
  readonly refundsCreatedAt: number | null;
  readonly lastPulledAt: number | null;
  /** When what no list of changes tells was last compared. */
  readonly checkedUpAt: number | null;
}

const blank: Cursor = {
  ordersModifiedAt: null,
  ordersMovedAt: null,
  refundsCreatedAt: null,
  lastPulledAt: null,
  checkedUpAt: null,
};

export const readCursor = (db: Reader, linkKey: number): Cursor =>
  db.get<Cursor>(
    `SELECT orders_modified_at AS ordersModifiedAt, orders_moved_at AS ordersMovedAt, refunds_created_at AS refundsCreatedAt,
            last_pulled_at AS lastPulledAt, checked_up_at AS checkedUpAt
       FROM cursors WHERE link_key = :linkKey`,
    { linkKey },
  ) ?? blank;

/** Moves the named parts; a page moves its part in the transaction that stores its rows (design law 1). */
export const moveCursor = (db: Writer, linkKey: number, to: Partial<Cursor>): void => {
  const next = { ...readCursor(db, linkKey), ...to };
  db.run(
    `INSERT INTO cursors (link_key, orders_modified_at, orders_moved_at, refunds_created_at, last_pulled_at, checked_up_at)
     VALUES (:linkKey, :ordersModifiedAt, :ordersMovedAt, :refundsCreatedAt, :lastPulledAt, :checkedUpAt)
     ON CONFLICT (link_key) DO UPDATE SET orders_modified_at = :ordersModifiedAt, orders_moved_at = :ordersMovedAt,
       refunds_created_at = :refundsCreatedAt, last_pulled_at = :lastPulledAt, checked_up_at = :checkedUpAt`,
    { linkKey, ...next },
  );
};

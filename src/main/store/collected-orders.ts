import { Buffer } from 'node:buffer';
import { existsSync, rmSync } from 'node:fs';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type Connection, openConnection } from './connection.ts';

/**
 * Past orders as BigCommerce told them, in a file of their own beside the database: what is imported is what was
 * rehearsed. It is deleted once they are imported, and can be read again at any time.
 */
export interface CollectedOrders {
  readonly progress: () => Collection;
  /** Stores rows with how far the reading has come, in one transaction. */
  readonly add: (found: Found, to: Partial<Collection>) => void;
  readonly count: () => number;
  /** The next orders behind a number, in rising order; more than `limit` only where several have no number. */
  readonly after: (orderId: number, limit: number) => CollectedOrder[];
  readonly refundsOf: (orderIds: readonly number[]) => unknown[];
  readonly close: () => void;
}

/** How far the reading has come. Instants are UTC ms by BigCommerce's clock. */
export interface Collection {
  /** The link's baseline; null before the beginning. */
  readonly baselineOrderId: number | null;
  readonly linkId: string | null;
  /** The app's, which understood them. */
  readonly version: string | null;
  readonly startedAt: number | null;
  /** Everything up to then is read; null until then. */
  readonly asOf: number | null;
  /** Orders up to this number are read. */
  readonly reachedOrderId: number;
  readonly total: number | null;
}

export interface CollectedOrder {
  readonly orderId: number;
  /** BigCommerce's own JSON. */
  readonly raw: string;
  /** What this version of the app understood of it, with what had to be fetched besides, as JSON. */
  readonly read: string;
}

export interface Found {
  /** `name`: the order's number, or what a row without one is told by. */
  readonly orders: readonly (CollectedOrder & { readonly name: string })[];
  readonly refunds: readonly { readonly refundId: string; readonly orderId: number; readonly raw: string }[];
}

const schema = `
CREATE TABLE IF NOT EXISTS collection (one INTEGER PRIMARY KEY CHECK (one = 1), progress TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS orders (
  name TEXT PRIMARY KEY,
  order_id INTEGER NOT NULL,
  raw TEXT NOT NULL,
  read TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS orders_by_number ON orders (order_id);
CREATE TABLE IF NOT EXISTS refunds (refund_id TEXT PRIMARY KEY, order_id INTEGER NOT NULL, raw TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS refunds_by_order ON refunds (order_id);
`;

const nothingYet: Collection = {
  baselineOrderId: null,
  linkId: null,
  version: null,
  startedAt: null,
  asOf: null,
  reachedOrderId: -1,
  total: null,
};

/** An order is some eight kilobytes of JSON, most of it the same words again. */
const packed = (text: string): string => deflateRawSync(text, { level: 2 }).toString('base64');
const unpacked = (text: string): string => inflateRawSync(Buffer.from(text, 'base64')).toString();

export const openCollectedOrders = (file: string): CollectedOrders => {
  const db: Connection = openConnection(file);
  db.execute(schema);
  const progress = (): Collection => {
    const row = db.get<{ progress: string }>('SELECT progress FROM collection');
    return row ? { ...nothingYet, ...JSON.parse(row.progress) } : nothingYet;
  };
  return {
    progress,
    add: ({ orders, refunds }, to) =>
      db.transaction(() => {
        for (const { name, orderId, raw, read } of orders) {
          db.run('INSERT OR REPLACE INTO orders (name, order_id, raw, read) VALUES (:name, :orderId, :raw, :read)', {
            name,
            orderId,
            raw: packed(raw),
            read: packed(read),
          });
        }
        for (const { refundId, orderId, raw } of refunds) {
          db.run('INSERT OR REPLACE INTO refunds (refund_id, order_id, raw) VALUES (:refundId, :orderId, :raw)', {
            refundId,
            orderId,
            raw,
          });
        }
        db.run('INSERT OR REPLACE INTO collection (one, progress) VALUES (1, :progress)', {
          progress: JSON.stringify({ ...progress(), ...to }),
        });
      }),
    count: () => db.get<{ count: number }>('SELECT count(*) AS count FROM orders')?.count ?? 0,
    after: (orderId, limit) =>
      db
        .all<CollectedOrder>(
          `SELECT order_id AS orderId, raw, read FROM orders
            WHERE order_id > :orderId AND order_id <= (
              SELECT max(order_id) FROM (SELECT order_id FROM orders WHERE order_id > :orderId ORDER BY order_id LIMIT :limit))
            ORDER BY order_id, name`,
          { orderId, limit },
        )
        .map((order) => ({ ...order, raw: unpacked(order.raw), read: unpacked(order.read) })),
    refundsOf: (orderIds) =>
      db
        .all<{ raw: string }>(
          'SELECT raw FROM refunds WHERE order_id IN (SELECT value FROM json_each(:ids)) ORDER BY refund_id',
          { ids: JSON.stringify(orderIds) },
        )
        .map(({ raw }) => JSON.parse(raw)),
    close: db.close,
  };
};

/** Removes a database file and what SQLite keeps beside it. */
export const removeDatabase = (file: string): void => {
  for (const each of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(each)) rmSync(each);
};

import type { Reader, Writer } from './connection.ts';
import { insertKeyed } from './insert.ts';

/** A rehearsal, and the import that follows from it (N3). Instants are UTC ms. */
export interface HistoryBatch {
  readonly batchKey: number;
  readonly batchId: string;
  readonly linkKey: number;
  readonly state: HistoryBatchState;
  /** 1: its sales take no stock and give none back, for ever. */
  readonly leavesStock: number;
  readonly begunAt: number;
  /** Where it records. */
  readonly outletKey: number;
  readonly registerKey: number;
  readonly ordersRead: number;
  /** Null while it is not known. */
  readonly ordersTotal: number | null;
  /** As of when the orders were read, by BigCommerce's clock; null before they were. */
  readonly ordersAsOf: number | null;
  /** The batch's own cursor: orders up to this number were looked at. */
  readonly reachedOrderId: number;
  readonly ordersDone: number;
  readonly rehearsedAt: number | null;
  readonly confirmedAt: number | null;
  readonly confirmedBy: string | null;
  readonly importedAt: number | null;
  readonly undoneAt: number | null;
  readonly undoneBy: string | null;
}

export type HistoryBatchState = 'reading' | 'rehearsed' | 'importing' | 'stopped' | 'imported' | 'undoing' | 'undone';

const columns: Readonly<Record<keyof Omit<HistoryBatch, 'batchKey'>, string>> = {
  batchId: 'batch_id',
  linkKey: 'link_key',
  state: 'state',
  leavesStock: 'leaves_stock',
  begunAt: 'begun_at',
  outletKey: 'outlet_key',
  registerKey: 'register_key',
  ordersRead: 'orders_read',
  ordersTotal: 'orders_total',
  ordersAsOf: 'orders_as_of',
  reachedOrderId: 'reached_order_id',
  ordersDone: 'orders_done',
  rehearsedAt: 'rehearsed_at',
  confirmedAt: 'confirmed_at',
  confirmedBy: 'confirmed_by',
  importedAt: 'imported_at',
  undoneAt: 'undone_at',
  undoneBy: 'undone_by',
};
const fields = Object.keys(columns) as (keyof typeof columns)[];

const selectBatch = `SELECT batch_key AS batchKey, ${fields.map((field) => `${columns[field]} AS ${field}`).join(', ')}
  FROM history_batches`;
const updateBatchSql = `UPDATE history_batches SET ${fields.map((field) => `${columns[field]} = :${field}`).join(', ')}
  WHERE batch_key = :batchKey`;

const insertRow = insertKeyed<Omit<HistoryBatch, 'batchKey'>>('history_batches', 'batch_key', columns);

/** The cursor of a batch that has looked at nothing yet: an order without a readable number counts as 0. */
export const BEFORE_ALL_ORDERS = -1;

export const beginBatch = (
  db: Writer,
  batch: Pick<HistoryBatch, 'batchId' | 'linkKey' | 'leavesStock' | 'begunAt' | 'outletKey' | 'registerKey'>,
): HistoryBatch => {
  const row = {
    ...batch,
    state: 'reading' as const,
    ordersRead: 0,
    ordersTotal: null,
    ordersAsOf: null,
    reachedOrderId: BEFORE_ALL_ORDERS,
    ordersDone: 0,
    rehearsedAt: null,
    confirmedAt: null,
    confirmedBy: null,
    importedAt: null,
    undoneAt: null,
    undoneBy: null,
  };
  return { ...row, batchKey: insertRow(db, row) };
};

/** Moves the named parts of a batch, in the transaction of what they tell of. */
export const moveBatch = (db: Writer, batchKey: number, to: Partial<HistoryBatch>): HistoryBatch =>
  db.transaction(() => {
    const before = batchByKey(db, batchKey);
    if (!before) throw new Error(`There is no batch ${batchKey}.`);
    const after = { ...before, ...to };
    db.run(updateBatchSql, { ...after });
    return after;
  });

export const batchByKey = (db: Reader, batchKey: number): HistoryBatch | undefined =>
  db.get<HistoryBatch>(`${selectBatch} WHERE batch_key = :batchKey`, { batchKey });

export const batchById = (db: Reader, batchId: string): HistoryBatch | undefined =>
  db.get<HistoryBatch>(`${selectBatch} WHERE batch_id = :batchId`, { batchId });

/** Newest first. */
export const batchesOf = (db: Reader, linkKey: number): HistoryBatch[] =>
  db.all<HistoryBatch>(`${selectBatch} WHERE link_key = :linkKey ORDER BY batch_key DESC`, { linkKey });

/** The batch that is not at its end yet: there is one at most. */
export const openBatch = (db: Reader, linkKey: number): HistoryBatch | undefined =>
  db.get<HistoryBatch>(
    `${selectBatch} WHERE link_key = :linkKey AND state NOT IN ('imported', 'undone') ORDER BY batch_key DESC LIMIT 1`,
    { linkKey },
  );

/** Gives up a rehearsal that was not imported. */
export const deleteRehearsal = (db: Writer, batchKey: number): void => {
  db.run('DELETE FROM history_cells WHERE batch_key = :batchKey', { batchKey });
  db.run("DELETE FROM history_batches WHERE batch_key = :batchKey AND state IN ('reading', 'rehearsed')", { batchKey });
};

/** Until when a link's history is unlocked (UTC ms); null when it is locked. */
export const unlockedUntil = (db: Reader, linkKey: number, now: number): number | null =>
  db.get<{ until: number | null }>(
    'SELECT max(expires_at) AS until FROM history_unlocks WHERE link_key = :linkKey AND expires_at > :now',
    { linkKey, now },
  )?.until ?? null;

export const recordUnlock = (
  db: Writer,
  unlock: { linkKey: number; codeId: string; expiresAt: number; unlockedAt: number; unlockedBy: string },
): void => {
  db.run(
    `INSERT INTO history_unlocks (link_key, code_id, expires_at, unlocked_at, unlocked_by)
     VALUES (:linkKey, :codeId, :expiresAt, :unlockedAt, :unlockedBy) ON CONFLICT DO NOTHING`,
    unlock,
  );
};

import type { Connection, Reader } from './connection.ts';
import { type CopyMark, readMark } from './copy-database.ts';
import { checkLedger } from './ledger-check.ts';
import { lookIntoDatabase } from './look-into-folder.ts';
import { schemaVersion } from './migrate.ts';
import type { ReadProgress } from './read-through.ts';

/** What is in a copy. Instants are UTC ms. */
export interface CopyLook {
  readonly mark: CopyMark | null;
  readonly sales: number;
  readonly lastSaleAt: number | null;
  /** Changes that BigCommerce is still to be told. */
  readonly waiting: number;
}

/** What is here and not in a copy. */
export interface MissingRows {
  readonly onlineSales: number;
  readonly inStoreSales: number;
  readonly fulfillmentSteps: number;
  /** By staff; those of web orders come again with them. */
  readonly stockMovements: number;
  readonly tillsClosed: number;
}

/**
 * Reads a copy through: why it is no good, in plain words; null where it is sound. Pages, indexes, references, and that
 * every figure of stock is the sum of its movements.
 */
export const flawOf = (copy: Connection, onProgress?: (progress: ReadProgress) => void): string | null => {
  if (!isOurs(copy)) return 'It is not a copy of a Tillbridge database.';
  const version = Number(copy.pragma('user_version'));
  if (version > schemaVersion) {
    return `It was written by a newer Tillbridge (schema ${version}, here ${schemaVersion}). Install the newer version first.`;
  }
  const { damage, orphan } = lookIntoDatabase(copy, onProgress);
  if (damage !== null) return `It is damaged: ${damage}`;
  if (orphan !== null) return `A row of ${orphan} refers to one that is not there.`;
  const [wrong] = checkLedger(copy);
  return wrong === undefined ? null : `Stock of ${wrong.name} says ${wrong.onHand}, and its movements ${wrong.sum}.`;
};

const isOurs = (copy: Reader): boolean =>
  copy.get<{ tables: number }>(
    `SELECT count(*) AS tables FROM sqlite_master
      WHERE type = 'table' AND name IN ('settings', 'outlets', 'sales', 'stock_movements')`,
  )?.tables === 4;

const hasTable = (db: Reader, name: string): boolean =>
  db.get(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = :name`, { name }) !== undefined;

export const lookIntoCopy = (copy: Connection): CopyLook => {
  const sales = copy.get<{ sales: number; lastSaleAt: number | null }>(
    'SELECT count(*) AS sales, max(sold_at) AS lastSaleAt FROM sales',
  );
  const outbox = hasTable(copy, 'outbox_entries')
    ? copy.get<{ waiting: number }>('SELECT count(*) AS waiting FROM outbox_entries WHERE ended_at IS NULL')
    : undefined;
  return {
    mark: readMark(copy),
    sales: sales?.sales ?? 0,
    lastSaleAt: sales?.lastSaleAt ?? null,
    waiting: outbox?.waiting ?? 0,
  };
};

/** Keys only ever grow, so what came later has a larger one. */
const keysOf = (db: Reader, [table, key]: readonly [string, string]): number =>
  hasTable(db, table)
    ? Number(db.get<{ last: number | null }>(`SELECT max(${key}) AS last FROM ${table}`)?.last ?? 0)
    : 0;

const countBeyond = (db: Reader, [table, key]: readonly [string, string], last: number, where = '1'): number =>
  Number(
    db.get<{ count: number }>(`SELECT count(*) AS count FROM ${table} WHERE ${key} > :last AND ${where}`, { last })
      ?.count,
  );

const sales = ['sales', 'sale_key'] as const;
const steps = ['fulfillment_steps', 'step_key'] as const;
const movements = ['stock_movements', 'movement_key'] as const;

/** Both as they are; `here` of the newest schema. */
export const missingIn = (copy: Reader, here: Reader): MissingRows => ({
  onlineSales: countBeyond(here, sales, keysOf(copy, sales), "source = 'online'"),
  inStoreSales: countBeyond(here, sales, keysOf(copy, sales), "source = 'in_store'"),
  fulfillmentSteps: countBeyond(here, steps, keysOf(copy, steps)),
  stockMovements: countBeyond(here, movements, keysOf(copy, movements), 'sale_key IS NULL'),
  tillsClosed: tillsClosed(here) - tillsClosed(copy),
});

const tillsClosed = (db: Reader): number =>
  hasTable(db, 'openings') ? countBeyond(db, ['openings', 'opening_key'], 0, 'closed_at IS NOT NULL') : 0;

import Database from 'better-sqlite3';
import { createLogFolder, FOLDED_AFTER, FOLDED_AT_LAST_AFTER } from './log-folding.ts';
import type { Turn } from './turns.ts';
import { createWaitingRows, type Insertion } from './waiting-rows.ts';
import { createWaitingSums, type Sum } from './waiting-sums.ts';

export type SqlValue = string | number | null;
export type SqlParams = Readonly<Record<string, SqlValue>>;

/** Reads only: what queries are given, so that a query cannot write (a write does not compile). */
export interface Reader {
  /** The first row, or undefined. `T` states the columns the SQL selects. */
  get<T>(sql: string, params?: SqlParams): T | undefined;
  all<T>(sql: string, params?: SqlParams): T[];
  /** One row after the other, no further than is asked for. Nothing can be written until it is left. */
  iterate<T>(sql: string, params?: SqlParams): Iterable<T>;
}

export interface Writer extends Reader {
  /** Returns the key of the row inserted last and how many rows changed. */
  run(sql: string, params?: SqlParams | readonly SqlValue[]): { readonly changes: number; readonly lastKey: number };
  /** Inserts a row; within a transaction at the latest before its table is read, or the transaction ends. */
  insert(insertion: Insertion, values: readonly SqlValue[]): void;
  /** Adds amounts to a kept figure; within a transaction once for each key, at the latest before its table is read. */
  addUp(sum: Sum, key: readonly SqlValue[], amounts: readonly number[]): void;
  /** What `make` answers, made once a transaction for each name; anew each time outside of one. */
  remember<T>(name: string, make: () => T): T;
  /** The key that the next row of a table is to have; within a transaction nobody else can take it. */
  nextKey(table: string, keyColumn: string): number;
  /** All or nothing; takes the write lock at once, so that it never fails half-way for being late. */
  transaction<T>(work: () => T): T;
}

export interface Connection extends Writer {
  /** Runs SQL that prepares no statement: migrations and pragmas. */
  execute(sql: string): void;
  pragma(name: string): SqlValue;
  close(): void;
}

/** How long a statement waits for another connection's transaction, in ms. */
const BUSY_TIMEOUT_MS = 15_000;

interface ConnectionOptions {
  readonly readonly?: boolean;
  readonly patienceMs?: number | undefined;
  /** Told around what writes, where two threads write to the same file. */
  readonly turn?: Turn;
}

/**
 * Opens a database file. Every connection is in WAL mode with `synchronous=FULL`: shops lose power, and with less an
 * acknowledged sale can be gone afterwards (measures.md, power loss).
 */
export const openConnection = (
  file: string,
  { readonly = false, patienceMs = BUSY_TIMEOUT_MS, turn }: ConnectionOptions = {},
): Connection => {
  const database = new Database(file, { readonly, timeout: patienceMs });
  if (!readonly) database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // 64 MB.
  database.pragma('cache_size = -65536');
  database.pragma(`wal_autocheckpoint = ${turn ? FOLDED_AT_LAST_AFTER : FOLDED_AFTER}`);
  const statements = new Map<string, Database.Statement>();
  const prepared = (sql: string): Database.Statement => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = database.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  const folder = turn?.logLimit ? createLogFolder(database, turn.logLimit) : undefined;
  // Asking the database itself costs as much as a row.
  let inTransaction = false;
  const inTurn = <T>(write: () => T): T => {
    if (inTransaction || !turn) return write();
    turn.take();
    try {
      folder?.inTurn();
      return write();
    } finally {
      turn.leave();
      if (database.open) folder?.betweenTurns();
    }
  };
  const run: Connection['run'] = (sql, params = {}) => {
    const { changes, lastInsertRowid } = inTurn(() => prepared(sql).run(params));
    return { changes, lastKey: Number(lastInsertRowid) };
  };
  const rows = createWaitingRows((sql, values) => void run(sql, values));
  const sums = createWaitingSums((sql, values) => void run(sql, values));
  const keys = new Map<string, number>();
  const remembered = new Map<string, unknown>();
  const flush = () => {
    rows.flush();
    sums.flush();
  };
  const flushBefore = (sql: string) => {
    rows.flushBefore(sql);
    sums.flushBefore(sql);
  };
  const ready = (sql: string): Database.Statement => {
    flushBefore(sql);
    return prepared(sql);
  };
  const whole = <T>(work: () => T): T => {
    try {
      const result = work();
      flush();
      return result;
    } catch (error) {
      rows.discard();
      sums.discard();
      throw error;
    }
  };
  return {
    get: <T>(sql: string, params: SqlParams = {}) => ready(sql).get(params) as T | undefined,
    all: <T>(sql: string, params: SqlParams = {}) => ready(sql).all(params) as T[],
    iterate: <T>(sql: string, params: SqlParams = {}) => ready(sql).iterate(params) as Iterable<T>,
    run: (sql, params) => {
      flushBefore(sql);
      return run(sql, params);
    },
    insert: (insertion, values) => {
      if (inTransaction) rows.add(insertion, values);
      else run(insertion.head + insertion.placeholders, values);
    },
    addUp: (sum, key, amounts) => {
      sums.add(sum, key, amounts);
      if (!inTransaction) sums.flush();
    },
    remember: <T>(name: string, make: () => T): T => {
      if (!inTransaction) return make();
      if (!remembered.has(name)) remembered.set(name, make());
      return remembered.get(name) as T;
    },
    nextKey: (table, keyColumn) => {
      const key = ((inTransaction ? keys.get(table) : undefined) ?? lastKey(database, table, keyColumn)) + 1;
      keys.set(table, key);
      return key;
    },
    transaction: (work) => {
      if (inTransaction) {
        // What waits belongs to the outer work, and must not be lost when the inner one is undone.
        flush();
        return database.transaction(() => whole(work))();
      }
      keys.clear();
      remembered.clear();
      return inTurn(() => {
        try {
          return database
            .transaction(() => {
              inTransaction = true;
              return whole(work);
            })
            .immediate();
        } finally {
          inTransaction = false;
        }
      });
    },
    execute: (sql) => {
      flush();
      database.exec(sql);
    },
    pragma: (name) => database.pragma(name, { simple: true }) as SqlValue,
    close: () => {
      database.close();
    },
  };
};

const lastKey = (database: Database.Database, table: string, keyColumn: string): number =>
  Number(database.prepare(`SELECT coalesce(max(${keyColumn}), 0) FROM ${table}`).pluck().get());

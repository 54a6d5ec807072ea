import Database from 'better-sqlite3';
import { createWaitingRows, type Insertion } from './waiting-rows.ts';

export type SqlValue = string | number | null;
export type SqlParams = Readonly<Record<string, SqlValue>>;

/** Reads only: what queries are given, so that a query cannot write (a write does not compile). */
export interface Reader {
  /** The first row, or undefined. `T` states the columns the SQL selects. */
  get<T>(sql: string, params?: SqlParams): T | undefined;
  all<T>(sql: string, params?: SqlParams): T[];
}

export interface Writer extends Reader {
  /** Returns the key of the row inserted last and how many rows changed. */
  run(sql: string, params?: SqlParams | readonly SqlValue[]): { readonly changes: number; readonly lastKey: number };
  /** Inserts a row; within a transaction at the latest before its table is read, or the transaction ends. */
  insert(insertion: Insertion, values: readonly SqlValue[]): void;
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

/**
 * Opens a database file. Every connection is in WAL mode with `synchronous=FULL`: shops lose power, and with less an
 * acknowledged sale can be gone afterwards (measures.md, power loss).
 */
export const openConnection = (file: string, options: { readonly: boolean } = { readonly: false }): Connection => {
  const database = new Database(file, { readonly: options.readonly, timeout: BUSY_TIMEOUT_MS });
  if (!options.readonly) database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // 64 MB of cache; and the log is folded into the database every 32 MB, for each folding waits for the disk twice.
  database.pragma('cache_size = -65536');
  database.pragma('wal_autocheckpoint = 8192');
  const statements = new Map<string, Database.Statement>();
  const prepared = (sql: string): Database.Statement => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = database.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  const run: Connection['run'] = (sql, params = {}) => {
    const { changes, lastInsertRowid } = prepared(sql).run(params);
    return { changes, lastKey: Number(lastInsertRowid) };
  };
  const rows = createWaitingRows((sql, values) => void run(sql, values));
  const keys = new Map<string, number>();
  // Asking the database itself costs as much as a row.
  let inTransaction = false;
  const ready = (sql: string): Database.Statement => {
    rows.flushBefore(sql);
    return prepared(sql);
  };
  const whole = <T>(work: () => T): T => {
    try {
      const result = work();
      rows.flush();
      return result;
    } catch (error) {
      rows.discard();
      throw error;
    }
  };
  return {
    get: <T>(sql: string, params: SqlParams = {}) => ready(sql).get(params) as T | undefined,
    all: <T>(sql: string, params: SqlParams = {}) => ready(sql).all(params) as T[],
    run: (sql, params) => {
      rows.flushBefore(sql);
      return run(sql, params);
    },
    insert: (insertion, values) => {
      if (inTransaction) rows.add(insertion, values);
      else run(insertion.head + insertion.placeholders, values);
    },
    nextKey: (table, keyColumn) => {
      const key = ((inTransaction ? keys.get(table) : undefined) ?? lastKey(database, table, keyColumn)) + 1;
      keys.set(table, key);
      return key;
    },
    transaction: (work) => {
      if (inTransaction) {
        // What waits belongs to the outer work, and must not be lost when the inner one is undone.
        rows.flush();
        return database.transaction(() => whole(work))();
      }
      keys.clear();
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
    },
    execute: (sql) => {
      rows.flush();
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

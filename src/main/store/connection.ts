import Database from 'better-sqlite3';

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
  return {
    get: <T>(sql: string, params: SqlParams = {}) => prepared(sql).get(params) as T | undefined,
    all: <T>(sql: string, params: SqlParams = {}) => prepared(sql).all(params) as T[],
    run: (sql, params = {}) => {
      const { changes, lastInsertRowid } = prepared(sql).run(params);
      return { changes, lastKey: Number(lastInsertRowid) };
    },
    transaction: (work) => database.transaction(work).immediate(),
    execute: (sql) => {
      database.exec(sql);
    },
    pragma: (name) => database.pragma(name, { simple: true }) as SqlValue,
    close: () => {
      database.close();
    },
  };
};

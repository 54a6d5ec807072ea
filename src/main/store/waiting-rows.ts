import type { SqlValue } from './connection.ts';

/** How a table's rows are written: `INSERT INTO … VALUES ` and one row's place holders. */
export interface Insertion {
  readonly table: string;
  /** What a statement names that has to do with its rows: the table, and the key by which other rows name them. */
  readonly names: readonly string[];
  /** The tables whose rows it names, if those may wait as well: they are written before. */
  readonly after: readonly string[];
  readonly head: string;
  readonly placeholders: string;
  readonly width: number;
}

/**
 * Rows of a transaction that are written together, table by table and many a statement: binding and starting a statement
 * for each row costs more than the row, and one table at a time stays in the processor's memory.
 */
export interface WaitingRows {
  readonly add: (insertion: Insertion, values: readonly SqlValue[]) => void;
  /** Writes everything that waits, when a statement has to do with any of it. */
  readonly flushBefore: (sql: string) => void;
  readonly flush: () => void;
  /** Forgets them: their transaction is undone. */
  readonly discard: () => void;
}

const MOST_TOGETHER = 32;

export const createWaitingRows = (run: (sql: string, values: readonly SqlValue[]) => void): WaitingRows => {
  const waiting = new Map<string, { readonly insertion: Insertion; readonly values: SqlValue[] }>();
  const wordsOf = new Map<string, ReadonlySet<string>>();

  const words = (sql: string): ReadonlySet<string> => {
    const known = wordsOf.get(sql) ?? new Set(sql.match(/\w+/g));
    wordsOf.set(sql, known);
    return known;
  };

  const write = ({ head, placeholders, width }: Insertion, values: readonly SqlValue[]) => {
    let from = 0;
    for (let together = MOST_TOGETHER; together >= 1; together >>= 1) {
      const size = together * width;
      for (; values.length - from >= size; from += size) {
        run(head + Array(together).fill(placeholders).join(','), values.slice(from, from + size));
      }
    }
  };

  const writeTable = (table: string) => {
    const rows = waiting.get(table);
    if (!rows) return;
    waiting.delete(table);
    rows.insertion.after.forEach(writeTable);
    write(rows.insertion, rows.values);
  };

  const flush = () => {
    for (const table of [...waiting.keys()]) writeTable(table);
  };

  return {
    add: (insertion, values) => {
      const rows = waiting.get(insertion.table);
      if (rows) for (const value of values) rows.values.push(value);
      else waiting.set(insertion.table, { insertion, values: [...values] });
    },
    flushBefore: (sql) => {
      if (waiting.size === 0) return;
      const spoken = words(sql);
      for (const { insertion } of waiting.values()) {
        if (insertion.names.some((name) => spoken.has(name))) return flush();
      }
    },
    flush,
    discard: () => waiting.clear(),
  };
};

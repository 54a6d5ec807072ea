import type { SqlValue } from './connection.ts';
import { wordsOf } from './words-of.ts';

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
  /**
   * Rows are written in the order of their first value, and wait for one another until their own table is read: a
   * full-text index goes to the disk whenever a row comes before the last one.
   */
  readonly inOrder: boolean;
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
  const write = ({ head, placeholders, width, inOrder }: Insertion, added: readonly SqlValue[]) => {
    const values = inOrder ? sorted(added, width) : added;
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

  const flushWhatDoesNotWait = (spoken: ReadonlySet<string>) => {
    for (const [table, { insertion }] of [...waiting]) {
      if (!insertion.inOrder || spoken.has(table)) writeTable(table);
    }
  };

  return {
    add: (insertion, values) => {
      const rows = waiting.get(insertion.table);
      if (rows) for (const value of values) rows.values.push(value);
      else waiting.set(insertion.table, { insertion, values: [...values] });
    },
    flushBefore: (sql) => {
      if (waiting.size === 0) return;
      const spoken = wordsOf(sql);
      for (const { insertion } of waiting.values()) {
        if (insertion.names.some((name) => spoken.has(name))) return flushWhatDoesNotWait(spoken);
      }
    },
    flush,
    discard: () => waiting.clear(),
  };
};

/** Rows of one width, by their first values. */
const sorted = (values: readonly SqlValue[], width: number): SqlValue[] => {
  const starts = Array.from({ length: values.length / width }, (_, row) => row * width);
  starts.sort((one, other) => Number(values[one]) - Number(values[other]));
  return starts.flatMap((start) => values.slice(start, start + width));
};

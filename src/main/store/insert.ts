import type { SqlValue, Writer } from './connection.ts';
import type { Insertion } from './waiting-rows.ts';
import type { Sum } from './waiting-sums.ts';

type RowOf<T> = { readonly [F in keyof T]: SqlValue };
type ColumnsOf<T> = { readonly [F in keyof T]-?: string };

const insertionOf = (
  names: readonly [table: string, ...keys: string[]],
  columns: readonly string[],
  after: readonly string[],
): Insertion => ({
  table: names[0],
  names,
  after,
  head: `INSERT INTO ${names[0]} (${columns.join(', ')}) VALUES `,
  placeholders: `(${columns.map(() => '?').join(', ')})`,
  width: columns.length,
  inOrder: false,
});

/**
 * An insert into a table, each field's column named once. Within a transaction the row may be written a little later,
 * together with others, but before anything is read from its table. `after`: see `Insertion`.
 */
export const insertInto = <T extends RowOf<T>>(
  table: string,
  columns: ColumnsOf<T>,
  after: readonly string[] = [],
): ((db: Writer, row: T) => void) => {
  const fields = Object.keys(columns) as (keyof T)[];
  const names = fields.map((field) => columns[field]);
  const insertion = insertionOf([table], names, after);
  return (db, row) =>
    db.insert(
      insertion,
      fields.map((field) => row[field]),
    );
};

/**
 * The same for a full-text index: a row takes the place of an older one with the same first column, and a transaction's
 * rows are written in the order of that column.
 */
export const replaceInOrder = <T extends RowOf<T>>(table: string, columns: ColumnsOf<T>) => {
  const fields = Object.keys(columns) as (keyof T)[];
  const names = fields.map((field) => columns[field]);
  const plain = insertionOf([table], names, []);
  const insertion = { ...plain, head: plain.head.replace('INSERT', 'INSERT OR REPLACE'), inOrder: true };
  return (db: Writer, row: T): void =>
    db.insert(
      insertion,
      fields.map((field) => row[field]),
    );
};

/**
 * Figures kept beside what they count, a row a key; the first `identity` columns of the key tell a row from all others.
 * The first amount is how many there are: a row of none goes.
 */
export const sumInto = (table: string, key: readonly string[], identity: number, amounts: readonly string[]): Sum => {
  const columns = [...key, ...amounts];
  const told = key.slice(0, identity);
  return {
    table,
    identity,
    add: `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
      ON CONFLICT (${told.join(', ')}) DO UPDATE SET ${amounts.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')}`,
    clear: `DELETE FROM ${table} WHERE ${told.map((name) => `${name} = ?`).join(' AND ')} AND ${amounts[0]} = 0`,
  };
};

/** The same for a table whose rows have a key of their own: returns it, though the row may be written later. */
export const insertKeyed = <T extends RowOf<T>>(
  table: string,
  keyColumn: string,
  columns: ColumnsOf<T>,
  after: readonly string[] = [],
): ((db: Writer, row: T) => number) => {
  const fields = Object.keys(columns) as (keyof T)[];
  const names = [keyColumn, ...fields.map((field) => columns[field])];
  const insertion = insertionOf([table, keyColumn], names, after);
  return (db, row) => {
    const key = db.nextKey(table, keyColumn);
    db.insert(insertion, [key, ...fields.map((field) => row[field])]);
    return key;
  };
};

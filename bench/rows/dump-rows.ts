import Database from 'better-sqlite3';
import { saleOfRow } from '../../src/main/store/sale-search.ts';
import { openPages } from '../pages/page-folder.ts';
import { databaseOf } from '../subjects/import-orders.ts';
import { addPageTables, pageExpression } from './page-of-row.ts';
import { type PageRows, type Row, writeRows } from './row-files.ts';

interface Table {
  readonly name: string;
  readonly select: string;
  readonly insert: string;
}

/** Pages that are read from the database in one go: few enough to be held in memory. */
const PAGES_AT_ONCE = 40;

export interface DumpInput {
  /** The data folder after the import; it is of no use afterwards. */
  readonly folder: string;
  /** The same folder before it: its rows are there already. */
  readonly template: string;
  readonly pages: string;
  readonly pageCount: number;
  /** Where to write them. */
  readonly rows: string;
}

/** Reads back every row that an import left, page by page of its orders, and writes them as the limit's arrays. */
export const dumpRows = ({ folder, template, pages, pageCount, rows }: DumpInput): void => {
  const database = new Database(databaseOf(folder));
  try {
    addPageTables(database, orderIds(pages, pageCount));
    const tables = tablesOf(database, filledTables(template), pageCount - 1);
    for (let from = 0; from < pageCount; from += PAGES_AT_ONCE) {
      const until = Math.min(pageCount, from + PAGES_AT_ONCE);
      const found = Array.from({ length: until - from }, (): { sql: string; rows: Row[] }[] => []);
      for (const table of tables) collect(database, table, { from, until, found });
      found.forEach((page: PageRows, index) => {
        writeRows(rows, from + index, page);
      });
    }
  } finally {
    database.close();
  }
};

const collect = (
  database: Database.Database,
  { select, insert }: Table,
  { from, until, found }: { from: number; until: number; found: { sql: string; rows: Row[] }[][] },
): void => {
  const statement = database.prepare<unknown[], [number, ...Row]>(select).raw();
  for (const [page, ...row] of statement.iterate(from, until)) {
    const tables = found[page - from] ?? [];
    const last = tables.at(-1);
    if (last?.sql === insert) last.rows.push(row);
    else tables.push({ sql: insert, rows: [row] });
  }
};

const orderIds = (folder: string, count: number): number[][] => {
  const pages = openPages(folder, count, false);
  return Array.from({ length: count }, (_, index) => {
    const orders: { id: number }[] = JSON.parse(pages.text(index));
    return orders.map((order) => order.id);
  });
};

/** Tables with rows before the import: what changed of them is replaced, the others only grow. */
const filledTables = (template: string): ReadonlySet<string> => {
  const database = new Database(databaseOf(template), { readonly: true });
  try {
    const names = tableList(database);
    return new Set(names.filter((name) => database.prepare(`SELECT 1 FROM "${name}" LIMIT 1`).get() !== undefined));
  } finally {
    database.close();
  }
};

const tableList = (database: Database.Database): string[] =>
  database
    .prepare<[], { name: string }>(
      `SELECT l.name FROM pragma_table_list l JOIN sqlite_schema s ON s.name = l.name
        WHERE l.schema = 'main' AND l.type = 'table' AND l.name NOT LIKE 'bench_%' ORDER BY s.rowid`,
    )
    .all()
    .map(({ name }) => name);

const columnsOf = (database: Database.Database, table: string): string[] =>
  database
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map(({ name }) => name);

const insertInto = (table: string, columns: readonly string[], replacing: boolean): string =>
  `INSERT ${replacing ? 'OR REPLACE ' : ''}INTO "${table}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;

const tablesOf = (database: Database.Database, filled: ReadonlySet<string>, lastPage: number): Table[] => [
  ...tableList(database).map((name): Table => {
    const columns = columnsOf(database, name);
    return {
      name,
      select: `SELECT ${pageExpression(columns, lastPage)} AS page, ${columns.map((column) => `t."${column}"`).join(', ')}
                 FROM "${name}" t WHERE page >= ? AND page < ?`,
      insert: insertInto(name, columns, filled.has(name)),
    };
  }),
  // The words of customers are written by the database itself, with the customers.
  searchTable(database, 'sale_search', lastPage),
];

/**
 * A full-text index keeps no text, only its words: they are put together again in their order, which makes the same
 * index. Its rows are in the order of days within a page, as the till writes them.
 */
const searchTable = (database: Database.Database, name: string, lastPage: number): Table => {
  const columns = columnsOf(database, name);
  const words = `bench_words_of_${name}`;
  const wordsOf = (column: string) =>
    `coalesce(group_concat(term, ' ' ORDER BY offset) FILTER (WHERE col = '${column}'), '') AS "${column}"`;
  database.exec(`
    CREATE VIRTUAL TABLE bench_vocabulary USING fts5vocab('${name}', 'instance');
    CREATE TABLE ${words} AS
      SELECT doc, ${saleOfRow('doc')} AS sale_key, ${columns.map(wordsOf).join(', ')} FROM bench_vocabulary GROUP BY doc;
    CREATE UNIQUE INDEX ${words}_by_sale ON ${words} (sale_key);
    DROP TABLE bench_vocabulary;
  `);
  return {
    name,
    select: `SELECT ${pageExpression(['sale_key'], lastPage)} AS page, t.doc, ${columns.map((column) => `t."${column}"`).join(', ')}
               FROM ${words} t WHERE page >= ? AND page < ? ORDER BY page, t.doc`,
    insert: insertInto(name, ['rowid', ...columns], false),
  };
};

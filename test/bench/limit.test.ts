import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { measureOnce, type Subject } from '../../bench/measure.ts';
import { openWorkshop } from '../../bench/workshop.ts';

/** Every row of every table, and the words of the search index, where each stands. */
const everything = (folder: string): Map<string, unknown[]> => {
  const database = new Database(join(folder, 'tillbridge.db'));
  try {
    database.exec(`CREATE VIRTUAL TABLE found_words USING fts5vocab('sale_search', 'instance');
      CREATE VIRTUAL TABLE found_customers USING fts5vocab('customer_search', 'instance')`);
    const tables = database
      .prepare<[], { name: string }>(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
      )
      .all()
      .map(({ name }) => name);
    return new Map([...tables, 'found_words', 'found_customers'].map((name) => [name, sortedRows(database, name)]));
  } finally {
    database.close();
  }
};

const sortedRows = (database: Database.Database, table: string): unknown[] =>
  database
    .prepare(`SELECT * FROM "${table}"`)
    .raw()
    .all()
    .map((row) => JSON.stringify(row))
    .sort();

test('the limit ends with exactly the rows that an import ended with, the search index included', async () => {
  const workshop = openWorkshop(true, () => undefined);
  onTestFinished(workshop.close);
  const set = await workshop.pageSet({ orders: 250, copies: 2 });
  const rows = async (subject: Subject) => {
    const input = subject.input();
    const { marks } = await measureOnce(subject.file, input);
    return { tables: everything(input.work), marks };
  };
  const limit = await rows(await workshop.limit(set, true));
  const ours = await rows(await workshop.ours(set, true));

  expect(ours.marks.at(-1)?.[0]).toBe(500);
  expect([...limit.tables.keys()]).toEqual([...ours.tables.keys()]);
  for (const [table, imported] of ours.tables) {
    expect(limit.tables.get(table)?.length, table).toBe(imported.length);
  }
  expect(limit.tables.get('found_words')).toEqual(ours.tables.get('found_words'));
  expect(limit.tables.get('found_customers')).toEqual(ours.tables.get('found_customers'));
  expect(ours.tables.get('found_customers')?.length).toBeGreaterThan(100);
  expect(limit.tables.get('sale_lines')).toEqual(ours.tables.get('sale_lines'));
  expect(ours.tables.get('sales')?.length).toBeGreaterThan(300);
});

import Database from 'better-sqlite3';
import { type PageRows, readRows } from '../rows/row-files.ts';
import { databaseOf } from './import-orders.ts';
import { runSubject } from './subject.ts';

/**
 * The limit: a bare `JSON.parse` of each page, then exactly the rows that the product ends with, from arrays that were
 * made before, with prepared statements and one transaction a page, into the same schema with the same indexes.
 * No rule, no lookup, no update. The database is opened as the product opens it.
 */
await runSubject((input) => {
  const database = new Database(databaseOf(input.work));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('cache_size = -65536');
  const load = (index: number): PageRows => readRows(input.rows, index);
  const preloaded = input.preload ? Array.from({ length: input.pageCount }, (_, index) => load(index)) : [];
  const statements = new Map<string, Database.Statement>();
  const insert = (page: PageRows) => {
    for (const { sql, rows } of page) {
      const statement = statements.get(sql) ?? database.prepare(sql);
      statements.set(sql, statement);
      for (const row of rows) statement.run(row);
    }
  };
  const insertPage = database.transaction(insert).immediate;
  return (pages) => {
    for (let index = 0; index < pages.count; index++) {
      JSON.parse(pages.text(index));
      insertPage(preloaded[index] ?? load(index));
    }
    database.close();
  };
});

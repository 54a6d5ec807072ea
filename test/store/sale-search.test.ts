import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Connection, openConnection } from '../../src/main/store/connection.ts';
import { migrate } from '../../src/main/store/migrate.ts';
import { indexSale, settleWords } from '../../src/main/store/sale-search.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const SALES_TOGETHER = 10;
const TIMES = 100;
const DAY_MS = 86_400_000;

/** Indexes some sales at a time, and tells how many pages each transaction wrote. */
const indexMany = (db: Connection): number[] => {
  const pagesOf = () => db.get<{ log: number }>('PRAGMA wal_checkpoint(NOOP)')?.log ?? 0;
  return Array.from({ length: TIMES }, (_, time) => {
    const before = pagesOf();
    db.transaction(() => {
      for (let sale = 0; sale < SALES_TOGETHER; sale++) {
        const key = time * SALES_TOGETHER + sale;
        const words = Array.from({ length: 60 }, (_, word) => `w${((key * 60 + word) * 2_654_435_761) % 1_000_003}`);
        indexSale(db, key, 100 * DAY_MS, `sold ${words.join(' ')}`);
      }
      settleWords(db, true);
    });
    return pagesOf() - before;
  });
};

test('no transaction waits for the search index while somebody works at the desk, and each sale is found (P5)', () => {
  const db = openConnection(join(temporaryFolder(), 'tillbridge.db'));
  onTestFinished(() => db.close());
  migrate(db);
  // Left to itself, the index merges more than a hundred pages in one of them.
  expect(Math.max(...indexMany(db))).toBeLessThan(64);
  expect(db.get("SELECT count(*) AS found FROM sale_search WHERE sale_search MATCH 'sold'")).toEqual({
    found: TIMES * SALES_TOGETHER,
  });

  const mode = () => db.get<{ v: number }>("SELECT v FROM sale_search_config WHERE k = 'automerge'")?.v;
  expect(mode()).toBe(0);
  db.transaction(() => settleWords(db, false));
  expect(mode()).toBe(4);
});

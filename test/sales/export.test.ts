import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { contract } from '../../src/contract/contract.ts';
import type { SaleFilter } from '../../src/contract/sales.ts';
import { exportSales } from '../../src/main/queries/sales-export.ts';
import { listSales } from '../../src/main/queries/sales-list.ts';
import type { Reader } from '../../src/main/store/connection.ts';
import { openShopDatabase, randomNumbers, randomSale, writeSale } from '../million/random-sales.ts';
import { everyRow, openOutlet, openTill } from '../support/linked-till.ts';
import { startTillbridge } from '../support/started-program.ts';

const isSale = (row: unknown): boolean => typeof row === 'object' && row !== null && 'saleKey' in row;

/** A reader that counts the sales it hands out; of what is counted already it reads the counts besides. */
const counting = (db: Reader) => {
  const seen = { rows: 0 };
  const reader: Reader = {
    ...db,
    all: <T>(...args: Parameters<Reader['all']>): T[] => {
      const rows = db.all<T>(...args);
      seen.rows += rows.filter(isSale).length;
      return rows;
    },
    *iterate<T>(...args: Parameters<Reader['iterate']>): IterableIterator<T> {
      for (const row of db.iterate<T>(...args)) {
        seen.rows += isSale(row) ? 1 : 0;
        yield row;
      }
    },
  };
  return { reader, seen };
};

const sheetOf = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true });

test('a file of sales has every sale of the filter once, newest first, and no call reads more than its page (R33)', async () => {
  const db = openShopDatabase();
  const random = randomNumbers(3);
  db.transaction(() => {
    for (let number = 0; number < 1_200; number++) {
      const sale = randomSale(random, number, 30);
      writeSale(db, random, number === 7 ? { ...sale, customerName: '=cmd|calc!A1', total: -1_234_500 } : sale);
    }
  });
  const limit = 100;
  const { reader, seen } = counting(db);
  for (const filter of [{}, { saleStatus: 'closed', outletId: 'outlet-3' }, { search: 'shirt' }] as SaleFilter[]) {
    const pages: string[] = [];
    let cursor: string | null = null;
    do {
      seen.rows = 0;
      const page: ReturnType<typeof exportSales> = exportSales(reader, {
        ...filter,
        limit,
        ...(cursor === null ? {} : { cursor }),
      });
      // Of a search the last day is read to its end.
      expect(seen.rows, JSON.stringify(filter)).toBeLessThanOrEqual(limit + 1 + 40);
      expect(page.count).toBeLessThanOrEqual(limit);
      pages.push(page.csv);
      cursor = page.nextCursor;
    } while (cursor !== null);
    const sheet = sheetOf(pages.join(''));
    const listed = await everyRow(async (next) =>
      listSales(db, { ...filter, limit: 250, ...(next === undefined ? {} : { cursor: next }) }),
    );
    expect(listed.length).toBeGreaterThan(limit);
    expect(sheet.map((row) => `${row.Receipt} ${row.Total} ${row.Currency} ${row['Sold (UTC)']}`)).toEqual(
      listed.map((row) => `${row.receiptNumber} ${row.total.amount} ${row.total.currency} ${row.soldAt}`),
    );
  }
  expect(contract['sales.export'].input.safeParse({ limit: 251 }).success).toBe(false);
});

test('its money is exact, its times are the outlet’s and UTC’s, and no name in it runs as a formula', () => {
  const db = openShopDatabase();
  const random = randomNumbers(3);
  const sale = randomSale(random, 1, 1);
  const soldAt = Date.UTC(2026, 0, 1, 20, 30, 5);
  db.transaction(() =>
    writeSale(db, random, { ...sale, outletKey: 3, soldAt, customerName: '=cmd|calc!A1', total: -1_234_501 }),
  );
  const [row] = sheetOf(exportSales(db, { limit: 10 }).csv);
  expect(row).toMatchObject({
    Customer: "'=cmd|calc!A1",
    Total: '-123.4501',
    'Sold (outlet time)': '2026-01-02 05:30:05',
    'Time zone': 'Asia/Tokyo',
    'Sold (UTC)': '2026-01-01T20:30:05.000Z',
  });
});

test('the command line writes the same file, page by page and under its name only when it is whole', {
  timeout: 60_000,
}, async () => {
  const till = await openTill();
  const place = await openOutlet(till);
  const { productId } = await till.call('products.create', { sku: 'MUG', name: 'Mug' });
  for (const unitPrice of ['1', '2']) {
    await till.call('sales.recordInStore', { lines: [{ productId, quantity: 1, unitPrice }], payments: [], ...place });
  }
  const { csv } = await till.call('sales.export', { amountFrom: '2' });
  await till.app.stop();
  const out = join(till.folder, 'sales.csv');
  const run = async (filter: string) => {
    const program = startTillbridge(till.folder, ['export-sales', '--out', out, '--filter', filter]);
    return { code: await program.ended(), reply: JSON.parse(program.lines.join('\n')) };
  };
  expect(await run('{"amountFrom":"2"}')).toEqual({ code: 0, reply: { ok: true, data: { file: out, sales: 1 } } });
  expect(readdirSync(till.folder).filter((name) => name.startsWith('sales.csv'))).toEqual(['sales.csv']);
  expect(readFileSync(out, 'utf8')).toBe(csv);
});

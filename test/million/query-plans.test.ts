import { expect, test } from 'vitest';
import type { SaleFilter } from '../../src/contract/sales.ts';
import { listCustomers } from '../../src/main/queries/customers.ts';
import { countFulfillments, countTasks, listFulfillments } from '../../src/main/queries/fulfillments.ts';
import { cursorOf } from '../../src/main/queries/paging.ts';
import { listProducts } from '../../src/main/queries/products.ts';
import { getSale } from '../../src/main/queries/sale-detail.ts';
import { exportSales } from '../../src/main/queries/sales-export.ts';
import { findSale } from '../../src/main/queries/sales-find.ts';
import { listSales } from '../../src/main/queries/sales-list.ts';
import { summarizeDays, summarizeSales } from '../../src/main/queries/sales-summary.ts';
import { listStock } from '../../src/main/queries/stock-list.ts';
import type { Connection, Reader, SqlParams } from '../../src/main/store/connection.ts';
import { evidenceOfSale } from '../../src/main/store/evidence.ts';
import { checkEvidenceOfSale } from '../../src/main/store/evidence-check.ts';
import { factsOfOrder, factsOfPrint, factsOfStep } from '../../src/main/store/evidence-facts.ts';
import { insertProduct } from '../../src/main/store/products.ts';
import { openShopDatabase, randomNumbers, randomSale, writeSale } from './random-sales.ts';

/** A reader that keeps how SQLite goes about each statement. */
const explaining = (db: Connection) => {
  const plans: string[] = [];
  const explain = (sql: string, params: SqlParams = {}) => {
    const steps = db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, params);
    plans.push(steps.map(({ detail }) => detail).join('\n'));
  };
  const reader: Reader = {
    get: (sql, params) => {
      explain(sql, params);
      return db.get(sql, params);
    },
    all: (sql, params) => {
      explain(sql, params);
      return db.all(sql, params);
    },
    iterate: (sql, params) => {
      explain(sql, params);
      return db.iterate(sql, params);
    },
  };
  return { reader, plans };
};

/** Steps that read a table or an index from its beginning, of tables that grow with the shop. */
const readsThrough = (plan: string): string[] =>
  plan.split('\n').filter((step) => /^SCAN /.test(step) && !mayBeRead.some((each) => each.test(step)));

/** What may be read from its beginning: it is small, or walked no further than a page is long. */
const mayBeRead = [
  /^SCAN (outlets|registers|links|sale_kinds|json_each|c|c VIRTUAL TABLE.*|\d+ CONSTANT ROW.*|\(subquery-\d+\)|fulfillment_counts)$/,
  /^SCAN (json_each|c|wanted) VIRTUAL TABLE/,
  /^SCAN [or] USING COVERING INDEX sqlite_autoindex_(outlets|registers)/,
  /^SCAN sale_search (EXISTS )?VIRTUAL TABLE INDEX \d+:.*M/,
  // What the search index found, and what work is left on.
  /^SCAN (found|newest)$/,
  /^SCAN [fwo] USING (COVERING )?INDEX fulfillments_(open|to_put_back|on_shelf|stuck)$/,
  /^SCAN s USING INDEX sales_by_time$/,
  /^SCAN f USING INDEX fulfillments_by_time$/,
  /^SCAN sale_cells$/,
  /^SCAN (k|sale_kinds) USING (COVERING )?INDEX sale_kinds_by_facts$/,
];

/** Without statistics, as every shop: the app never asks SQLite to count its rows. */
const openShop = () => {
  const db = openShopDatabase();
  const random = randomNumbers(9);
  db.transaction(() => {
    for (let number = 0; number < 1_500; number++) writeSale(db, random, randomSale(random, number, 60));
  });
  return db;
};

const filters: readonly SaleFilter[] = [
  {},
  { from: '2026-01-10', to: '2026-01-20' },
  { from: '2026-01-10T00:00:00Z' },
  { saleStatus: 'closed' },
  { saleStatus: 'voided', payment: 'part_refunded' },
  { view: 'unpaid', outletId: 'outlet-1' },
  { view: 'returns', registerId: 'register-3', source: 'in_store' },
  { bigcommerceStatusId: 7, fulfillment: 'new', from: '2026-01-05' },
  { customerId: 'customer-3' },
  { customerId: 'customer-3', payment: 'unpaid', amountFrom: '10' },
  { amountFrom: '12.30', amountTo: '12.30' },
  { amountFrom: '-1000', saleStatus: 'closed' },
  { search: 'shirt' },
  { search: 'zoe lamp', payment: 'unpaid', from: '2026-01-05' },
];

test('no list of sales reads a table through, whatever the filter and however deep the page', () => {
  const db = openShop();
  for (const filter of filters) {
    const { reader, plans } = explaining(db);
    const { nextCursor } = listSales(reader, { ...filter, limit: 3 });
    if (nextCursor !== null) listSales(reader, { ...filter, limit: 3, cursor: nextCursor });
    summarizeSales(reader, filter);
    summarizeDays(reader, { ...filter, most: 10 });
    exportSales(reader, { ...filter, limit: 3 });
    expect(plans.flatMap(readsThrough), JSON.stringify(filter)).toEqual([]);
  }
});

test('a page by time, by customer, by amount or by words stands in its order: it is not sorted', () => {
  const db = openShop();
  const plansOf = (filter: SaleFilter) => {
    const { reader, plans } = explaining(db);
    const { nextCursor } = listSales(reader, { ...filter, limit: 3 });
    listSales(reader, { ...filter, limit: 3, ...(nextCursor === null ? {} : { cursor: nextCursor }) });
    return plans.filter((plan) => /sales_by_|sale_search/.test(plan));
  };
  for (const filter of [
    {},
    { from: '2026-01-10', to: '2026-01-20' },
    { customerId: 'customer-3' },
    { search: 'shirt' },
  ]) {
    const plans = plansOf(filter);
    expect(plans.length).toBeGreaterThan(1);
    for (const plan of plans) expect(plan, JSON.stringify(filter)).not.toContain('TEMP B-TREE FOR ORDER BY');
  }
  const [, deep] = plansOf({});
  expect(deep).toContain('SEARCH s USING INDEX sales_by_time (sold_at<?)');
});

test('words and what few sales fit are found together by an index each: no other sale with the words is looked at', () => {
  const db = openShop();
  for (const [filter, index] of [
    [{ customerId: 'customer-3' }, 'k USING COVERING INDEX sales_by_customer (customer_key=?)'],
    [{ amountFrom: '12.30', amountTo: '500' }, 'k USING COVERING INDEX sales_by_total (total>? AND total<?)'],
    [{ bigcommerceStatusId: 7 }, 'k USING COVERING INDEX sales_by_cell (cell_key=?)'],
  ] as const) {
    const { reader, plans } = explaining(db);
    const asked = { ...filter, search: 'shirt' };
    listSales(reader, { ...asked, limit: 3 });
    summarizeSales(reader, asked);
    summarizeDays(reader, { ...asked, most: 10 });
    exportSales(reader, { ...asked, limit: 3 });
    const searches = plans.filter((plan) => plan.includes('sale_search'));
    expect(searches).toHaveLength(4);
    for (const plan of searches) expect(plan).toContain(index);
  }
});

test('no list of fulfillments reads a table through, with or without words and types', () => {
  const db = openShop();
  const { reader, plans } = explaining(db);
  for (const segment of ['new', 'in_progress', 'packed', 'all'] as const) {
    for (const filter of [
      {},
      { type: 'pickup' },
      { search: 'shirt' },
      { search: 'shirt', type: 'delivery' },
    ] as const) {
      for (const wanted of [
        {},
        { task: 'put_back' },
        { task: 'shelf' },
        { task: 'stuck' },
        { orderId: '10003' },
      ] as const) {
        const { nextCursor } = listFulfillments(reader, { segment, ...filter, ...wanted, limit: 3 });
        const cursor = nextCursor ?? cursorOf({ value: 0, key: 0 });
        listFulfillments(reader, { segment, ...filter, ...wanted, limit: 3, cursor });
      }
      countFulfillments(reader, filter);
      countFulfillments(reader, { ...filter, orderId: '10003' });
    }
  }
  countTasks(reader);
  expect(plans.flatMap(readsThrough)).toEqual([]);
  expect(plans.filter((plan) => /SEARCH f .*\((status|type)=\?/.test(plan.split('\n').slice(1).join('\n')))).toEqual(
    [],
  );
});

test('work that is left is counted by the index of its task, and what is open with words by that of open ones', () => {
  const db = openShop();
  const { reader, plans } = explaining(db);
  countTasks(reader);
  expect(plans).toEqual(
    ['to_put_back', 'on_shelf', 'stuck'].map((name) =>
      expect.stringMatching(new RegExp(`^(SCAN|SEARCH) f USING (COVERING )?INDEX fulfillments_${name}\\b`)),
    ),
  );
  countFulfillments(reader, { search: 'shirt' });
  expect(plans.at(-1)).toMatch(/SEARCH f USING COVERING INDEX fulfillments_open \(sale_key=\?\)/);
});

test('customers are read in the order in which they are shown, by name or by words', () => {
  const db = openShop();
  for (const search of [undefined, 'customer', 'cust 1']) {
    const { reader, plans } = explaining(db);
    const { nextCursor } = listCustomers(reader, { search, limit: 3 });
    listCustomers(reader, { search, limit: 3, cursor: nextCursor ?? undefined });
    expect(plans).toHaveLength(2);
    for (const plan of plans) {
      expect(plan).toMatch(
        search === undefined
          ? /(SCAN|SEARCH) c USING INDEX customers_by_name/
          : /^SCAN customer_search VIRTUAL TABLE INDEX \d+:.*M/,
      );
      expect(plan).not.toContain('TEMP B-TREE');
    }
  }
});

test('a page of products or of stock is read by name or by what words find; what its rows show, for these alone', () => {
  const db = openShop();
  insertProduct(db, { productId: 'lamp', sku: 'L_1', name: 'Lamp', createdFrom: 'here', stocked: true, createdAt: 0 });
  for (const search of [undefined, 'lamp', 'l_']) {
    const { reader, plans } = explaining(db);
    expect(listProducts(reader, { search, limit: 3 }).rows).toHaveLength(1);
    expect(listStock(reader, { search, view: 'all', outletId: 'outlet-1', limit: 3 }).rows).toHaveLength(1);
    const pages = plans.filter(
      (plan) => /\bp USING INTEGER PRIMARY KEY \(rowid=\?\)/.test(plan) && /LIMIT|product_links/.test(plan),
    );
    expect(pages, plans.join('\n\n')).toHaveLength(2);
    for (const plan of pages) {
      expect(plan).toMatch(
        search === 'lamp'
          ? /SCAN product_search VIRTUAL TABLE INDEX \d+:.*M/
          : /SCAN p USING (COVERING )?INDEX products_by_name/,
      );
      expect(plan).not.toMatch(/SCAN p$/m);
    }
  }
});

test('one sale is read by its keys alone', () => {
  const db = openShop();
  const { reader, plans } = explaining(db);
  getSale(reader, { saleId: 'sale-7' });
  const online = db.get<{ orderId: number }>('SELECT max(order_id) AS orderId FROM sales');
  getSale(reader, { orderId: String(online?.orderId) });
  expect(plans.flatMap(readsThrough)).toEqual([]);
});

test('the sale of a code, and the evidence of a sale, are read by their keys alone', () => {
  const db = openShop();
  const { reader, plans } = explaining(db);
  for (const code of ['W10003', 'S7', 'TB0000000000000001', '10003']) findSale(reader, code);
  evidenceOfSale(reader, 'sale-7');
  checkEvidenceOfSale(reader, 'sale-7');
  factsOfOrder(reader, 'sale-7');
  factsOfStep(reader, 'step');
  factsOfPrint(reader, 'job');
  expect(plans.flatMap(readsThrough)).toEqual([]);
});

import { expect, test } from 'vitest';
import { listCustomers } from '../../src/main/queries/customers.ts';
import { countFulfillments, listFulfillments } from '../../src/main/queries/fulfillments.ts';
import { listProducts } from '../../src/main/queries/products.ts';
import { listSales } from '../../src/main/queries/sales-list.ts';
import { countStock, listStock } from '../../src/main/queries/stock-list.ts';
import type { Connection } from '../../src/main/store/connection.ts';
import { insertCustomer } from '../../src/main/store/customers.ts';
import { insertProduct } from '../../src/main/store/products.ts';
import { openShopDatabase, randomNumbers, randomSale, writeSale } from './random-sales.ts';

const addProduct = (db: Connection, sku: string, name: string): void => {
  insertProduct(db, { productId: `p ${sku} ${name}`, sku, name, createdFrom: 'here', stocked: true, createdAt: 0 });
};

const openShop = (): Connection => {
  const db = openShopDatabase();
  db.transaction(() => {
    for (const [sku, name] of [
      ['TEN-RDG2', 'Ridge Tent'],
      ['TEN-PEG10', 'Pegs'],
      ['PLK-ZH', 'Plakat Zürich'],
      ['CUP-1', 'Café-Crème, große Tasse'],
      ['A_1', '100% Wolle'],
    ] as const) {
      addProduct(db, sku, name);
    }
  });
  return db;
};

const place = { outletId: 'outlet-1', view: 'all' } as const;

/** SKUs of what the lists of products and of stock find; both are to find the same, and stock to count it. */
const foundBy = (db: Connection, search: string): string[] => {
  const products = listProducts(db, { search, limit: 50 }).rows.map(({ sku }) => sku);
  expect(listStock(db, { ...place, search, limit: 50 }).rows.map(({ sku }) => sku)).toEqual(products);
  expect(countStock(db, { outletId: place.outletId, search }).all).toBe(products.length);
  return products;
};

test('products and stock are found by the beginnings of words of SKU and name, without case and accents (R85)', () => {
  const db = openShop();
  for (const [search, found] of [
    ['zurich', ['PLK-ZH']],
    ['ZÜRICH plak', ['PLK-ZH']],
    ['Zu\u0308r', ['PLK-ZH']],
    ['creme', ['CUP-1']],
    ['cafe-cr', ['CUP-1']],
    ['ten', ['TEN-PEG10', 'TEN-RDG2']],
    ['ten-r', ['TEN-RDG2']],
    ['t', ['CUP-1', 'TEN-PEG10', 'TEN-RDG2']],
  ] as const) {
    expect(foundBy(db, search).toSorted(), search).toEqual(found);
  }
});

test('what is no beginning of a word, or holds other signs, is found as it stands', () => {
  const db = openShop();
  for (const [search, found] of [
    ['rdg2', ['TEN-RDG2']],
    ['DG2', ['TEN-RDG2']],
    ['0%', ['A_1']],
    ['a_', ['A_1']],
    ['*', []],
    ['"', []],
  ] as const) {
    expect(foundBy(db, search), search).toEqual(found);
  }
});

test('a product that is called something else is found by that, and one that is gone is not found', () => {
  const db = openShop();
  db.run("UPDATE products SET name = 'Poster Genève' WHERE sku = 'PLK-ZH'");
  db.run("DELETE FROM products WHERE sku = 'CUP-1'");
  expect([foundBy(db, 'zurich'), foundBy(db, 'geneve'), foundBy(db, 'creme')]).toEqual([[], ['PLK-ZH'], []]);
});

test('words that most products have are shown by name and page by page, each product once', () => {
  const db = openShop();
  db.transaction(() => {
    for (let number = 0; number < 1_200; number++) addProduct(db, `MANY-${number}`, `Mug ${(number * 7) % 1_200}`);
  });
  const names: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = listStock(db, { ...place, search: 'mug', limit: 250, cursor });
    names.push(...page.rows.map(({ name }) => name));
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  expect(names).toEqual(Array.from({ length: 1_200 }, (_, number) => `Mug ${number}`).sort());
  expect(foundBy(db, 'mug-77').length).toBe(11);
});

test('"zurich" finds "Zürich" wherever something is searched for (R85)', () => {
  const db = openShop();
  const random = randomNumbers(4);
  const sale = { ...randomSale(random, 7, 3), customerName: 'Eva Zürich' };
  insertCustomer(db, { customerId: 'eva', name: 'Eva Zürich', email: '', phone: '', createdAt: 0 });
  const online = {
    ...sale,
    source: 'online',
    receiptNumber: 'W9',
    linkKey: 1,
    orderId: 9,
    fulfillmentStatus: 'new',
  } as const;
  writeSale(db, random, { ...online, bigcommerceStatusId: 11, bigcommerceStatus: '', orderModifiedAt: 0 });
  const search = 'zurich';
  expect({
    sales: listSales(db, { search, limit: 5 }).rows.length,
    toPick: listFulfillments(db, { segment: 'new', search, limit: 5 }).rows.length,
    fulfillments: listFulfillments(db, { segment: 'all', search, limit: 5 }).rows.length,
    counted: countFulfillments(db, { search }).new,
    customers: listCustomers(db, { search, limit: 5 }).rows.length,
    products: listProducts(db, { search, limit: 5 }).rows.length,
    stock: listStock(db, { ...place, search, limit: 5 }).rows.length,
  }).toEqual({ sales: 1, toPick: 1, fulfillments: 1, counted: 1, customers: 1, products: 1, stock: 1 });
});

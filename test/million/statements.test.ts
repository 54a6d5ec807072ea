import { expect, test } from 'vitest';
import { systemIdentity } from '../../src/main/identity.ts';
import { slipContent } from '../../src/main/print/order-content.ts';
import { listAudit } from '../../src/main/queries/audit.ts';
import { listCustomers } from '../../src/main/queries/customers.ts';
import { listFulfillments } from '../../src/main/queries/fulfillments.ts';
import { listConflicts } from '../../src/main/queries/outbox-conflicts.ts';
import { listOutbox } from '../../src/main/queries/outbox-list.ts';
import { listPrints } from '../../src/main/queries/prints.ts';
import { listProducts } from '../../src/main/queries/products.ts';
import { listOpenings } from '../../src/main/queries/registers.ts';
import { listSales } from '../../src/main/queries/sales-list.ts';
import { listAlarms } from '../../src/main/queries/stock-alarms.ts';
import { listStock } from '../../src/main/queries/stock-list.ts';
import { recordAudit } from '../../src/main/store/audit.ts';
import type { Connection, Reader } from '../../src/main/store/connection.ts';
import { addPrintJob } from '../../src/main/store/print-jobs.ts';
import { printableOf } from '../../src/main/store/printable.ts';
import { openShopDatabase, randomNumbers, randomSale, writeSale } from './random-sales.ts';

/** A reader that counts the statements it is asked for. */
const counting = (db: Connection) => {
  let statements = 0;
  const reader: Reader = {
    get: (sql, params) => {
      statements++;
      return db.get(sql, params);
    },
    all: (sql, params) => {
      statements++;
      return db.all(sql, params);
    },
    iterate: (sql, params) => {
      statements++;
      return db.iterate(sql, params);
    },
  };
  return { reader, statements: () => statements };
};

const ROWS = 40;

/** Everything of which there is a list, more than a page of it. */
const openShop = (): Connection => {
  const db = openShopDatabase();
  const random = randomNumbers(3);
  db.transaction(() => {
    for (let number = 1; number <= ROWS * 5; number++) writeSale(db, random, randomSale(random, number, 5));
  });
  const desk = { db, identity: systemIdentity, now: 0, by: 'Ann' };
  const fulfillments = db.all<{ fulfillmentId: string }>('SELECT fulfillment_id AS fulfillmentId FROM fulfillments');
  db.transaction(() => {
    for (const [number, { fulfillmentId }] of fulfillments.entries()) {
      printOnPaper(db, fulfillmentId, number);
      recordAudit(desk, { what: 'fulfillments.override', subject: `#${number}` });
      addProduct(db, number);
    }
  });
  return db;
};

const printOnPaper = (db: Connection, fulfillmentId: string, number: number): void => {
  const printable = printableOf(db, fulfillmentId);
  if (!printable) throw new Error('There is no such fulfillment.');
  addPrintJob(
    db,
    {
      jobId: `job-${number}`,
      requestId: `request-${number}`,
      kind: 'slip',
      content: JSON.stringify(slipContent(printable)),
      beside: '{}',
      contentHash: '',
      copy: 1,
      reprint: 0,
      revisesJobKey: null,
      differences: '[]',
      registerKey: 1,
      staffName: 'Ann',
      createdAt: 0,
      device: 'page',
      printerKey: null,
      printerName: '',
    },
    [{ fulfillmentId, orderId: number, receiptNumber: `W${number}` }],
  );
};

const addProduct = (db: Connection, number: number): void => {
  db.run(
    `INSERT INTO products (product_id, sku, sku_fold, name, created_from, stocked, created_at)
     VALUES (:id, :id, :id, :id, 'here', 1, 0)`,
    { id: `product-${number}` },
  );
};

type List = (db: Reader, limit: number) => { readonly rows: readonly unknown[] };

const lists: Readonly<Record<string, List>> = {
  sales: (db, limit) => listSales(db, { limit }),
  'fulfillments of every kind': (db, limit) => listFulfillments(db, { segment: 'all', limit }),
  'fulfillments to pack': (db, limit) => listFulfillments(db, { segment: 'new', limit }),
  stock: (db, limit) => listStock(db, { view: 'all', outletId: 'outlet-1', limit }),
  products: (db, limit) => listProducts(db, { limit }),
  customers: (db, limit) => listCustomers(db, { limit }),
  'the print journal': (db, limit) => listPrints(db, { limit }),
  'the audit log': (db, limit) => listAudit(db, { limit }),
};

test('a page of a list takes as many statements however long it is, with printed slips as without', () => {
  const db = openShop();
  for (const [name, list] of Object.entries(lists)) {
    const [short, long] = [counting(db), counting(db)];
    expect(list(short.reader, 2).rows, name).toHaveLength(2);
    expect(list(long.reader, 20).rows, name).toHaveLength(20);
    expect(long.statements(), name).toBe(short.statements());
    expect(long.statements(), name).toBeLessThanOrEqual(6);
  }
  const slips = listFulfillments(db, { segment: 'all', limit: 20 }).rows;
  expect(slips.every(({ printed, lines }) => printed?.copies === 1 && lines.length === 1)).toBe(true);
  for (const list of [listOutbox, listConflicts, listOpenings] as const) {
    const { reader, statements } = counting(db);
    list(reader, { ended: false, limit: 20 });
    expect(statements()).toBeLessThanOrEqual(4);
  }
  const { reader, statements } = counting(db);
  listAlarms(reader);
  expect(statements()).toBe(1);
});

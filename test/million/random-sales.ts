import { onTestFinished } from 'vitest';
import type { FulfillmentStatus } from '../../src/main/domain/fulfillment-plan.ts';
import { storeDay } from '../../src/main/domain/store-day.ts';
import { type Connection, openConnection } from '../../src/main/store/connection.ts';
import { openDataFolder } from '../../src/main/store/data-folder.ts';
import { insertFulfillment } from '../../src/main/store/fulfillments.ts';
import { insertOutlet, insertRegister } from '../../src/main/store/outlets.ts';
import { insertProduct } from '../../src/main/store/products.ts';
import { indexSale } from '../../src/main/store/sale-search.ts';
import { type InStoreSaleRecord, insertLines, insertSale, type SaleRecord } from '../../src/main/store/sales.ts';
import { openedByTest } from '../support/opened-by.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The same numbers for the same seed: Park and Miller's generator. */
export const randomNumbers = (seed: number) => {
  let state = seed;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return {
    below: (limit: number): number => Math.floor(next() * limit),
    pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T,
    chance: (share: number): boolean => next() < share,
  };
};
export type RandomNumbers = ReturnType<typeof randomNumbers>;

const zones = ['America/Los_Angeles', 'Europe/Dublin', 'Asia/Tokyo'] as const;

/** A database with three outlets far apart, two registers each, and a link, but no thread and no network. */
export const openShopDatabase = (): Connection => {
  const { databaseFile, release } = openDataFolder(temporaryFolder(), openedByTest);
  const db = openConnection(databaseFile);
  onTestFinished(() => {
    db.close();
    release();
  });
  zones.forEach((timeZone, place) => {
    const currency = place === 1 ? 'EUR' : 'USD';
    insertOutlet(db, {
      outletId: `outlet-${place + 1}`,
      name: timeZone,
      timeZone,
      currency,
      locale: null,
      createdAt: 0,
    });
    for (const till of [1, 2]) {
      insertRegister(db, {
        registerId: `register-${place * 2 + till}`,
        outletKey: place + 1,
        name: `Till ${till}`,
        createdAt: 0,
      });
    }
  });
  db.run(
    `INSERT INTO links (link_id, store_hash, store_name, api_base, plan, currency, linked_at, baseline_order_id)
     VALUES ('link', 'abc', 'Store', 'http://127.0.0.1', 'Pro', 'USD', 0, 0)`,
  );
  for (let customer = 1; customer <= 20; customer++) {
    db.run(
      `INSERT INTO customers (customer_id, name, email, phone, created_from, created_at)
       VALUES (:id, :name, '', '', 'online_order', 0)`,
      { id: `customer-${customer}`, name: `Customer ${customer}` },
    );
  }
  return db;
};

const FIRST_INSTANT = Date.UTC(2026, 0, 1);
const DAY_MS = 86_400_000;

const names = ['Zoë Müller', 'Ana García', 'Søren Lind', 'Mary Jones', 'José Álvarez', 'Li Wei'] as const;
const products = ['Café crème mug', 'Blue shirt', 'Red shirt', 'Shirtless jacket', 'Lamp', 'Notebook'] as const;

/** A sale of some kind on one of `days` days. */
export const randomSale = (random: RandomNumbers, number: number, days: number): SaleRecord | InStoreSaleRecord => {
  const outletKey = 1 + random.below(3);
  const soldAt = FIRST_INSTANT + random.below(days * DAY_MS);
  const place = {
    saleId: `sale-${number}`,
    saleStatus: random.chance(0.1) ? ('voided' as const) : ('closed' as const),
    paymentState: random.pick(['paid', 'paid', 'paid', 'unpaid', 'part_paid', 'refunded', 'part_refunded']),
    onHold: 0,
    archived: 0,
    outletKey,
    registerKey: outletKey * 2 - random.below(2),
    customerKey: random.chance(0.5) ? 1 + random.below(20) : null,
    customerName: random.pick(names),
    customerEmail: 'mary.jones@example.com',
    customerPhone: '',
    customerMessage: '',
    staffNotes: '',
    currency: outletKey === 2 ? 'EUR' : 'USD',
    total: (random.below(2_000) - 100) * 1_000,
    tax: 0,
    refunded: random.chance(0.1) ? 10_000 : 0,
    itemCount: 1,
    soldAt,
    soldDay: storeDay(soldAt, zones[outletKey - 1] as string),
    importedAt: soldAt,
    revision: 0,
  };
  return random.chance(0.3)
    ? {
        ...place,
        source: 'in_store',
        receiptNumber: `S${number}`,
        fulfillmentStatus: null,
        linkKey: null,
        orderId: null,
        bigcommerceStatusId: null,
        bigcommerceStatus: null,
        orderModifiedAt: null,
      }
    : {
        ...place,
        source: 'online',
        receiptNumber: `W${10_000 + number}`,
        fulfillmentStatus: random.pick(['new', 'picking', 'packed', 'fulfilled', 'fulfilled', 'cancelled']),
        linkKey: 1,
        orderId: 10_000 + number,
        bigcommerceStatusId: random.pick([2, 7, 10, 10, 11, 12]),
        bigcommerceStatus: 'As it is there',
        orderModifiedAt: soldAt,
      };
};

export interface WrittenSale {
  readonly saleKey: number;
  readonly record: SaleRecord | InStoreSaleRecord;
  /** What it is found by, as it was written. */
  readonly words: string;
}

/** The products that lines are of, for a shop that keeps stock. */
export const addProducts = (db: Connection): void => {
  products.forEach((name, place) => {
    const product = { productId: `product-${place + 1}`, sku: `P-${place + 1}`, name, createdFrom: 'here' as const };
    insertProduct(db, { ...product, stocked: true, createdAt: 0 });
  });
};

/** The product of a line; some have none any more. */
export const randomProduct = (random: RandomNumbers): number | null =>
  random.chance(0.1) ? null : 1 + random.below(products.length);

/** Writes a sale as an import does: its row, a line, its words, and a fulfillment where goods are to leave. */
export const writeSale = (
  db: Connection,
  random: RandomNumbers,
  record: SaleRecord | InStoreSaleRecord,
  productKey: number | null = null,
): WrittenSale => {
  const saleKey = insertSale(db, record);
  const product = random.pick(products);
  const sku = `SKU-${100 + random.below(50)}`;
  insertLines(db, saleKey, [
    {
      lineId: '1',
      kind: 'product',
      productKey,
      sku,
      name: product,
      options: '',
      bin: '',
      barcode: '',
      quantity: 1,
      returned: 0,
      total: record.total,
      tax: 0,
      parentLineId: null,
    },
  ]);
  const words = [record.orderId ?? '', record.receiptNumber, record.customerName, 'mary.jones', sku, product].join(' ');
  indexSale(db, saleKey, record.soldAt, words);
  if (record.fulfillmentStatus !== null) {
    insertFulfillment(
      db,
      {
        fulfillmentId: `fulfillment-${saleKey}`,
        saleKey,
        consignmentId: '1',
        type: random.chance(0.2) ? 'pickup' : 'delivery',
        digital: 0,
        status: record.fulfillmentStatus as FulfillmentStatus,
        alarm: random.chance(0.1) ? 1 : 0,
        placedAt: record.soldAt,
        itemCount: 1,
        method: '',
        recipientName: '',
        recipientAddress: '',
        recipientPhone: '',
        recipientEmail: '',
        putBack: 0,
      },
      [{ lineId: '1', ordered: 2, picked: 0, packed: 0, fulfilled: 0 }],
      { outletKey: record.outletKey, products: new Map([['1', productKey]]) },
    );
  }
  return { saleKey, record, words };
};

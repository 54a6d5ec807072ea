import { expect, test } from 'vitest';
import type { Connection } from '../../src/main/store/connection.ts';
import { checkCounts, countMisplaced, putCountsRight } from '../../src/main/store/counts-check.ts';
import {
  fulfillmentsOfSale,
  linesOfFulfillment,
  updateFulfillment,
  workOnFulfillment,
} from '../../src/main/store/fulfillments.ts';
import { linesOfSale, replaceLines, type SaleRecord, saleByKey, updateSale } from '../../src/main/store/sales.ts';
import { removeOrders } from '../../src/main/store/undo-history.ts';
import {
  addProducts,
  openShopDatabase,
  type RandomNumbers,
  randomNumbers,
  randomProduct,
  randomSale,
  writeSale,
} from './random-sales.ts';

/** The short form; `COUNT_CHANGES=100000 SEED=7` makes it long, with other changes. */
const changes = Number(process.env.COUNT_CHANGES ?? 4_000);
const seed = Number(process.env.SEED ?? 20_260_302);

const statuses = ['new', 'picking', 'packed', 'fulfilled', 'cancelled'] as const;

const step = (fulfilled: number) => ({ lineId: '1', picked: 0, packed: 0, fulfilled });

/** One thing that happens to the shop's sales. */
const change = (db: Connection, random: RandomNumbers, number: number): void => {
  const saleKey = 1 + random.below(Math.max(1, Math.floor(number / 2)));
  const stored = saleByKey(db, saleKey);
  if (!stored || random.chance(0.5)) {
    writeSale(db, random, randomSale(random, number, 30), randomProduct(random));
    return;
  }
  const [fulfillment] = fulfillmentsOfSale(db, saleKey);
  if (fulfillment && random.chance(0.5)) {
    const { fulfillmentKey } = fulfillment;
    const type = random.chance(0.1) ? 'pickup' : fulfillment.type;
    const next = { ...fulfillment, type, status: random.pick(statuses) } as const;
    const pieces = 1 + random.below(3);
    if (random.chance(0.5))
      workOnFulfillment(db, fulfillmentKey, { ...fulfillment, status: next.status }, [step(random.below(2))]);
    else {
      const lines = linesOfFulfillment(db, fulfillmentKey).map((line) => ({ ...line, ordered: line.ordered + pieces }));
      updateFulfillment(db, fulfillmentKey, next, lines);
    }
    return;
  }
  if (random.chance(0.3)) {
    const lines = linesOfSale(db, saleKey).map((line) => ({ ...line, productKey: randomProduct(random) }));
    replaceLines(db, saleKey, lines);
    return;
  }
  if (stored.orderId !== null && random.chance(0.05)) {
    removeOrders(db, 1, [stored.orderId]);
    return;
  }
  const { saleId, linkKey, orderId, source } = stored;
  updateSale(db, saleKey, { ...randomSale(random, number, 30), saleId, linkKey, orderId, source } as SaleRecord);
};

class Undone extends Error {}

/** A transaction of several changes; some are undone as a whole, and some have an inner one that is. */
const transaction = (db: Connection, random: RandomNumbers, from: number): number => {
  const size = 1 + random.below(40);
  const several = (begin: number) => {
    for (let step = 0; step < size; step++) change(db, random, begin + step);
  };
  const undone = (work: () => void) => {
    try {
      db.transaction(() => {
        work();
        throw new Undone();
      });
    } catch (error) {
      if (!(error instanceof Undone)) throw error;
    }
  };
  if (random.chance(0.1)) undone(() => several(from));
  db.transaction(() => {
    several(from + size);
    if (random.chance(0.2)) undone(() => several(from + size * 2));
    several(from + size * 3);
  });
  return from + size * 4;
};

test(
  `after ${changes} random changes, some of them undone, every kept count is what counting again finds`,
  () => {
    const db = openShopDatabase();
    addProducts(db);
    const random = randomNumbers(seed);
    for (let number = 1; number < changes; ) {
      number = transaction(db, random, number);
      if (random.chance(changes > 10_000 ? 0.005 : 0.1)) expect(checkCounts(db), `seed ${seed}, ${number}`).toEqual([]);
    }
    expect(checkCounts(db)).toEqual([]);
    expect(countMisplaced(db)).toBe(0);
    const none = `SELECT 1 FROM sale_cells WHERE count < 1 UNION ALL SELECT 1 FROM sale_kinds WHERE count < 1
      UNION ALL SELECT 1 FROM stock_committed WHERE pieces < 1`;
    expect(db.all(none), 'no row is left of what there is none of').toEqual([]);
    const { sales, words } = db.get<{ sales: number; words: number }>(
      'SELECT (SELECT count(*) FROM sales) AS sales, (SELECT count(*) FROM sale_search) AS words',
    ) ?? { sales: 0, words: -1 };
    expect(sales).toBeGreaterThan(changes / 8);
    expect(words).toBeGreaterThan(0);
    process.stdout.write(`${changes} changes, ${sales} sales\n`);
  },
  60_000 + changes * 10,
);

test('counts that are wrong, and sales that are counted as something else, are found, and are right afterwards', () => {
  const db = openShopDatabase();
  addProducts(db);
  const random = randomNumbers(11);
  db.transaction(() => {
    for (let number = 1; number <= 200; number++)
      writeSale(db, random, randomSale(random, number, 10), randomProduct(random));
  });
  const sound = db.all('SELECT * FROM sale_cells ORDER BY cell_key');
  const damages = [
    'UPDATE sale_cells SET count = count + 1 WHERE cell_key = (SELECT max(cell_key) FROM sale_cells)',
    'UPDATE sale_kinds SET total = total + 5 WHERE kind_key = 1',
    'DELETE FROM sale_kinds WHERE kind_key = 2',
    'DELETE FROM sale_cells',
    'DELETE FROM fulfillment_counts',
    'DELETE FROM stock_committed WHERE product_key < 3',
    'UPDATE stock_committed SET pieces = pieces - 1 WHERE product_key = 4 AND outlet_key = 1',
    'UPDATE sales SET cell_key = 0 WHERE sale_key < 50',
    'UPDATE sales SET total = total + 70000 WHERE sale_key = 7',
  ];
  for (const damage of damages) {
    db.run(damage);
    expect(checkCounts(db), damage).not.toEqual([]);
    expect(putCountsRight(db, 'quickly'), damage).toBe(true);
    expect(checkCounts(db), damage).toEqual([]);
    expect(countMisplaced(db), damage).toBe(0);
  }
  db.run('UPDATE sales SET total = total - 70000 WHERE sale_key = 7');
  putCountsRight(db, 'quickly');
  expect(db.get('SELECT sum(count) AS sales, sum(total) AS total FROM sale_cells')).toEqual(
    db.get('SELECT count(*) AS sales, sum(total) AS total FROM sales'),
  );
  expect(db.all('SELECT * FROM sale_cells').length).toBe(sound.length);

  db.run("UPDATE sales SET sale_status = iif(sale_status = 'voided', 'closed', 'voided') WHERE sale_key = 3");
  expect(checkCounts(db)).toEqual([]);
  expect(countMisplaced(db)).toBe(1);
  expect(putCountsRight(db, 'thoroughly')).toBe(true);
  expect(countMisplaced(db)).toBe(0);
  expect(putCountsRight(db, 'thoroughly'), 'nothing is left to do').toBe(false);
});

import { describe, expect, test } from 'vitest';
import type { SaleFilter } from '../../src/contract/sales.ts';
import { formatAmount } from '../../src/main/domain/amount.ts';
import { listSales } from '../../src/main/queries/sales-list.ts';
import { summarizeDays, summarizeSales } from '../../src/main/queries/sales-summary.ts';
import type { Connection } from '../../src/main/store/connection.ts';
import {
  openShopDatabase,
  type RandomNumbers,
  randomNumbers,
  randomSale,
  type WrittenSale,
  writeSale,
} from './random-sales.ts';

const SALES = 3_000;
const DAYS = 40;

interface Shop {
  readonly db: Connection;
  readonly sales: readonly WrittenSale[];
}

const openShop = (): Shop => {
  const db = openShopDatabase();
  const random = randomNumbers(5);
  const write = (_: unknown, number: number) => writeSale(db, random, randomSale(random, number, DAYS));
  return { db, sales: db.transaction(() => Array.from({ length: SALES }, write)) };
};

/** Letters without case and accents, as people type them. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const wordsOf = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Of an e-mail address, what stands before the @. */
const finds = (typed: string, words: string): boolean =>
  wordsOf(typed.replace(/@\S*/, ' ')).every((word) =>
    wordsOf(words).some((each) => (word.length > 1 ? each.startsWith(word) : each === word)),
  );

const views: Readonly<Record<NonNullable<SaleFilter['view']>, (sale: WrittenSale['record']) => boolean>> = {
  all: () => true,
  returns: ({ refunded, total }) => refunded > 0 || total < 0,
  unpaid: ({ saleStatus, paymentState }) =>
    saleStatus === 'closed' && (paymentState === 'unpaid' || paymentState === 'part_paid'),
};

const bounds = (value: string, { soldDay, soldAt }: WrittenSale['record']): number =>
  value.length === 10
    ? Math.sign(soldDay < value ? -1 : soldDay > value ? 1 : 0)
    : Math.sign(soldAt - Date.parse(value));

/** What a filter finds, said without any index, count or page. */
const expected = ({ sales }: Shop, filter: SaleFilter): WrittenSale[] =>
  sales
    .filter(({ record, words }) => {
      const equal: readonly (readonly [unknown, unknown])[] = [
        [filter.saleStatus, record.saleStatus],
        [filter.bigcommerceStatusId, record.bigcommerceStatusId],
        [filter.payment, record.paymentState],
        [filter.fulfillment, record.fulfillmentStatus],
        [filter.source, record.source],
        [filter.outletId, `outlet-${record.outletKey}`],
        [filter.registerId, `register-${record.registerKey}`],
        [filter.customerId, `customer-${record.customerKey}`],
      ];
      return (
        equal.every(([wanted, is]) => wanted === undefined || wanted === is) &&
        views[filter.view ?? 'all'](record) &&
        (filter.from === undefined || bounds(filter.from, record) >= 0) &&
        (filter.to === undefined || bounds(filter.to, record) <= 0) &&
        (filter.amountFrom === undefined || record.total >= Number(filter.amountFrom) * 10_000) &&
        (filter.amountTo === undefined || record.total <= Number(filter.amountTo) * 10_000) &&
        (filter.search === undefined || finds(filter.search, words))
      );
    })
    .sort((one, other) => other.record.soldAt - one.record.soldAt || other.saleKey - one.saleKey);

/** Every page of a list, the limit another one each time. */
const everyPage = ({ db }: Shop, filter: SaleFilter, random: RandomNumbers): string[] => {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = listSales(db, {
      ...filter,
      ...(cursor === undefined ? {} : { cursor }),
      limit: 1 + random.below(120),
    });
    found.push(...page.rows.map((row) => row.saleId));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
};

const day = (random: RandomNumbers): string =>
  new Date(Date.UTC(2026, 0, 1) + random.below(DAYS) * 86_400_000).toISOString().slice(0, 10);
const instant = (random: RandomNumbers): string =>
  new Date(Date.UTC(2026, 0, 1) + random.below(DAYS * 86_400_000)).toISOString();

const typed = [
  'caf',
  'CAFÉ',
  'shirt',
  'sh',
  'b',
  'blue shirt',
  'garcia',
  'muller',
  'W1',
  '1001',
  'mary.jones@example.com',
  'sku-11',
  'lamp nobody',
];

/** Some filters of a list, together. */
const someFilters = (random: RandomNumbers): SaleFilter => {
  const all: SaleFilter = {
    saleStatus: random.pick(['closed', 'voided', 'not_imported']),
    bigcommerceStatusId: random.pick([2, 7, 10, 11, 13]),
    payment: random.pick(['paid', 'unpaid', 'part_refunded']),
    fulfillment: random.pick(['new', 'fulfilled', 'cancelled']),
    source: random.pick(['online', 'in_store']),
    outletId: `outlet-${1 + random.below(3)}`,
    registerId: `register-${1 + random.below(7)}`,
    customerId: `customer-${1 + random.below(21)}`,
    amountFrom: random.pick(['-20', '0', '50.5', '190']),
    amountTo: random.pick(['10', '60.25', '500']),
    view: random.pick(['all', 'returns', 'unpaid']),
    from: random.chance(0.7) ? day(random) : instant(random),
    to: random.chance(0.7) ? day(random) : instant(random),
    search: random.pick(typed),
  };
  const share = random.pick([0.1, 0.2, 0.35]);
  return Object.fromEntries(Object.entries(all).filter(() => random.chance(share)));
};

const totalOf = (found: readonly WrittenSale[], amountOf: (sale: WrittenSale['record']) => number) => {
  const sums = Map.groupBy(
    found.map(({ record }) => record).filter(({ saleStatus }) => saleStatus !== 'voided'),
    ({ currency }) => currency,
  );
  return [...sums]
    .map(([currency, of]) => ({ amount: formatAmount(of.reduce((sum, sale) => sum + amountOf(sale), 0)), currency }))
    .filter(({ amount }) => amount !== '0.0000')
    .sort((one, other) => (one.currency < other.currency ? -1 : 1));
};

const sumsOf = (found: readonly WrittenSale[]) => ({
  count: found.length,
  totals: totalOf(found, ({ total }) => total),
  returned: totalOf(found, ({ refunded, total }) => refunded + Math.max(0, -total)),
});

const byCurrency = <T extends { totals: { currency: string }[]; returned: { currency: string }[] }>(sums: T): T => ({
  ...sums,
  totals: sums.totals.toSorted((one, other) => (one.currency < other.currency ? -1 : 1)),
  returned: sums.returned.toSorted((one, other) => (one.currency < other.currency ? -1 : 1)),
});

describe('a list of sales', () => {
  test('shows what a filter asks for, newest first, whatever is combined and however it is paged (R15, R59)', () => {
    const shop = openShop();
    const random = randomNumbers(77);
    let found = 0;
    for (let round = 0; round < 120; round++) {
      const filter = someFilters(random);
      const wanted = expected(shop, filter);
      expect(everyPage(shop, filter, random), JSON.stringify(filter)).toEqual(
        wanted.map(({ record }) => record.saleId),
      );
      found += wanted.length > 0 ? 1 : 0;
    }
    expect(found, 'filters that find something').toBeGreaterThan(50);
  });

  test('its count and totals, whole and a day, are those of the same sales', () => {
    const shop = openShop();
    const random = randomNumbers(78);
    for (let round = 0; round < 80; round++) {
      const filter = someFilters(random);
      const wanted = expected(shop, filter);
      const told = JSON.stringify(filter);
      expect(byCurrency(summarizeSales(shop.db, filter)), told).toEqual({ ...sumsOf(wanted), complete: true });
      const days = Map.groupBy(wanted, ({ record }) => record.soldDay);
      const latest = [...days.keys()].sort().reverse().slice(0, 7);
      expect(summarizeDays(shop.db, { ...filter, most: 7 }).days.map(byCurrency), told).toEqual(
        latest.map((each) => ({ day: each, ...sumsOf(days.get(each) ?? []) })),
      );
    }
  });

  test('is found by the beginnings of words: customer, receipt and order number, SKU, product; without case and accents', () => {
    const shop = openShop();
    const numbered = shop.sales.find(({ record }) => record.orderId !== null)?.record;
    for (const search of [
      'zoe mull',
      'ZOË',
      'cafe creme',
      'Café',
      'søren',
      `W${numbered?.orderId}`,
      `${numbered?.orderId}`,
      'SKU-14',
    ]) {
      const wanted = expected(shop, { search });
      expect(wanted.length, search).toBeGreaterThan(0);
      expect(everyPage(shop, { search }, randomNumbers(3)), search).toEqual(wanted.map(({ record }) => record.saleId));
    }
    expect(listSales(shop.db, { search: '!?', limit: 5 }).rows).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { everyRow, openLinkedTill, openStore, type Till } from '../support/linked-till.ts';
import { decimal, exact, sum } from './exact.ts';
import { generatedOrders } from './generated-order.ts';

const list = { path: /^\/v2\/orders$/ };

/** What a sale on the screen says: its total, what its lines add up to, and its explicit rounding. */
const shown = async (till: Till, orderId: number) => {
  const { total, totals, lines } = await till.call('sales.get', { orderId });
  return {
    currency: total.currency,
    total: exact(total.amount),
    lines: sum(lines.map((line) => exact(line.total.amount))),
    tax: sum(lines.map((line) => exact(line.tax.amount))),
    taxShown: exact(totals.tax.amount),
    rounding: lines.filter((line) => line.kind === 'rounding').map((line) => line.total.amount),
  };
};

describe('money through the whole road, from BigCommerce’s answer to the screen (R34)', () => {
  test('250 orders in currencies of 0, 2, 3 and 4 decimals arrive to the last decimal; what is off is said as rounding', async () => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    const orders = generatedOrders(250);
    const totalOf = ({ row, estimate }: (typeof orders)[number]) => {
      const off = exact(row.total_inc_tax) + 1n;
      return row.id % 10 === 0 && off !== BigInt(estimate) ? off : exact(row.total_inc_tax);
    };
    const rows = orders.map((order) => ({ ...order.row, total_inc_tax: decimal(totalOf(order)) }));
    const off = new Set(
      orders.filter((order) => totalOf(order) !== exact(order.row.total_inc_tax)).map(({ row }) => row.id),
    );
    expect(off.size).toBeGreaterThan(20);
    store.script({ kind: 'answer', status: 200, body: rows, match: list });
    expect((await till.call('sync.now', {})).orders).toMatchObject({ seen: 250, imported: 250, held: 0 });
    for (const row of rows) {
      const total = exact(row.total_inc_tax);
      const tax = exact(row.total_tax);
      const rounding = off.has(row.id) ? ['0.0001'] : [];
      const wanted = { currency: row.default_currency_code, total, lines: total, tax, taxShown: tax, rounding };
      expect([row.id, await shown(till, row.id)]).toEqual([row.id, wanted]);
    }
  });

  test('200 practice orders of a euro shop without tax in its prices arrive without a rounding line', async () => {
    const store = await openStore({ currency: 'EUR', taxInclusive: false });
    const till = await openLinkedTill(store);
    store.placeOrders(200, { statusId: 11 });
    await till.call('sync.now', {});
    const sales = await everyRow((cursor) => till.call('sales.list', { cursor, limit: 250 }));
    expect(sales).toHaveLength(200);
    for (const { orderId } of sales) {
      const order = store.order(Number(orderId));
      const total = exact(order.total_inc_tax);
      const tax = exact(order.total_tax);
      const wanted = { currency: order.default_currency_code, total, lines: total, tax, taxShown: tax, rounding: [] };
      expect([orderId, await shown(till, order.id)]).toEqual([orderId, wanted]);
    }
  });

  test('an order of 10,000 lines comes in whole with as many requests as its pages, and opens at once', async () => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    const lines = Array.from({ length: 10_000 }, (_, index) => ({
      sku: `PART-${index % 700}`,
      price: '1.37',
      quantity: 3,
    }));
    const orderId = store.placeOrder({ lines, taxRate: '8.25', discount: '1000.00', shipping: '12.00' });
    expect((await till.call('sync.now', {})).orders).toMatchObject({ imported: 1, held: 0 });
    // 40 full pages of lines, and the empty one that ends them.
    expect(store.received.filter(({ path }) => path.endsWith(`/${orderId}/products`))).toHaveLength(41);

    const { total_inc_tax, total_tax } = store.order(orderId);
    const sale = await till.call('sales.get', { orderId });
    expect(sale.lines.filter((line) => line.kind === 'product')).toHaveLength(10_000);
    const { rows } = await till.call('fulfillments.list', { orderId });
    expect(rows[0]?.lines).toHaveLength(10_000);
    const total = exact(total_inc_tax);
    expect(await shown(till, orderId)).toMatchObject({ total, lines: total, tax: exact(total_tax), rounding: [] });
    expect(sale.itemCount).toBe(30_000);
    const stock = await everyRow((cursor) => till.call('stock.list', { cursor, limit: 250 }));
    expect(stock.reduce((pieces, row) => pieces + row.onHand, 0)).toBe(-30_000);
  });
});

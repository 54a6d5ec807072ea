import { describe, expect, test } from 'vitest';
import { orderStatuses } from '../../src/main/domain/order-status.ts';
import { everyRow, openLinkedTill, openStore } from '../support/linked-till.ts';

const units = (money: { amount: string }) => Math.round(Number(money.amount) * 10_000);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('orders become sales', () => {
  test('600 orders of every kind: each once, on both screens, lines and tax to the last decimal (R15, R16, R34)', async () => {
    const store = await openStore({ seed: 11 });
    const till = await openLinkedTill(store);
    const placed = store.placeOrders(600, { spreadOverDays: 6 });
    const { orders } = await till.call('sync.now', {});
    expect(orders).toMatchObject({ seen: 600, held: 0 });

    const wanted = placed.map((id) => store.order(id)).filter((order) => ![0, 1].includes(order.status_id));
    const sales = await everyRow((cursor) => till.call('sales.list', { cursor, limit: 250 }));
    expect(sales.map((sale) => sale.orderId).sort()).toEqual(wanted.map((order) => String(order.id)).sort());

    for (const order of wanted) {
      const sale = await till.call('sales.get', { orderId: order.id });
      expect(sum(sale.lines.map((line) => units(line.total)))).toBe(units({ amount: order.total_inc_tax }));
      expect(sum(sale.lines.map((line) => units(line.tax)))).toBe(units({ amount: order.total_tax }));
      expect(sale.total.currency).toBe(order.default_currency_code);
      const voided = order.status_id === 5 || order.status_id === 6;
      expect(sale.saleStatus).toBe(voided ? 'voided' : 'closed');
      expect(sale.fulfillments.length > 0).toBe(!voided);
      expect([sale.outletId, sale.registerId]).toEqual([till.outletId, till.registerId]);
      for (const payment of sale.payments) expect(payment.registerId).toBe(till.registerId);
    }
    const fulfillments = await everyRow((cursor) => till.call('fulfillments.list', { cursor, limit: 250 }));
    const known = new Set(sales.map((sale) => sale.saleId));
    expect(fulfillments.every((each) => known.has(each.saleId))).toBe(true);
  });

  test.each(orderStatuses.map((status) => [status.id, status.sale] as const))(
    'status %i makes the sale %s, whatever the merchant calls it (R42–R57)',
    async (id, expected) => {
      const store = await openStore({ seed: id + 1 });
      const till = await openLinkedTill(store);
      store.renameStatus(id, `Our own words ${(id * 7919) % 101}`);
      const orderId = store.placeOrder({ statusId: id });
      await till.call('sync.now', {});
      const { rows } = await till.call('sales.list', {});
      expect(rows.map((row) => row.saleStatus)).toEqual(expected === 'not_imported' ? [] : [expected]);
      if (expected === 'not_imported') {
        expect(await till.call('orders.why', { orderId })).toMatchObject({ reason: 'pending' });
      } else {
        expect(rows[0]).toMatchObject({
          bigcommerceStatusId: id,
          bigcommerceStatus: store.order(orderId).custom_status,
        });
      }
    },
  );

  test('the outlet loses what was sold, once; a pull that finds nothing new changes nothing (R27–R29)', async () => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    const draft = {
      lines: [
        { sku: 'LAMP', quantity: 3, price: '1.00' },
        { sku: 'ROPE', quantity: 2, price: '1.00' },
      ],
    };
    store.placeOrder(draft);
    store.placeOrder(draft);
    await till.call('sync.now', {});
    const again = await till.call('sync.now', {});
    expect(again.orders).toMatchObject({ imported: 0, updated: 0 });
    const { rows } = await till.call('stock.list', {});
    expect(Object.fromEntries(rows.map((row) => [row.sku, row.onHand]))).toEqual({ LAMP: -6, ROPE: -4 });
  });

  test('each tender is a payment; an unpaid order has none and owes its total (R21–R23)', async () => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    const line = { sku: 'LAMP', price: '100.00' };
    const paid = store.placeOrder({
      lines: [line],
      storeCredit: '10.00',
      giftCertificate: '20.00',
      taxInclusive: true,
      taxRate: '0',
    });
    const unpaid = store.placeOrder({
      lines: [line],
      statusId: 7,
      paymentMethod: 'Bank Deposit',
      taxInclusive: true,
      taxRate: '0',
    });
    await till.call('sync.now', {});
    const first = await till.call('sales.get', { orderId: paid });
    expect(first.payments.map((payment) => [payment.method, payment.amount.amount]).sort()).toEqual([
      ['Credit Card', '70.0000'],
      ['Gift certificate', '20.0000'],
      ['Store credit', '10.0000'],
    ]);
    const second = await till.call('sales.get', { orderId: unpaid });
    expect(second).toMatchObject({
      paymentState: 'unpaid',
      payments: [],
      totals: { balanceDue: { amount: '100.0000' } },
    });
  });

  test('shipping, handling, wrapping and fees are products of their own, made once and reused (R35–R41)', async () => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    const draft = {
      lines: [{ sku: 'LAMP', price: '10.00' }],
      shipping: '5.00',
      handling: '2.00',
      wrapping: '3.00',
      fees: [{ name: 'Oversize', amount: '4.00' }],
    };
    const orderId = store.placeOrder(draft);
    store.placeOrder(draft);
    await till.call('sync.now', {});
    const products = await everyRow((cursor) => till.call('products.list', { cursor }));
    const charges = products.filter((product) => product.createdFrom === 'charge');
    expect(charges.map((product) => product.name).sort()).toEqual([
      'Gift wrapping',
      'Handling',
      'Oversize',
      'Shipping',
    ]);
    expect(charges.every((product) => !product.stocked)).toBe(true);
    const sale = await till.call('sales.get', { orderId });
    expect(sale.lines.map((line) => line.kind)).toEqual(['product', 'shipping', 'handling', 'wrapping', 'fee']);
    const { rows } = await till.call('fulfillments.list', { orderId });
    expect(rows[0]?.lines.map((line) => line.sku)).toEqual(['LAMP']);
  });

  test('a buyer is one customer, however the e-mail is written, and stays as first seen (R12)', async () => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    store.placeOrder({ email: 'Ann@Example.com', customer: { firstName: 'Ann', lastName: 'Byrne' } });
    await till.call('sync.now', {});
    store.placeOrder({ email: ' ann@example.COM ', customer: { firstName: 'Annie', lastName: 'B.' } });
    await till.call('sync.now', {});
    const { rows } = await till.call('customers.list', {});
    expect(rows).toMatchObject([{ name: 'Ann Byrne', email: 'Ann@Example.com' }]);
    expect((await till.call('sales.list', {})).rows).toHaveLength(2);
  });

  test('products are told apart by their ids; an empty or shared SKU merges nothing (R17–R20)', async () => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    const line = (productId: number, sku: string) => ({
      productId,
      variantId: productId + 5000,
      sku,
      name: `Thing ${productId}`,
      price: '1.00',
    });
    store.placeOrder({ lines: [line(90_001, ''), line(90_002, ''), line(90_003, 'TWIN'), line(90_004, 'twin')] });
    store.placeOrder({ lines: [line(90_001, ''), line(90_003, 'RENAMED')] });
    await till.call('sync.now', {});
    const { rows } = await till.call('products.list', {});
    const things = rows.filter((row) => row.name.startsWith('Thing')).map((row) => [row.bigcommerceProductId, row.sku]);
    expect(things).toEqual([
      ['90001', ''],
      ['90002', ''],
      ['90003', 'TWIN'],
      ['90004', 'twin'],
    ]);
  });

  test('a bundle takes its parts off the shelf, not itself (bigcommerce.md §3.4)', async () => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    store.placeOrder({
      lines: [
        {
          sku: 'KIT',
          price: '50.00',
          parts: [
            { sku: 'POT', quantity: 1 },
            { sku: 'PAN', quantity: 2 },
          ],
        },
      ],
    });
    await till.call('sync.now', {});
    const { rows } = await till.call('stock.list', {});
    const onHand = Object.fromEntries(rows.map((row) => [row.sku, row.onHand]));
    expect(onHand).toMatchObject({ POT: -1, PAN: -2 });
    expect(onHand.KIT ?? 0).toBe(0);
  });

  test('an order of 180 lines comes in whole although the list cuts at 50 (bigcommerce.md §0.3)', async () => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    const lines = Array.from({ length: 180 }, (_, index) => ({ sku: `PART-${index}`, price: '1.00' }));
    const orderId = store.placeOrder({ lines });
    await till.call('sync.now', {});
    const sale = await till.call('sales.get', { orderId });
    expect(sale.lines.filter((each) => each.kind === 'product')).toHaveLength(180);
    expect(sale.lines.some((each) => each.kind === 'rounding')).toBe(false);
  });
});

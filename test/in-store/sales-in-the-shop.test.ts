import { describe, expect, test } from 'vitest';
import { openLinkedTill, openOutlet, openStore, openTill, type Till } from '../support/linked-till.ts';

const usd = (amount: string) => ({ amount, currency: 'USD' });

const openShop = async () => {
  const till = await openTill();
  return { till, ...(await openOutlet(till)) };
};

const mug = async (till: Till, sku = 'MUG-1') =>
  (await till.call('products.create', { sku, name: `Mug ${sku}`, price: '12.50' })).productId;

const onHand = async (till: Till, productId: string, outletId?: string) =>
  (await till.call('stock.explain', { productId, ...(outletId ? { outletId } : {}) })).onHand;

describe('a sale in the shop', () => {
  test('is a closed sale with lines, payments and a receipt of its own, handed over at the counter', async () => {
    const { till, outletId, registerId } = await openShop();
    const productId = await mug(till);
    const { saleId } = await till.call('sales.recordInStore', {
      registerId,
      lines: [
        { productId, quantity: 3, unitPrice: '0.3333' },
        { productId, quantity: 1, unitPrice: usd('10.0000') },
      ],
      payments: [
        { method: 'Cash', amount: '5' },
        { method: 'Card', amount: '3.9999' },
        { method: 'Card', amount: '2' },
      ],
      customerName: 'Ada Byron',
    });
    const sale = await till.call('sales.get', { saleId });
    expect(sale).toMatchObject({
      source: 'in_store',
      saleStatus: 'closed',
      receiptNumber: 'S1',
      orderId: null,
      bigcommerceStatusId: null,
      fulfillmentStatus: null,
      fulfillments: [],
      paymentState: 'paid',
      outletId,
      registerId,
      customerName: 'Ada Byron',
      itemCount: 4,
      total: usd('10.9999'),
    });
    expect(sale.lines.map(({ quantity, total }) => [quantity, total.amount])).toEqual([
      [3, '0.9999'],
      [1, '10.0000'],
    ]);
    expect(sale.payments.map(({ method, amount }) => [method, amount.amount])).toEqual([
      ['Cash', '5.0000'],
      ['Card', '3.9999'],
      ['Card', '2.0000'],
    ]);
    expect(sale.timeline.map(({ what }) => what)).toEqual(['Sold in the shop.']);
  });

  test('takes the stock of its outlet, line by line, and from then on the figure is known (R32)', async () => {
    const { till, outletId, registerId } = await openShop();
    const other = await openOutlet(till);
    const productId = await mug(till);
    const { productId: wrapping } = await till.call('products.create', { name: 'Wrapping', stocked: false });
    const { saleId } = await till.call('sales.recordInStore', {
      registerId,
      lines: [
        { productId, quantity: 2, unitPrice: '12.50' },
        { productId, quantity: 1, unitPrice: '10' },
        { productId: wrapping, quantity: 1, unitPrice: '1' },
      ],
      payments: [],
    });
    expect(await onHand(till, productId, outletId)).toBe(-3);
    expect(await onHand(till, productId, other.outletId)).toBe(0);
    const { stockMovements } = await till.call('sales.get', { saleId });
    expect(stockMovements.map(({ quantity, cause }) => [quantity, cause])).toEqual([
      [-2, 'in_store_sale'],
      [-1, 'in_store_sale'],
    ]);
    expect((await till.call('stock.explain', { productId, outletId })).knownSince).not.toBeNull();
  });

  test('is found in Sales history by its source, its receipt, its goods and its day, and is in the totals', async () => {
    const { till, registerId } = await openShop();
    const productId = await mug(till, 'TEAPOT-9');
    const sell = (soldAt: string) =>
      till.call('sales.recordInStore', {
        registerId,
        soldAt,
        lines: [{ productId, quantity: 1, unitPrice: '7' }],
        payments: [{ method: 'Cash', amount: '7' }],
      });
    const { saleId } = await sell('2026-03-02T03:00:00Z');
    await sell('2026-03-03T18:00:00Z');
    for (const filter of [{ search: 'S1' }, { to: '2026-03-01' }, { source: 'in_store', to: '2026-03-01' }] as const) {
      expect((await till.call('sales.list', filter)).rows.map((row) => row.saleId)).toEqual([saleId]);
    }
    expect((await till.call('sales.list', { search: 'teapot' })).rows).toHaveLength(2);
    expect((await till.call('sales.list', { source: 'online' })).rows).toEqual([]);
    expect(await till.call('sales.summary', { source: 'in_store' })).toMatchObject({
      count: 2,
      totals: [usd('14.0000')],
    });
  });

  test.each([
    ['25', [], 'unpaid', '25.0000'],
    ['25', ['10'], 'part_paid', '15.0000'],
    ['25', ['10', '15'], 'paid', '0.0000'],
    ['25', ['40', '-15'], 'paid', '0.0000'],
    ['0', [], 'paid', '0.0000'],
  ] as const)('of %s with the payments %j is %s, and %s is due', async (unitPrice, amounts, paymentState, due) => {
    const { till, registerId } = await openShop();
    const { saleId } = await till.call('sales.recordInStore', {
      registerId,
      lines: [{ productId: await mug(till), quantity: 1, unitPrice }],
      payments: amounts.map((amount) => ({ method: 'Cash', amount })),
    });
    const sale = await till.call('sales.get', { saleId });
    expect(sale).toMatchObject({ paymentState, totals: { balanceDue: usd(due) } });
  });

  test.each([
    [[], 'unpaid', '-25.0000'],
    [['-10'], 'part_refunded', '-15.0000'],
    [['-25'], 'refunded', '0.0000'],
  ] as const)(
    'takes goods back: with %j given back it is %s, and %s is still due',
    async (amounts, paymentState, due) => {
      const { till, outletId, registerId } = await openShop();
      const productId = await mug(till);
      const { saleId } = await till.call('sales.recordInStore', {
        registerId,
        lines: [{ productId, quantity: -2, unitPrice: '12.50' }],
        payments: amounts.map((amount) => ({ method: 'Cash', amount })),
      });
      expect(await till.call('sales.get', { saleId })).toMatchObject({
        paymentState,
        total: usd('-25.0000'),
        totals: { balanceDue: usd(due) },
        timeline: [{ what: 'Taken back in the shop.' }],
      });
      expect(await onHand(till, productId, outletId)).toBe(2);
    },
  );

  test('sent again with its requestId is the same sale, whatever the letters of the id', async () => {
    const { till, outletId, registerId } = await openShop();
    const productId = await mug(till);
    const sell = (requestId: string) =>
      till.call('sales.recordInStore', {
        requestId,
        registerId,
        lines: [{ productId, quantity: 1, unitPrice: '5' }],
        payments: [{ method: 'Cash', amount: '5' }],
      });
    const first = await sell('0c9d2b1e-4a7f-4c36-9f0e-6f2a1d4b7cAB');
    expect(await sell('0C9D2B1E-4A7F-4C36-9F0E-6F2A1D4B7CAB')).toEqual(first);
    expect(await sell('1c9d2b1e-4a7f-4c36-9f0e-6f2a1d4b7cab')).not.toEqual(first);
    expect(await onHand(till, productId, outletId)).toBe(-2);
    const { rows } = await till.call('sales.list', {});
    expect(rows.map((row) => row.receiptNumber).sort()).toEqual(['S1', 'S2']);
  });

  test('names who sold it', async () => {
    const { till, registerId } = await openShop();
    await till.call('staff.setManagerPin', { pin: '1234' });
    const productId = await mug(till);
    const lines = [{ productId, quantity: 1, unitPrice: '5' }];
    const { saleId } = await till.call('sales.recordInStore', { registerId, lines, payments: [] });
    expect((await till.call('sales.get', { saleId })).timeline[0]?.what).toBe('Sold in the shop by Manager.');
  });
});

describe('a sale in the shop is refused, and nothing of it is kept,', () => {
  interface Wish {
    readonly payments?: readonly { readonly method: string; readonly amount: string }[];
    readonly quantity?: number;
    readonly unitPrice?: unknown;
    readonly soldAt?: string;
  }
  const refusals: readonly (readonly [string, Wish, string, string])[] = [
    ['paid with more than it costs', { payments: [{ method: 'Cash', amount: '12.5001' }] }, 'payments', 'change'],
    ['with money given back for nothing', { payments: [{ method: 'Cash', amount: '-1' }] }, 'payments', ''],
    ['with no pieces', { quantity: 0 }, 'lines.0.quantity', 'Leave it out'],
    ['at a negative price', { unitPrice: '-1' }, 'lines.0.unitPrice', 'negative quantity'],
    ['in another currency', { unitPrice: { amount: '1.0000', currency: 'EUR' } }, 'lines.0.unitPrice', 'USD'],
    ['for more than a till can keep', { unitPrice: '999999999999.9999', quantity: 1_000_000 }, 'lines.0.unitPrice', ''],
    ['dated in the future', { soldAt: '2999-01-01T00:00:00Z' }, 'soldAt', 'future'],
    ['dated before the shop', { soldAt: '0001-01-01T00:00:00Z' }, 'soldAt', '2000'],
  ];
  test.each(refusals)('%s', async (_, { payments = [], soldAt, ...line }, field, words) => {
    const { till, outletId, registerId } = await openShop();
    const productId = await mug(till);
    const reply = await till.reply('sales.recordInStore', {
      registerId,
      soldAt,
      lines: [{ productId, quantity: 1, unitPrice: '12.50', ...line }],
      payments,
    });
    expect(reply).toMatchObject({ ok: false, fault: { code: 'invalid_input', field } });
    expect(JSON.stringify(reply)).toContain(words);
    expect((await till.call('sales.list', {})).rows).toEqual([]);
    expect(await onHand(till, productId, outletId)).toBe(0);
  });

  test('when its product, outlet or register is not known, or does not fit (R4)', async () => {
    const { till, outletId, registerId } = await openShop();
    const other = await openOutlet(till);
    const productId = await mug(till);
    const sell = (place: object, sold = productId) =>
      till.reply('sales.recordInStore', {
        ...place,
        lines: [{ productId: sold, quantity: 1, unitPrice: '1' }],
        payments: [],
      });
    const fault = (code: string, field?: string) => ({ ok: false, fault: { code, ...(field ? { field } : {}) } });
    expect(await sell({})).toMatchObject(fault('not_bound'));
    expect(await sell({ registerId }, 'none')).toMatchObject(fault('not_found', 'lines.0.productId'));
    expect(await sell({ registerId: 'none' })).toMatchObject(fault('not_found', 'registerId'));
    expect(await sell({ outletId: 'none' })).toMatchObject(fault('not_found', 'outletId'));
    expect(await sell({ outletId: other.outletId, registerId })).toMatchObject(
      fault('register_not_in_outlet', 'registerId'),
    );
    await till.call('registers.create', { outletId, name: 'Till 2' });
    expect(await sell({ outletId })).toMatchObject(fault('invalid_input', 'registerId'));
    expect(await sell({ outletId: other.outletId })).toMatchObject({ ok: true });
  });
});

test('a sale in the shop is on the bound register, and BigCommerce is sent no order (R31)', async () => {
  const store = await openStore();
  const till = await openLinkedTill(store);
  store.placeOrders(2);
  await till.call('sync.now', {});
  const productId = await mug(till);
  const lines = [{ productId, quantity: 1, unitPrice: '5' }];
  const told = till.event((event) => event.type === 'records' && event.nouns.includes('sales'));
  const { saleId } = await till.call('sales.recordInStore', { lines, payments: [] });
  await told;
  await till.call('sync.now', {});
  expect(await till.call('sales.get', { saleId })).toMatchObject({
    outletId: till.outletId,
    registerId: till.registerId,
  });
  expect((await till.call('sales.list', { source: 'online' })).rows).toHaveLength(2);
  expect([...store.orders()]).toHaveLength(2);
  const writes = store.received.filter(({ method, path }) => method !== 'GET' && path.includes('/orders'));
  expect(writes).toEqual([]);
});

test('a sale in the shop, and what is taken back, reach BigCommerce as the level that is left (R32)', async () => {
  const store = await openStore();
  store.addProduct({ name: 'Lamp', sku: 'LAMP', price: '20' }, 40);
  const till = await openLinkedTill(store);
  await till.call('sync.now', {});
  const productId = await mug(till, 'LAMP');
  await till.call('stock.count', { productId, quantity: 40 });
  const sell = (quantity: number) =>
    till.call('sales.recordInStore', { lines: [{ productId, quantity, unitPrice: '20' }], payments: [] });
  await sell(3);
  await till.call('sync.now', {});
  expect(store.stockOf('LAMP')).toBe(37);
  await sell(-1);
  await till.call('sync.now', {});
  expect(store.stockOf('LAMP')).toBe(38);
  expect([...store.orders()]).toEqual([]);
});

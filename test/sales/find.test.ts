import { expect, test } from 'vitest';
import { slipCode } from '../../src/main/print/slip-code.ts';
import { findSale } from '../../src/main/queries/sales-find.ts';
import { openShopDatabase, randomNumbers, randomSale, writeSale } from '../million/random-sales.ts';
import { openLinkedTill, openStore } from '../support/linked-till.ts';

test('a receipt, the barcode of a slip and an order number each lead to their sale; nothing else does', async () => {
  const store = await openStore();
  const till = await openLinkedTill(store);
  const orderId = store.placeOrder({});
  await till.call('sync.now', {});
  const { productId } = await till.call('products.create', { sku: 'MUG', name: 'Mug S1' });
  const lines = [{ productId, quantity: 1, unitPrice: '1' }];
  const shop = await till.call('sales.recordInStore', { lines, payments: [] });
  const web = await till.call('sales.get', { orderId: String(orderId) });
  const slip = slipCode(web.fulfillments[0]?.fulfillmentId ?? '');
  const find = async (code: string) => (await till.call('sales.find', { code })).found;
  for (const [code, by] of [
    [`W${orderId}`, 'receipt'],
    [` w${orderId}`, 'receipt'],
    [slip, 'slip'],
    [`#${orderId}`, 'order'],
    [String(orderId), 'order'],
  ] as const) {
    expect(await find(code), code).toEqual({ saleId: web.saleId, by });
  }
  // "S1" is also a word of the product that both could be found by.
  expect(await find('s1')).toEqual({ saleId: shop.saleId, by: 'receipt' });
  for (const code of ['S2', 'W', 'TB0000000000000001', '999999', 'MUG', '"S1" OR *']) {
    expect(await find(code), code).toBeNull();
  }
});

test('an order number that two stores have used is not guessed at', () => {
  const db = openShopDatabase();
  const random = randomNumbers(1);
  db.run(
    `INSERT INTO links (link_id, store_hash, store_name, api_base, plan, currency, linked_at, baseline_order_id, unlinked_at)
     VALUES ('other', 'def', 'Other', 'http://127.0.0.1', 'Pro', 'USD', 0, 0, 1)`,
  );
  const sell = (saleId: string, linkKey: number) => {
    writeSale(db, random, { ...randomSale(random, linkKey, 3), saleId });
    db.run(`UPDATE sales SET source = 'online', order_id = 5, link_key = :linkKey WHERE sale_id = :saleId`, {
      linkKey,
      saleId,
    });
  };
  sell('one', 1);
  expect(findSale(db, '5').found).toEqual({ saleId: 'one', by: 'order' });
  sell('other', 2);
  expect(findSale(db, '5').found).toBeNull();
});

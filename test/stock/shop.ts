import { randomUUID } from 'node:crypto';
import type { PracticeStore } from '../../src/practice-store/practice-store.ts';
import { openLinkedTill, openOutlet, openTill, type Till } from '../support/linked-till.ts';

export const newRequestId = (): string => randomUUID();

/** A linked till that has imported one order: a piece of each of these. */
export const openShop = async (store: PracticeStore, ...skus: readonly string[]) => {
  const till = await openLinkedTill(store);
  store.placeOrder({ lines: skus.map((sku) => ({ sku, quantity: 1, price: '1.00' })) });
  await till.call('sync.now', {});
  return till;
};

/** A till without any link, its only outlet, and a product of each of these SKUs that nobody has counted. */
export const openCounter = async (...skus: readonly string[]) => {
  const till = await openTill();
  const place = await openOutlet(till);
  for (const sku of skus) await till.call('products.create', { sku, name: sku });
  return { ...till, ...place };
};

/** A shop beside the first one. */
export const openSecondOutlet = async (till: Till) => {
  const { outletId } = await till.call('outlets.create', {
    name: 'Harbour',
    timeZone: 'America/New_York',
    currency: 'USD',
  });
  const { registerId } = await till.call('registers.create', { outletId, name: 'Harbour till' });
  return { outletId, registerId };
};

export const productOf = async (till: Till, code: string): Promise<string> =>
  (await till.call('stock.find', { code })).productId;

/** On hand by SKU, as the list shows it. */
export const onHandBySku = async (till: Till, outletId?: string): Promise<Record<string, number>> => {
  const { rows } = await till.call('stock.list', { outletId, limit: 250 });
  return Object.fromEntries(rows.map((row) => [row.sku, row.onHand]));
};

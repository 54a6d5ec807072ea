import { expect, test } from 'vitest';
import { openBusyShop } from './busy-shop.ts';

test('a busy shop whose till is right gives no difference at all (N5)', async () => {
  const { till, store } = await openBusyShop(220);
  const before = store.received.length;
  const proof = await till.call('proof.run', {});
  expect(proof.differences).toEqual([]);
  expect(proof.ordersCompared).toBe(220);
  expect(proof.requests).toBe(store.received.length - before);
});

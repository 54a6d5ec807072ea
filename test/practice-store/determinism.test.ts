import { expect, test } from 'vitest';
import { heldClock, openStore } from './open-store.ts';

const ordersOf = async (seed: number) => {
  const store = await openStore({ seed, clock: heldClock().read });
  const ids = store.placeOrders(150, { spreadOverDays: 20 });
  return { token: store.token, ids, orders: ids.map((id) => store.order(id)), stock: store.stockOf('KCH-BOARD') };
};

test('the same seed and time give the same shop, token and orders; another seed gives others', async () => {
  const one = await ordersOf(8);
  expect(await ordersOf(8)).toEqual(one);
  const other = await ordersOf(9);
  expect(other.token).not.toBe(one.token);
  expect(other.orders).not.toEqual(one.orders);
});

test('ids rise with the dates, leave a gap now and then, and no order is placed after now', async () => {
  const clock = heldClock();
  const store = await openStore({ clock: clock.read });
  const ids = store.placeOrders(400, { spreadOverDays: 30 });
  const created = ids.map((id) => Date.parse(store.order(id).date_created));
  expect(ids).toEqual([...ids].sort((one, other) => one - other));
  expect(created).toEqual([...created].sort((one, other) => one - other));
  expect((ids.at(-1) ?? 0) - (ids[0] ?? 0)).toBeGreaterThan(400);
  expect(Math.max(...created)).toBeLessThanOrEqual(clock.read());
  expect(Math.min(...created)).toBeGreaterThan(clock.read() - 32 * 86_400_000);
  const modified = ids.map((id) => Date.parse(store.order(id).date_modified));
  expect(Math.max(...modified)).toBeLessThanOrEqual(clock.read());
});

test('regular customers come back, some of them with their address in other letters (R12)', async () => {
  const store = await openStore({ seed: 2 });
  const buyers = store.placeOrders(300).map((id) => store.order(id).billing_address.email);
  const people = new Set(buyers.map((email) => email.toLowerCase()));
  expect(people.size).toBeLessThan(buyers.length);
  expect(new Set(buyers).size).toBeGreaterThan(people.size);
});

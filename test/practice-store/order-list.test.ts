import { describe, expect, test } from 'vitest';
import { heldClock, openStore, rowOf } from './open-store.ts';

const ids = (rows: readonly Readonly<Record<string, unknown>>[]) => rows.map((row) => row.id);

describe('the list of orders (bigcommerce.md §3.2)', () => {
  test('a shop without orders answers 204 with no body', async () => {
    const store = await openStore();
    const answer = await store.ask('/v2/orders');
    expect(answer.status).toBe(204);
    expect(answer.text).toBe('');
  });

  test('a page holds 50 orders unless asked, 250 at most, and more is refused as too large', async () => {
    const store = await openStore();
    store.placeOrders(260);
    expect(await store.rows('/v2/orders')).toHaveLength(50);
    expect(await store.rows('/v2/orders?limit=250')).toHaveLength(250);
    expect(await store.rows('/v2/orders?limit=250&page=2')).toHaveLength(10);
    expect((await store.ask('/v2/orders?limit=250&page=3')).status).toBe(204);
    expect((await store.ask('/v2/orders?limit=251')).status).toBe(413);
    expect((await store.ask('/v2/orders?limit=nine')).status).toBe(400);
  });

  test('both ends of a range of dates are in it, to the second', async () => {
    const clock = heldClock();
    const store = await openStore({ clock: clock.read });
    const placed = [0, 1, 2].map(() => {
      const id = store.placeOrder({});
      clock.pass(1_000);
      return id;
    });
    const between = (min: string, max: string) =>
      store.rows(
        `/v2/orders?min_date_modified=${encodeURIComponent(min)}&max_date_modified=${encodeURIComponent(max)}`,
      );
    expect(ids(await between('2026-03-02T10:00:00Z', '2026-03-02T10:00:01Z'))).toEqual(placed.slice(0, 2));
    expect(ids(await between('Mon, 02 Mar 2026 10:00:01 +0000', 'Mon, 02 Mar 2026 10:00:02 +0000'))).toEqual(
      placed.slice(1),
    );
    expect(ids(await between('1772445602', '1772445602'))).toEqual(placed.slice(2));
    expect(ids(await between('2026-03-02T11:00:02+01:00', '2027-01-01'))).toEqual(placed.slice(2));
  });

  test('a plus sign that was not encoded is refused instead of being taken for another time', async () => {
    const store = await openStore();
    expect((await store.ask('/v2/orders?min_date_modified=2026-03-02T10:00:00+00:00')).status).toBe(400);
    expect((await store.ask('/v2/orders?min_date_modified=2026-03-02T10:00:00%2B00:00')).status).toBe(204);
  });

  test('an order that changes moves to the end of the list by date of change', async () => {
    const clock = heldClock();
    const store = await openStore({ clock: clock.read });
    const [first = 0, second, third] = [0, 1, 2].map(() => {
      clock.pass(5_000);
      return store.placeOrder({});
    });
    const byChange = '/v2/orders?sort=date_modified:asc';
    expect(ids(await store.rows(byChange))).toEqual([first, second, third]);
    clock.pass(60_000);
    store.setStatus(first, 9);
    expect(ids(await store.rows(byChange))).toEqual([second, third, first]);
    expect(ids(await store.rows('/v2/orders?sort=date_created:desc'))).toEqual([third, second, first]);
    expect(ids(await store.rows('/v2/orders?sort=status_id:asc'))).toEqual([first, second, third]);
    expect((await store.ask('/v2/orders?sort=colour')).status).toBe(400);
  });

  test('orders of the same second keep the order of their ids', async () => {
    const clock = heldClock();
    const store = await openStore({ clock: clock.read });
    const placed = store.placeOrders(30);
    for (const id of [...placed].reverse()) store.touch(id);
    expect(ids(await store.rows('/v2/orders?sort=date_modified:asc'))).toEqual(placed);
  });

  test('filters choose by id, status, buyer, way of paying and total', async () => {
    const store = await openStore();
    const one = store.placeOrder({ email: 'Ann@Example.com', customerId: 7, lines: [{ sku: 'x', price: '10.00' }] });
    const other = store.placeOrder({
      paymentMethod: 'Bank Deposit',
      statusId: 7,
      lines: [{ sku: 'x', price: '99.50' }],
    });
    expect(ids(await store.rows('/v2/orders?status_id=7'))).toEqual([other]);
    expect(ids(await store.rows('/v2/orders?customer_id=7'))).toEqual([one]);
    expect(ids(await store.rows('/v2/orders?email=ann@example.com'))).toEqual([one]);
    expect(ids(await store.rows('/v2/orders?payment_method=Bank%20Deposit'))).toEqual([other]);
    expect(ids(await store.rows(`/v2/orders?min_id=${other}`))).toEqual([other]);
    expect(ids(await store.rows(`/v2/orders?max_id=${one}&channel_id=1`))).toEqual([one]);
    expect(ids(await store.rows('/v2/orders?min_total=50'))).toEqual([other]);
    expect((await store.ask('/v2/orders?status_id=2,3')).status).toBe(400);
  });

  test('an archived order leaves the lists and can still be read by its id', async () => {
    const store = await openStore();
    const [gone = 0, kept] = store.placeOrders(2);
    store.archive(gone);
    expect(ids(await store.rows('/v2/orders'))).toEqual([kept]);
    expect((await store.ask(`/v2/orders/${gone}`)).body).toMatchObject({ id: gone, is_deleted: true });
  });

  test('counts by status add up to the count, under the merchant’s own labels', async () => {
    const store = await openStore();
    store.placeOrders(40, { statusId: 11 });
    store.placeOrders(3, { statusId: 7 });
    store.renameStatus(11, 'Pack me');
    const { body } = await store.ask('/v2/orders/count');
    const statuses = rowOf(body).statuses as { id: number; name: string; system_label: string; count: number }[];
    expect(rowOf(body).count).toBe(43);
    expect(statuses.find(({ id }) => id === 11)).toMatchObject({
      name: 'Pack me',
      system_label: 'Awaiting Fulfillment',
      count: 40,
    });
    expect((await store.ask('/v2/orders/count?status_id=7')).body).toMatchObject({ count: 3 });
    const [order] = await store.rows('/v2/orders?limit=1');
    expect(order).toMatchObject({ status_id: 11, status: 'Awaiting Fulfillment', custom_status: 'Pack me' });
  });
});

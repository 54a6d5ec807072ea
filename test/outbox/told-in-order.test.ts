import { describe, expect, test } from 'vitest';
import { JUG, MUG, mailsTo, openOutboxShop, shipmentsThere, statusThere } from './outbox-shop.ts';

describe('what staff did reaches BigCommerce, in order and once (R89, R95)', () => {
  test('a packed delivery is Awaiting Shipment, a parcel a shipment, and the order is Shipped', async () => {
    const shop = await openOutboxShop();
    const orderId = await shop.order();
    const staff = shop.staff(orderId);
    staff.packAll();
    expect((await shop.till.exchange()).sent).toBe(1);
    expect(statusThere(shop.store, orderId)).toBe(9);
    staff.ship({ trackingNumber: 'T-9' });
    await shop.till.exchange();
    expect(statusThere(shop.store, orderId)).toBe(2);
    expect(shipmentsThere(shop.store, orderId)).toMatchObject([{ items: [{ quantity: 2 }, { quantity: 1 }] }]);
    expect(shop.entries(orderId).map(({ what, state }) => [what, state])).toEqual([
      ['status', 'sent'],
      ['shipment', 'sent'],
    ]);
    expect(mailsTo(shop.store, orderId)).toEqual(['status', 'shipment']);
    expect(shop.conflicts(orderId), 'what we told is no conflict').toEqual([]);
    expect(shop.timeline(orderId)).toContain('BigCommerce was told: the status "Awaiting Shipment", for it is packed.');
    expect(shop.timeline(orderId)).toContain('BigCommerce was told: a shipment of 3 pieces with ups as T-9.');
  });

  test('a pickup is Awaiting Pickup when packed and Completed when handed over', async () => {
    const shop = await openOutboxShop();
    const orderId = await shop.order({ pickup: true });
    const staff = shop.staff(orderId);
    staff.packAll();
    staff.ready();
    staff.handOver();
    await shop.till.exchange();
    expect(statusThere(shop.store, orderId)).toBe(10);
    expect(shop.store.applied).toMatchObject([
      { kind: 'status_set', to: 8 },
      { kind: 'status_set', to: 10 },
    ]);
  });

  test('parcels of one order go in the order in which they left, and it is Partially Shipped in between', async () => {
    const shop = await openOutboxShop();
    const orderId = await shop.order();
    const staff = shop.staff(orderId);
    staff.packAll();
    staff.ship({ pieces: { MUG: 1 }, trackingNumber: 'T-1' });
    staff.ship({ trackingNumber: 'T-2' });
    await shop.till.exchange();
    const writes = shop.store.received.filter(({ method }) => method !== 'GET').map(({ body }) => body);
    expect(writes).toMatchObject([{ status_id: 9 }, { tracking_number: 'T-1' }, { tracking_number: 'T-2' }]);
    expect(statusThere(shop.store, orderId)).toBe(2);
  });

  test('where BigCommerce does not move the order with its shipment, it is moved (§6.2)', async () => {
    const shop = await openOutboxShop({ shipmentsMoveStatus: false });
    const orderId = await shop.order();
    const staff = shop.staff(orderId);
    staff.packAll();
    staff.ship({ pieces: { MUG: 1 } });
    await shop.till.exchange();
    expect(statusThere(shop.store, orderId)).toBe(3);
    staff.ship();
    await shop.till.exchange();
    expect(statusThere(shop.store, orderId)).toBe(2);
  });

  test('goods to another address keep an order from being Shipped, a download does not', async () => {
    const shop = await openOutboxShop({ shipmentsMoveStatus: false });
    const map = { name: 'Map', kind: 'digital', productId: 0, price: '1.00' } as const;
    const addresses = [{}, { street1: '2 Second Street' }];
    const both = await shop.order({ lines: [{ sku: MUG }, { sku: JUG, address: 1 }, map], addresses });
    const one = await shop.order({ lines: [{ sku: MUG }, map] });
    for (const orderId of [both, one]) {
      shop.staff(orderId).packAll();
      shop.staff(orderId).ship();
    }
    await shop.till.exchange();
    expect(statusThere(shop.store, both)).toBe(3);
    expect(statusThere(shop.store, one)).toBe(2);
  });

  test('an idle exchange asks nothing more, and a told one pulls once more', async () => {
    const shop = await openOutboxShop();
    const orderId = await shop.order();
    shop.wait(300_000);
    await shop.till.exchange();
    const idleFrom = shop.store.received.length;
    await shop.till.exchange();
    expect(shop.store.received.length - idleFrom).toBeLessThanOrEqual(2);
    shop.staff(orderId).packAll();
    const from = shop.store.received.length;
    await shop.till.exchange();
    const asked = shop.store.received.slice(from).filter(({ path }) => path === `/v2/orders/${orderId}`);
    expect(asked.map(({ method }) => method)).toEqual(['GET', 'PUT']);
  });

  test('orders that have nothing to do with each other go at once, and one that is parked holds only its own', async () => {
    const shop = await openOutboxShop();
    const [one, other] = [await shop.order(), await shop.order()];
    for (const orderId of [one, other]) shop.staff(orderId).packAll();
    for (const orderId of [one, other]) shop.staff(orderId).ship();
    shop.store.script({
      kind: 'answer',
      status: 400,
      body: [{ status: 400, message: 'The status is not for sale.' }],
      match: { method: 'PUT', path: new RegExp(`/v2/orders/${one}$`) },
    });
    await shop.till.exchange();
    expect(shop.entries(one)).toMatchObject([
      { state: 'parked', lastAnswer: 'The status is not for sale.' },
      { state: 'pending', attempts: 0 },
    ]);
    expect(shop.entries(other).map(({ state }) => state)).toEqual(['sent', 'sent']);
    expect(shop.timeline(one).at(-1)).toBe(
      'BigCommerce did not take the status "Awaiting Shipment", for it is packed: The status is not for sale.',
    );
  });

  test('a long outbox lets orders in between, and goes on in the same exchange', async () => {
    const shop = await openOutboxShop();
    const orderIds: number[] = [];
    for (let each = 0; each < 30; each++) orderIds.push(await shop.order());
    for (const orderId of orderIds) shop.staff(orderId).packAll();
    const from = shop.store.received.length;
    // Each request takes a second.
    const { problem } = await shop.till.exchange({ before: () => shop.wait(1_000) });
    expect(problem).toBeNull();
    expect(new Set(orderIds.flatMap((orderId) => shop.entries(orderId).map(({ state }) => state)))).toEqual(
      new Set(['sent']),
    );
    const asked = shop.store.received.slice(from).map(({ method, path }) => `${method} ${path.replace(/\d+$/, 'N')}`);
    const between = asked.slice(asked.indexOf('PUT /v2/orders/N'), asked.lastIndexOf('PUT /v2/orders/N'));
    expect(between.filter((request) => request === 'GET /v2/orders').length).toBeGreaterThanOrEqual(1);
  });
});

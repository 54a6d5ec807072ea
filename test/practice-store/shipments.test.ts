import { expect, test } from 'vitest';
import { openStore, rowOf } from './open-store.ts';

const placeTwoLines = async () => {
  const store = await openStore();
  const orderId = store.placeOrder({
    lines: [
      { sku: 'KCH-BOARD', quantity: 3 },
      { sku: 'KCH-SALT', quantity: 1 },
    ],
  });
  const { products, shipping_addresses: addresses } = store.order(orderId);
  const [first, second] = products.map((line) => line.id);
  const addressId = addresses[0]?.id;
  const path = `/v2/orders/${orderId}/shipments`;
  const ship = (items: readonly unknown[], more: Record<string, unknown> = {}) =>
    store.send('POST', path, { order_address_id: addressId, items, ...more });
  return { store, orderId, first, second, addressId, path, ship };
};

test('a part makes the order Partially Shipped, the rest makes it Shipped, with quantities and date (bigcommerce.md §6.2)', async () => {
  const { store, orderId, first, second, path, ship } = await placeTwoLines();
  expect((await store.ask(path)).status).toBe(204);

  const part = await ship([{ order_product_id: first, quantity: 2 }], { tracking_number: 'T1', comments: 'ref:7F3A' });
  expect(part.status).toBe(201);
  expect(part.body).toMatchObject({ tracking_number: 'T1', items: [{ order_product_id: first, quantity: 2 }] });
  expect(store.order(orderId)).toMatchObject({ status_id: 3, items_shipped: 2, date_shipped: '' });

  await ship([
    { order_product_id: first, quantity: 1 },
    { order_product_id: second, quantity: 1 },
  ]);
  const done = store.order(orderId);
  expect(done).toMatchObject({ status_id: 2, items_shipped: 4 });
  expect(done.date_shipped).toMatch(/\+0000$/);
  expect(await store.rows(path)).toHaveLength(2);
  expect((await store.ask(`${path}/count`)).body).toEqual({ count: 2 });
  expect(store.applied).toMatchObject([
    { kind: 'shipment_created', orderId, comments: 'ref:7F3A', items: [{ lineId: first, quantity: 2 }] },
    { kind: 'shipment_created', orderId },
  ]);
});

test('product_id in the items, too many pieces and a wrong address are refused, and nothing happens', async () => {
  const { store, orderId, first, ship } = await placeTwoLines();
  expect((await ship([{ order_product_id: first, product_id: 1, quantity: 1 }])).status).toBe(400);
  expect((await ship([{ order_product_id: first, quantity: 4 }])).status).toBe(400);
  expect((await ship([{ order_product_id: 1, quantity: 1 }])).status).toBe(400);
  expect((await ship([])).status).toBe(400);
  expect((await ship([{ order_product_id: first, quantity: 1 }], { order_address_id: 1 })).status).toBe(400);
  expect((await ship([{ order_product_id: first, quantity: 1 }], { tracking_number: 'x'.repeat(51) })).status).toBe(
    400,
  );
  expect(store.order(orderId)).toMatchObject({ status_id: 11, items_shipped: 0, shipments: [] });
  expect(store.applied).toEqual([]);
});

test('setting the status to Shipped ships nothing, and a shipment is still accepted afterwards (bigcommerce.md §0.10)', async () => {
  const { store, orderId, first, ship } = await placeTwoLines();
  const answer = await store.send('PUT', `/v2/orders/${orderId}`, { status_id: 2 });
  expect(answer.body).toMatchObject({ status_id: 2, items_shipped: 0, date_shipped: expect.stringMatching(/\d/) });
  expect((await ship([{ order_product_id: first, quantity: 3 }])).status).toBe(201);
  expect(store.order(orderId)).toMatchObject({ status_id: 2, items_shipped: 3 });
});

test('two shipments of the same pieces are two shipments: nothing keeps a repeated request from counting twice', async () => {
  const { store, orderId, first, ship } = await placeTwoLines();
  await ship([{ order_product_id: first, quantity: 1 }]);
  await ship([{ order_product_id: first, quantity: 1 }]);
  expect(store.order(orderId).shipments).toHaveLength(2);
});

test('details of a shipment can change, its items cannot; deleting it leaves the status', async () => {
  const { store, orderId, first, path, ship } = await placeTwoLines();
  const made = await ship([{ order_product_id: first, quantity: 3 }]);
  const one = `${path}/${rowOf(made.body).id}`;
  expect((await store.send('PUT', one, { items: [] })).status).toBe(400);
  expect((await store.send('PUT', one, { tracking_number: 'NEW' })).body).toMatchObject({ tracking_number: 'NEW' });
  expect((await store.ask(one)).body).toMatchObject({ tracking_number: 'NEW' });
  expect((await store.send('DELETE', one)).status).toBe(204);
  expect((await store.ask(one)).status).toBe(404);
  expect(store.order(orderId)).toMatchObject({ status_id: 3, items_shipped: 0 });
  expect(store.applied.map(({ kind }) => kind)).toEqual(['shipment_created', 'shipment_changed', 'shipment_deleted']);
});

test('each of two addresses takes a shipment of its own', async () => {
  const store = await openStore();
  const [orderId = 0] = store.placeOrders(1, { kind: 'two_addresses', statusId: 11 });
  expect(store.order(orderId).shipping_addresses).toHaveLength(2);
  store.ship(orderId);
  expect(store.order(orderId).status_id).toBe(3);
  store.ship(orderId);
  expect(store.order(orderId)).toMatchObject({ status_id: 2, shipments: [{}, {}] });
  expect(() => store.ship(orderId)).toThrow('nothing left to ship');
});

test('notes and status can be written, everything else is refused by name, and nothing of the request counts', async () => {
  const { store, orderId } = await placeTwoLines();
  const put = (body: unknown) => store.send('PUT', `/v2/orders/${orderId}`, body);
  expect((await put({ status_id: 9, staff_notes: 'On shelf B2' })).body).toMatchObject({
    status_id: 9,
    staff_notes: 'On shelf B2',
  });
  for (const field of [
    'status',
    'total_inc_tax',
    'products',
    'fees',
    'billing_address',
    'items_shipped',
    'channel_id',
  ]) {
    const refused = await put({ status_id: 8, [field]: 'x' });
    const message = `The field '${field}' cannot be written to. Please remove it from your request before trying again.`;
    expect([refused.status, refused.body]).toEqual([400, [{ status: 400, message }]]);
  }
  expect((await put({ status_id: 77 })).status).toBe(400);
  expect((await store.ask(`/v2/orders/${orderId}`, { method: 'PUT', body: '{' })).status).toBe(400);
  expect(store.applied).toMatchObject([
    { kind: 'status_set', orderId, from: 11, to: 9 },
    { kind: 'order_fields_set', orderId, fields: { staff_notes: 'On shelf B2' } },
  ]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { requireWritable } from '../../src/main/bigcommerce/writable.ts';
import { openClient } from '../support/direct-client.ts';
import { openStore } from '../support/linked-till.ts';

const levels = '/v3/inventory/adjustments/absolute';

test('the client can write three things: levels, a status, a shipment. No order can be made or deleted (R13, R31)', () => {
  const folder = new URL('../../src/main/bigcommerce/', import.meta.url);
  const sources = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
  const found = (pattern: RegExp) =>
    sources.flatMap((source) => [...source.matchAll(pattern)].map((match) => match[1])).sort();
  expect(found(/\bmethod: '(\w+)',\s*path/g)).toEqual(['POST', 'PUT', 'PUT']);
  expect(found(/\.put\(\s*([^,]+),/g)).toEqual([`'${levels}'`, '`/v2/orders/${orderId}`'].sort());
  expect(found(/\.post\(\s*([^,]+),/g)).toEqual(['`/v2/orders/${orderId}/shipments`']);
  expect(found(/readonly (\[?[\w:` /$'{}-]+\]?): (?:Levels|Status|Shipment)Body/g)).toEqual(
    [`'${levels}'`, '[order: `/v2/orders/${number}`]', '[shipments: `/v2/orders/${number}/shipments`]'].sort(),
  );
  expect(found(/\b(DELETE|PATCH)\b/g)).toEqual([]);
});

describe('what the types allow, the running client holds to as well', () => {
  const shipment = {
    order_address_id: 1,
    items: [],
    tracking_number: '',
    tracking_carrier: '',
    shipping_provider: '',
    comments: '',
  };

  test.each([
    ['PUT', levels, { reason: 'x', items: [] }],
    ['PUT', '/v2/orders/1042', { status_id: 9 }],
    ['POST', '/v2/orders/1042/shipments', shipment],
  ] as const)('%s %s', (method, path, body) => {
    expect(() => requireWritable(method, path, body)).not.toThrow();
  });

  test.each([
    ['making an order (R13)', 'POST', '/v2/orders', {}],
    ['making one under a number', 'POST', '/v2/orders/1042', { status_id: 9 }],
    ['deleting a shipment by writing over it', 'PUT', '/v2/orders/1042/shipments/7', shipment],
    ['all orders', 'PUT', '/v2/orders', { status_id: 9 }],
    ['another path behind it', 'PUT', '/v2/orders/1042/../../v3/catalog', { status_id: 9 }],
    ['refunding', 'POST', '/v3/orders/1042/payment_actions/refunds', {}],
    ['moving stock by a difference', 'POST', '/v3/inventory/adjustments/relative', { reason: 'x', items: [] }],
  ] as const)('never %s', (_, method, path, body) => {
    expect(() => requireWritable(method, path, body)).toThrow(RangeError);
  });

  test.each(['products', 'fees', 'staff_notes', 'items_shipped', 'total_inc_tax'])(
    'never the field %s of an order: what is echoed there does damage (§5)',
    (field) => {
      expect(() => requireWritable('PUT', '/v2/orders/1042', { status_id: 9, [field]: '1' })).toThrow(RangeError);
    },
  );

  test.each([4, 5, 6, 14, 0, 1, 7, 12, 13, 99])('never the status %i (R95)', (statusId) => {
    expect(() => requireWritable('PUT', '/v2/orders/1042', { status_id: statusId })).toThrow(RangeError);
  });

  test('nothing of it leaves this machine', async () => {
    const store = await openStore();
    const client = openClient(store);
    // @ts-expect-error Cancelled is the merchant's own decision.
    await expect(client.put('/v2/orders/1042', { status_id: 5 })).rejects.toThrow(RangeError);
    // @ts-expect-error An order is never made.
    await expect(client.post('/v2/orders', {})).rejects.toThrow(RangeError);
    expect(store.received).toEqual([]);
  });
});

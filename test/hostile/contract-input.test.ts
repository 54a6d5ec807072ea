import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contract } from '../../src/contract/contract.ts';
import { faultSentences } from '../../src/contract/fault.ts';
import { openLinkedTill, openStore, type Till } from '../support/linked-till.ts';
import { anyHostileValue, missing } from './hostile-values.ts';

/** What a caller could know: the names of fields, and some values that fit them. */
const fieldNames = [
  ...[
    'search',
    'cursor',
    'limit',
    'orderId',
    'saleId',
    'fulfillmentId',
    'outletId',
    'registerId',
    'locationId',
    'segment',
  ],
  ...[
    'type',
    'saleStatus',
    'bigcommerceStatusId',
    'payment',
    'fulfillment',
    'source',
    'from',
    'to',
    'name',
    'timeZone',
  ],
  ...['productId', 'sku', 'price', 'quantity', 'csv', 'lines', 'payments', 'requestId', 'soldAt', 'readAt'],
  ...['currency', 'storeHash', 'token', 'plan', 'apiBase', 'pin', '__proto__', 'constructor'],
];
const fitting: fc.Arbitrary<unknown> = fc.constantFrom(
  ...[
    '2026-09-24',
    '2026-09-24T10:00:00Z',
    '0001-01-01',
    '9999-12-31T23:59:59Z',
    'new',
    'all',
    'closed',
    'paid',
    'online',
  ],
  ...[
    'Europe/Dublin',
    'Nowhere/Land',
    'EUR',
    'Pro',
    'practice',
    'http://127.0.0.1:1/stores/x',
    'http://[::1',
    'javascript:alert(1)',
  ],
  ...['WyIiLDBd', 'W251bGwsMV0', 'WzFlMzA4LDFlMzA4XQ', 'WyJcdTAwMDAiLDAuNV0', 'bm90IGpzb24', '999999999999999', '000'],
  ...['sku,quantity,name\nA,1,A', '12.50', '0c9d2b1e-4a7f-4c36-9f0e-6f2a1d4b7cab'],
  [],
  [{ productId: 'x', quantity: 1, unitPrice: '1' }],
  1,
  250,
  251,
);
const value = fc.oneof(fitting, anyHostileValue).map((each) => (each === missing ? undefined : each));
const input: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.dictionary(fc.constantFrom(...fieldNames), value, { maxKeys: 4 }) },
  { weight: 1, arbitrary: value },
);

/**
 * A sign-in waits longer after each wrong PIN, a link would end this one, a backup copies and checks the whole shop, and
 * others ask BigCommerce each time: they are fuzzed at their schema only.
 */
const slow = new Set([
  ...['staff.signIn', 'staff.setManagerPin', 'link.connect', 'sync.now', 'backup.make'],
  ...['stock.previewSeed', 'proof.run', 'proof.repair'],
]);
const refusedInput = (name: keyof typeof contract, given: unknown): boolean =>
  !contract[name].input.safeParse(given ?? {}).success;

const codes = new Set(Object.keys(faultSentences).filter((code) => code !== 'internal'));

/** What is wrong with the reply to a call; null for data or a closed fault in plain words. */
const complaint = async (till: Till, name: string, given: unknown): Promise<string | null> => {
  const reply = await till.reply(name, given);
  if (reply.ok || (codes.has(reply.fault.code) && reply.fault.message !== '')) return null;
  return `${name} ${JSON.stringify(given)?.slice(0, 120)}: ${reply.fault.code}`;
};

test('every procedure answers any input with data or a closed fault code, never with an error of its own (F6, R84)', async () => {
  const store = await openStore();
  const till = await openLinkedTill(store);
  store.placeOrders(20, { statusId: 11 });
  await till.call('sync.now', {});
  const complaints: (string | null)[] = [];
  for (const [seed, name] of (Object.keys(contract) as (keyof typeof contract)[]).entries()) {
    for (const given of fc.sample(input, { seed, numRuns: 250 })) {
      if (slow.has(name) && !refusedInput(name, given)) continue;
      complaints.push(await complaint(till, name, given));
    }
  }
  expect(complaints.filter((each) => each !== null)).toEqual([]);
  expect((await till.call('sales.summary', {})).count).toBe(20);
});

test('a cursor that no list gave out is refused in plain words, whatever it decodes to (F6)', async () => {
  const till = await openLinkedTill(await openStore());
  const texts = [
    '',
    '[]',
    '{}',
    '[{},{}]',
    '[[],[]]',
    '[null,1]',
    '["",null]',
    '["\\ud800",0.5]',
    '[1e308,1e308]',
    'no JSON',
  ];
  const lists = (Object.keys(contract) as (keyof typeof contract)[]).filter((name) => name.endsWith('.list'));
  const paged = lists.filter((name) => !contract[name].input.safeParse({ cursor: 7 }).success);
  expect(paged).toHaveLength(7);
  const complaints: (string | null)[] = [];
  for (const name of paged) {
    for (const text of texts) {
      complaints.push(await complaint(till, name, { cursor: Buffer.from(text).toString('base64url') }));
    }
    const notGivenOut = { cursor: Buffer.from('[{},{}]').toString('base64url') };
    expect(await till.reply(name, notGivenOut)).toMatchObject({ fault: { code: 'invalid_input', field: 'cursor' } });
  }
  expect(complaints.filter((each) => each !== null)).toEqual([]);
});

test('a name that is no procedure is refused as that, also one that every object has (F6)', async () => {
  const till = await openLinkedTill(await openStore());
  const names = [
    '',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'sales.list ',
    'SALES.LIST',
    'x'.repeat(1_000_000),
  ];
  for (const name of names) {
    expect(await till.reply(name, {})).toMatchObject({ ok: false, fault: { code: 'unknown_procedure' } });
  }
});

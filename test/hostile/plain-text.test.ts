import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openLinkedTill, openStore } from '../support/linked-till.ts';
import { hostileTexts } from './hostile-values.ts';

const lists = [
  'sales.list',
  'sales.summary',
  'fulfillments.list',
  'fulfillments.counts',
  'products.list',
  'customers.list',
  'stock.list',
];

const operators = fc.constantFrom(
  '"',
  "'",
  '*',
  ':',
  '^',
  '(',
  ')',
  '{',
  '}',
  '-',
  '+',
  ' OR ',
  ' AND ',
  ' NOT ',
  'NEAR(',
  '\\',
  '%',
  '_',
  '\u0000',
  ';--',
  '🧵',
  'words:',
  'ß',
  '\u202e',
  '\ud800',
);
const typed = fc
  .array(fc.oneof(operators, fc.string({ unit: 'binary', maxLength: 6 }), fc.constantFrom(...hostileTexts)), {
    maxLength: 12,
  })
  .map((parts) => parts.join('').slice(0, 200));

describe('text from outside is text, wherever it goes (F5)', () => {
  test('no search fails, whatever is typed: quotes, operators, NUL, emoji, half letters, 200 characters', async () => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    store.placeOrders(20, { statusId: 11 });
    await till.call('sync.now', {});
    const searches = [
      ...hostileTexts,
      '"'.repeat(200),
      'ab*'.repeat(66),
      ...fc.sample(typed, { seed: 9, numRuns: 300 }),
    ];
    const failed: string[] = [];
    for (const search of searches) {
      for (const name of lists) {
        const reply = await till.reply(name, { search });
        if (!reply.ok) failed.push(`${name} ${JSON.stringify(search)}: ${reply.fault.code}`);
      }
    }
    expect(failed).toEqual([]);
  });

  test('a percent sign, an underscore or an operator finds itself, not everything', async () => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    store.placeOrder({ lines: [{ sku: 'A_1', name: '100% wool', price: '1.00' }] });
    store.placeOrder({ lines: [{ sku: 'AX1', name: '100 of wool', price: '1.00' }] });
    await till.call('sync.now', {});
    const found = async (search: string) => (await till.call('products.list', { search })).rows.map((row) => row.sku);
    expect(await found('0%')).toEqual(['A_1']);
    expect(await found('A_')).toEqual(['A_1']);
    expect(await found('wool OR shipping')).toEqual([]);
    expect((await till.call('sales.list', { search: 'AX1 OR A_1' })).rows).toEqual([]);
  });

  test('products, buyers and notes with scripts, bidi marks, control characters come back letter by letter, and are no news the next time', async () => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    const texts = hostileTexts.filter((text) => text.trim() !== '');
    const orders = texts.map((text, index) => {
      const line = {
        sku: `S-${index}`,
        name: text,
        productId: 90_000 + index,
        variantId: 95_000 + index,
        price: '1.00',
      };
      const customer = { firstName: 'X', lastName: text };
      const email = `buyer-${index}@example.com`;
      return { lines: [line], email, customer, customerMessage: text, staffNotes: text };
    });
    const ids = store.seed(orders);
    await till.call('sync.now', {});
    for (const [index, text] of texts.entries()) {
      // A half letter is none: it becomes the sign for that.
      const letters = text.toWellFormed();
      const sale = await till.call('sales.get', { orderId: ids[index] ?? 0 });
      const name = `X ${letters}`.trim();
      expect(sale).toMatchObject({ customerName: name, customerMessage: letters, staffNotes: letters });
      expect(sale.lines[0]?.name).toBe(letters);
      const { rows: products } = await till.call('products.list', { search: `S-${index}` });
      expect(products.map((row) => row.name)).toContain(letters);
      const { rows: customers } = await till.call('customers.list', { search: `buyer-${index}@` });
      const buyers = customers.filter(({ email }) => email.startsWith(`buyer-${index}@`));
      expect(buyers.map((row) => row.name)).toEqual([name]);
    }
    expect((await till.call('sync.now', {})).orders).toMatchObject({ seen: texts.length, imported: 0, updated: 0 });
  });
});

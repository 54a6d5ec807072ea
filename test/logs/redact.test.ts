import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from '../../src/main/hosts/logs/redact.ts';

const token = 'k3jq9x2mbv81zt0aa7yw5c4nd6eh8rs';

describe('what the log keeps to itself', () => {
  test.each([
    ['a token by its field', { headers: { 'X-Auth-Token': 'abc' } }, { headers: { 'X-Auth-Token': '[removed]' } }],
    ['a PIN by its field', { pin: '2468', managerPin: '1' }, { pin: '[removed]', managerPin: '[removed]' }],
    ['a bearer secret', 'Authorization: Bearer abc.def', 'Authorization: Bearer [removed]'],
    ['a launch code', 'http://127.0.0.1:4173/#code=a_b-C9', 'http://127.0.0.1:4173/#code=[removed]'],
    ['a token in running text', `GET failed (${token})`, 'GET failed ([removed])'],
    ['a buyer’s e-mail address', 'no customer jo.d+x@shop.example.ie yet', 'no customer [e-mail] yet'],
    ['a buyer’s phone number', 'call +353 (0)86 123-4567 now', 'call [phone] now'],
    [
      'who a customer is, by its fields',
      { customerName: 'Jo Doe', first_name: 'Jo', street_1: 'Main St 1', zip: 'D02' },
      { customerName: '[removed]', first_name: '[removed]', street_1: '[removed]', zip: '[removed]' },
    ],
  ])('%s', (_, value, expected) => expect(redact(value)).toEqual(expected));

  test('keeps what support needs: numbers of orders, ids, versions, file names, times', () => {
    const useful = {
      orderId: '1234567890',
      saleId: '018f3c1e-7b1a-7cc2-b0de-9f0e6a4d1c22',
      version: '1.2.3-beta.4',
      at: '2026-11-26T20:40:22.123Z',
      stack: 'Error: x\n    at run (/app/out/main/chunks/till-B3kq_2Zx.js:12:34)',
      productsChanged: 12,
      state: 'offline',
    };
    expect(redact(useful)).toEqual(useful);
  });

  test('no known secret survives, wherever it stands and however deep', () => {
    const secret = fc
      .string({ minLength: 4, maxLength: 40 })
      .filter((text) => !'[removed] [e-mail] [phone]'.includes(text));
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (known, before, after) => {
        const text = before + known + after;
        const redacted = redact({ a: [{ b: text }], c: text }, [known]) as { a: { b: string }[]; c: string };
        expect(redacted.c.includes(known)).toBe(false);
        expect(redacted.a[0]?.b).toBe(redacted.c);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from '../../src/main/print/content.ts';
import { differencesOf } from '../../src/main/print/differences.ts';
import { pickListContent, slipContent } from '../../src/main/print/order-content.ts';
import type { Printable } from '../../src/main/store/printable.ts';
import { lineOf, printableOf } from './printable.ts';

const between = (before: Partial<Printable>, now: Partial<Printable>): string[] =>
  differencesOf(slipContent(printableOf(before)), slipContent(printableOf(now)));

test('each change of an order is a sentence for whoever holds the older slip (R94)', () => {
  const mug = lineOf('1', { name: 'Mug', ordered: 2 });
  expect(between({ lines: [mug] }, { lines: [{ ...mug, ordered: 5 }] })).toEqual(['3 more of Mug: now 5.']);
  expect(between({ lines: [mug] }, { lines: [{ ...mug, ordered: 1 }] })).toEqual(['1 fewer of Mug: now 1.']);
  expect(between({ lines: [mug] }, { lines: [{ ...mug, options: 'Blue' }] })).toEqual(['Mug is now Mug (Blue).']);
  expect(between({ lines: [mug, lineOf('2')] }, { lines: [mug] })).toEqual(['Removed: 1 × Article 2.']);
  expect(
    between({ lines: [mug] }, { lines: [{ ...mug, ordered: 0 }, lineOf('2')] }),
    'a refunded line is gone',
  ).toEqual(['New: 1 × Article 2.', 'Removed: 2 × Mug.']);
  expect(between({}, { type: 'pickup', method: 'High Street' })).toEqual([
    'It is a pickup now, no delivery any more.',
    'How it leaves is now: High Street.',
  ]);
  expect(between({}, { recipientName: 'Bo Li', recipientPhone: '555' })).toEqual([
    'The recipient is now Bo Li.',
    'The phone number is now 555.',
  ]);
  expect(between({}, { customerMessage: 'Ring twice' })).toEqual(["The customer's message changed."]);
});

test('a pick list says as well when an article lies somewhere else, and when the notes changed', () => {
  const list = (changes: Partial<Printable>) => pickListContent(printableOf(changes));
  const before = list({ lines: [lineOf('1', { bin: 'A1' })] });
  expect(differencesOf(before, list({ lines: [lineOf('1', { bin: 'B2' })], staffNotes: 'Fragile' }))).toEqual([
    'Article 1 is now in bin B2.',
    'The staff notes changed.',
  ]);
});

test('an order edited beyond measure still fits on paper', () => {
  const lines = Array.from({ length: 500 }, (_, index) => lineOf(String(index + 2)));
  const found = between({}, { lines });
  expect(found).toHaveLength(41);
  expect(found.at(-1)).toBe('And 461 more changes.');
});

const text = fc.constantFrom('', 'A', 'B', 'C, D');
const anyLine = fc.record({
  lineId: fc.constantFrom('1', '2', '3'),
  sku: text,
  name: text,
  options: text,
  bin: text,
  barcode: text,
  ordered: fc.integer({ min: 0, max: 3 }),
});
const fields = {
  type: fc.constantFrom('delivery' as const, 'pickup' as const),
  method: text,
  recipientName: text,
  recipientAddress: fc.constantFrom('', 'A\nB', 'A, B', 'A,B'),
  recipientPhone: text,
  customerName: text,
  customerMessage: fc.constantFrom('', 'A\nB', 'A,B'),
  staffNotes: text,
  lines: fc
    .uniqueArray(anyLine, { selector: ({ lineId }) => lineId, maxLength: 3 })
    .map((lines) => lines.map((line) => lineOf(line.lineId, line))),
};
const anyOrder = fc.record(fields);
/** An order, and the same with one field of it, or of its first line, as another order has it: most changes are small. */
const changedOrder = fc
  .tuple(anyOrder, anyOrder, fc.constantFrom(...(Object.keys(fields) as (keyof typeof fields)[])), anyLine)
  .chain(([one, other, field, { lineId: _lineId, ...line }]) => {
    const [first, ...rest] = one.lines;
    const lineField = fc.constantFrom(...(Object.keys(line) as (keyof typeof line)[]));
    return lineField.map((name) => {
      const ofLine = first ? { ...one, lines: [{ ...first, [name]: line[name] }, ...rest] } : one;
      return field === 'lines' ? [one, ofLine] : [one, { ...one, [field]: other[field] }];
    });
  });

test('there is a difference to tell exactly when what the paper says is not the same', () => {
  fc.assert(
    fc.property(fc.oneof(changedOrder, fc.tuple(anyOrder, anyOrder)), ([one, other]) => {
      for (const content of [slipContent, pickListContent]) {
        const [before, now] = [content(printableOf(one)), content(printableOf(other))];
        const isSame = canonical(before) === canonical(now);
        expect(differencesOf(before, now).length === 0).toBe(isSame);
      }
    }),
    { seed: 4, numRuns: 2_000 },
  );
});

test('neither the order of keys nor work at the shelf makes a document another one', () => {
  const content = slipContent(printableOf());
  const reordered = Object.fromEntries(Object.entries(content).toReversed());
  expect(canonical(reordered as unknown as typeof content)).toBe(canonical(content));
  const worked = printableOf({ lines: [lineOf('1', { picked: 1, packed: 1, fulfilled: 1 })], status: 'fulfilled' });
  expect(canonical(slipContent(worked))).toBe(canonical(content));
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { median, medianRatio } from '../../bench/measure.ts';
import { restamp } from '../../bench/pages/restamp.ts';
import { updateResults } from '../../bench/results-file.ts';
import type { SubjectResult } from '../../bench/subjects/subject.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const took = (ms: number): SubjectResult => ({ ms, cpuMs: ms, marks: [], peakBytes: 0, diskBytes: 0 });

describe('a measurement', () => {
  test('is the middle of its rounds, or between the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 2, 9])).toBe(3);
  });

  test('compares the two sides of each round, so that one slow round changes nothing', () => {
    const ours = [took(2), took(200), took(2)];
    const theirs = [took(1), took(100), took(1)];
    expect(medianRatio(ours, theirs)).toBe(2);
  });
});

describe('a copy of orders', () => {
  const order = {
    id: 7,
    customer_id: 3,
    date_created: 'Mon, 02 Mar 2026 10:00:00 +0000',
    date_shipped: '',
    billing_address: { email: 'ada@example.com' },
    line_items: [{ id: 8, order_id: 7, product_id: 133, parent_order_product_id: null, quantity: 2 }],
  };

  test('is of other orders by other people at another time, with the same products', () => {
    const copy = restamp(JSON.stringify([order]), { ids: 1000, ms: 86_400_000, customers: '2' });
    expect(JSON.parse(copy)).toEqual([
      {
        ...order,
        id: 1007,
        date_created: 'Tue, 03 Mar 2026 10:00:00 +0000',
        billing_address: { email: 'ada.2@example.com' },
        line_items: [{ id: 1008, order_id: 1007, product_id: 133, parent_order_product_id: null, quantity: 2 }],
      },
    ]);
  });

  test('is the order itself where nothing is changed, and leaves alone what a customer wrote', () => {
    const same = { ids: 0, ms: 0, customers: '' };
    expect(JSON.parse(restamp(JSON.stringify(order), same))).toEqual(order);
    const message = { customer_message: 'My "id":5, "email":"a@b.example" and "date_created":"today"' };
    const stamp = { ids: 1000, ms: 86_400_000, customers: '2' };
    expect(JSON.parse(restamp(JSON.stringify(message), stamp))).toEqual(message);
  });
});

describe('the results file', () => {
  test('keeps what was not measured again, in the order of the measures', () => {
    const file = join(temporaryFolder(), 'RESULTS.md');
    updateResults(file, ['## P2 Import\n\nold', '## P10 Later\n\nkept']);
    updateResults(file, ['## P2 Import\n\nnew', '## P1 API cost\n\nfirst']);
    const text = readFileSync(file, 'utf8');
    expect(text.split('\n').filter((line) => line.startsWith('## '))).toEqual([
      '## P1 API cost',
      '## P2 Import',
      '## P10 Later',
    ]);
    expect(text).toContain('new');
    expect(text).not.toContain('old');
    updateResults(file, []);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});

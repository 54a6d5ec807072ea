import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOrder } from '../../src/main/bigcommerce/read-order.ts';
import type { Order } from '../../src/main/domain/order.ts';
import { saleLinesOf } from '../../src/main/domain/sale-lines.ts';
import { openStore } from '../support/linked-till.ts';
import { changed, fieldOf, type Path, placesIn } from './change-field.ts';
import { anyHostileValue, hostileValues } from './hostile-values.ts';
import { listed, oneOfEach } from './listed-orders.ts';

/** What is wrong with how a row was read; null when it is either understood to the last decimal, or named. */
const complaint = (row: unknown, path: Path): string | null => {
  const read = readOrder(row);
  if (read.kind === 'unreadable') {
    const name = path.findLast((key) => typeof key === 'string');
    return read.why.includes(String(name)) ? null : `the reason names another field: ${read.why}`;
  }
  return addsUp(read.order) ? null : 'its lines do not add up';
};

const addsUp = (order: Order): boolean => {
  const lines = saleLinesOf(order);
  const total = lines.reduce((sum, line) => sum + BigInt(line.total), 0n);
  const tax = lines.reduce((sum, line) => sum + BigInt(line.tax), 0n);
  return total === BigInt(order.total) && tax === BigInt(order.totalTax);
};

const complaintOf = (row: object, path: Path, value: unknown): string | null => {
  const said = `${path.join('.')} = ${String(JSON.stringify(value))?.slice(0, 60)}`;
  try {
    const found = complaint(changed(row, path, value), path);
    return found && `${said}: ${found}`;
  } catch (error) {
    return `${said}: ${String(error)}`;
  }
};

describe('hostile content in an order (F5, R58)', () => {
  test('every field with every hostile value: the order is understood to the last decimal, or the field is named', async () => {
    const store = await openStore({ seed: 3 });
    const rows = await listed(store, oneOfEach(store));
    const seen = new Set<string>();
    const complaints: string[] = [];
    for (const row of rows) {
      for (const path of placesIn(row)) {
        if (seen.has(fieldOf(path))) continue;
        seen.add(fieldOf(path));
        for (const value of hostileValues) complaints.push(complaintOf(row, path, value) ?? '');
      }
    }
    expect(seen.size).toBeGreaterThan(90);
    expect(complaints.filter(Boolean)).toEqual([]);
  });

  test('4,000 orders with three random fields changed are read without a crash', async () => {
    const store = await openStore({ seed: 4 });
    const rows = (await listed(store, oneOfEach(store))).map((row) => ({ row, places: placesIn(row) }));
    const change = fc.tuple(fc.nat(), anyHostileValue);
    const property = fc.property(
      fc.nat(rows.length - 1),
      fc.array(change, { minLength: 3, maxLength: 3 }),
      (at, changes) => {
        const { row, places } = rows[at] ?? { row: {}, places: [] };
        const whole = changes.reduce((before, [place, value]) => {
          const path = places[place % places.length] ?? [];
          try {
            return changed(before, path, value);
          } catch {
            // An earlier change has taken the place away.
            return before;
          }
        }, row);
        const read = readOrder(whole);
        return read.kind === 'unreadable' ? read.why.length < 400 : addsUp(read.order);
      },
    );
    fc.assert(property, { seed: 5, numRuns: 4_000 });
  });
});

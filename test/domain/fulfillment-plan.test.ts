import { describe, expect, test } from 'vitest';
import { fulfillmentsOf, type LineProgress } from '../../src/main/domain/fulfillment-plan.ts';
import type { Order } from '../../src/main/domain/order.ts';
import { orderStatusOf } from '../../src/main/domain/order-status.ts';
import { lineOf, orderOf } from './order-fixture.ts';

const plan = (changes: Partial<Order>, progress?: LineProgress, returned = 0) => {
  const order = orderOf(changes);
  const status = orderStatusOf(order.statusId);
  if (!status) throw new Error('no such status');
  return fulfillmentsOf(order, status, () => returned, { ofLine: () => progress, isStarted: () => false });
};

describe('what an order asks to be handed over', () => {
  test('an order of downloads is on the Fulfillments screen too, with nothing to pick (R15)', () => {
    const [only] = plan({ lines: [lineOf({ kind: 'digital', consignmentId: null })], consignments: [] });
    expect(only).toMatchObject({ status: 'fulfilled', lines: [], consignment: null });
  });

  test('a bundle is picked by its parts', () => {
    const lines = [
      lineOf({ lineId: 1 }),
      lineOf({ lineId: 2, parentLineId: 1 }),
      lineOf({ lineId: 3, parentLineId: 1 }),
    ];
    expect(plan({ lines })[0]?.lines.map((line) => line.lineId)).toEqual(['2', '3']);
  });

  test('goods that BigCommerce says have shipped are handed over, line by line', () => {
    const lines = [lineOf({ lineId: 1, quantity: 2, shipped: 2 }), lineOf({ lineId: 2, quantity: 2, shipped: 1 })];
    const [target] = plan({ statusId: 3, lines });
    expect(target?.status).toBe('picking');
    expect(target?.lines.map((line) => line.fulfilled)).toEqual([2, 1]);
  });

  test('an order set to Shipped without a shipment counts as handed over (bigcommerce.md §0.10)', () => {
    expect(plan({ statusId: 2 })[0]?.status).toBe('fulfilled');
  });

  test('Awaiting Shipment does not claim that this shop has packed', () => {
    expect(plan({ statusId: 9 })[0]?.status).toBe('new');
  });

  test('what staff picked stays when the order changes', () => {
    const [target] = plan({ lines: [lineOf({ quantity: 3 })] }, { picked: 2, packed: 0, fulfilled: 0 });
    expect(target).toMatchObject({ status: 'picking', lines: [{ ordered: 3, picked: 2 }] });
  });

  test('what came back is not picked; an order that came back whole leaves the queue', () => {
    expect(plan({ lines: [lineOf({ quantity: 3 })] }, undefined, 1)[0]?.lines[0]?.ordered).toBe(2);
    expect(plan({ statusId: 4 }, undefined, 1)[0]?.status).toBe('cancelled');
  });

  test('a cancelled order leaves the queue (R64)', () => {
    expect(plan({ statusId: 5 })[0]?.status).toBe('cancelled');
  });
});

import { describe, expect, test } from 'vitest';
import type { Order } from '../../src/main/domain/order.ts';
import { type OrderStatus, orderStatusOf } from '../../src/main/domain/order-status.ts';
import { paymentStateOf, tendersOf } from '../../src/main/domain/tenders.ts';
import { orderOf } from './order-fixture.ts';

const statusOf = (id: number): OrderStatus => {
  const status = orderStatusOf(id);
  if (!status) throw new Error(`no status ${id}`);
  return status;
};

const paid = (changes: Partial<Order>, statusId = 11) =>
  tendersOf(orderOf({ ...changes, statusId }), statusOf(statusId)).map((each) => [each.method, each.amount]);

describe('what has been paid on an order (R21–R23)', () => {
  test('each tender is a payment of its own', () => {
    expect(paid({ total: 110_000, storeCredit: 20_000, giftCertificate: 30_000 })).toEqual([
      ['Store credit', 20_000],
      ['Gift certificate', 30_000],
      ['Visa', 60_000],
    ]);
  });

  test('an order awaiting payment has no payment, and with store credit it is paid in part', () => {
    expect(paid({}, 7)).toEqual([]);
    expect(paid({ storeCredit: 20_000 }, 7)).toEqual([['Store credit', 20_000]]);
  });

  test('an empty payment status says nothing; an authorised payment is not taken yet', () => {
    expect(paid({ paymentStatus: '' })).toEqual([['Visa', 110_000]]);
    expect(paid({ paymentStatus: 'authorized' })).toEqual([]);
  });

  test('an order on hold for a check is paid when its payment was captured', () => {
    expect(paid({ paymentStatus: '' }, 12)).toEqual([]);
    expect(paid({ paymentStatus: 'captured' }, 12)).toEqual([['Visa', 110_000]]);
  });

  test('a cancelled order has no payment (R61, R64)', () => {
    expect(paid({ storeCredit: 20_000, paymentStatus: 'captured' }, 5)).toEqual([]);
  });
});

test.each([
  [100, 0, 0, 'unpaid'],
  [100, 40, 0, 'part_paid'],
  [100, 100, 0, 'paid'],
  [0, 0, 0, 'paid'],
  [100, 100, 30, 'part_refunded'],
  [100, 100, 100, 'refunded'],
])('a total of %i with %i paid and %i given back is %s', (total, taken, givenBack, state) => {
  expect(paymentStateOf(total, taken, givenBack)).toBe(state);
});

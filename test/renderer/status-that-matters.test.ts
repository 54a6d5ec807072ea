import { describe, expect, test } from 'vitest';
import { statusMatters } from '../../src/renderer/screens/fulfillments/status-that-matters.ts';

describe('BigCommerce’s status on a fulfillment', () => {
  test('shipped or completed there is said only while it is still open here', () => {
    expect(statusMatters({ status: 'new', bigcommerceStatusId: 2 })).toBe(true);
    expect(statusMatters({ status: 'picking', bigcommerceStatusId: 3 })).toBe(true);
    expect(statusMatters({ status: 'fulfilled', bigcommerceStatusId: 10 })).toBe(false);
  });

  test('cancelled there is said until it is cancelled here; refunds, disputes and checks always', () => {
    expect(statusMatters({ status: 'packed', bigcommerceStatusId: 5 })).toBe(true);
    expect(statusMatters({ status: 'cancelled', bigcommerceStatusId: 5 })).toBe(false);
    for (const id of [4, 12, 13, 14]) expect(statusMatters({ status: 'new', bigcommerceStatusId: id })).toBe(true);
  });

  test('the ordinary course of an order adds nothing to its row', () => {
    for (const id of [7, 8, 9, 11]) expect(statusMatters({ status: 'new', bigcommerceStatusId: id })).toBe(false);
    expect(statusMatters({ status: 'new', bigcommerceStatusId: null })).toBe(false);
  });
});

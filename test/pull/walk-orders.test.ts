import { describe, expect, test } from 'vitest';
import { nextStep } from '../../src/main/pull/walk-orders.ts';

describe('walking the list of changed orders', () => {
  test('a short page ends the walk', () => {
    expect(nextStep({ since: 10, page: 1 }, [10, 20], false)).toBeNull();
    expect(nextStep({ since: 10, page: 1 }, [], false)).toBeNull();
  });

  test('a full page is followed by its last change, not by page two, so that nothing shifts past us', () => {
    expect(nextStep({ since: null, page: 1 }, [10, 20, 30], true)).toEqual({ since: 30, page: 1 });
  });

  test('a page full of one second is followed by the next page, or the walk would stand still', () => {
    expect(nextStep({ since: 30, page: 1 }, [30, 30, 30], true)).toEqual({ since: 30, page: 2 });
    expect(nextStep({ since: 30, page: 2 }, [30, 30, 40], true)).toEqual({ since: 40, page: 1 });
  });

  test('a list that is not in order is walked page by page', () => {
    expect(nextStep({ since: null, page: 1 }, [30, 10, 20], true)).toEqual({ since: null, page: 2 });
  });
});

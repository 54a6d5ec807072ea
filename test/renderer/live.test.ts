import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLive } from '../../src/renderer/state/live.ts';

describe('live updates', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('the first change is told at once, the pages of an import after it together', () => {
    const live = createLive();
    const sales = vi.fn();
    live.on(['sales'], sales);
    for (let page = 0; page < 50; page += 1) live.changed(['sales', 'stock']);
    expect(sales).toHaveBeenCalledTimes(1);
    vi.runAllTimers();
    expect(sales).toHaveBeenCalledTimes(2);
  });

  test('a screen hears only of what it shows, and nothing after it was left', () => {
    const live = createLive();
    const products = vi.fn();
    const leave = live.on(['products'], products);
    live.changed(['sales']);
    vi.runAllTimers();
    expect(products).not.toHaveBeenCalled();
    live.changedAll();
    expect(products).toHaveBeenCalledTimes(1);
    leave();
    vi.runAllTimers();
    live.changedAll();
    expect(products).toHaveBeenCalledTimes(1);
  });
});

import { describe, expect, test } from 'vitest';
import { createSlots } from '../../src/renderer/components/drawn-slots.ts';

describe('the elements of a long list', () => {
  test('what stays in sight keeps its own, what comes takes one of what went, and none is made for it', () => {
    const slotsOf = createSlots();
    const [a, b, c] = slotsOf(['a', 'b', 'c']);
    const scrolled = slotsOf(['b', 'c', 'd']);
    expect(scrolled).toEqual([b, c, a]);
    expect(slotsOf(['new', 'b', 'c', 'd'])).toEqual([3, b, c, a]);
  });

  test('through twenty thousand rows no more are made than were in sight at once', () => {
    const slotsOf = createSlots();
    const used = new Set<number>();
    for (let first = 0; first < 20_000; first += 7) {
      const slots = slotsOf(Array.from({ length: 20 }, (_, index) => `row ${first + index}`));
      expect(new Set(slots).size).toBe(20);
      for (const slot of slots) used.add(slot);
    }
    expect(used.size).toBe(20);
  });
});

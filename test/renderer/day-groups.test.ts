import { describe, expect, test } from 'vitest';
import { asItems, underDays } from '../../src/renderer/format/day-groups.ts';
import { withKeys } from '../../src/renderer/format/unique-keys.ts';

const sale = (id: string, soldDay: string) => ({ id, soldDay });
const keyOf = ({ id }: { readonly id: string }): string => id;

describe('sales under their days', () => {
  test('each run of one day has one heading, above its first sale', () => {
    const items = underDays([sale('c', '2026-11-23'), sale('b', '2026-11-23'), sale('a', '2026-11-22')], keyOf);
    expect(items.map((item) => (item.kind === 'heading' ? item.day : item.key))).toEqual([
      '2026-11-23',
      'c',
      'b',
      '2026-11-22',
      'a',
    ]);
  });

  test('a day that comes again, because two outlets keep different time, is headed again under a key of its own', () => {
    const items = underDays([sale('c', '2026-11-23'), sale('b', '2026-11-22'), sale('a', '2026-11-23')], keyOf);
    expect(items.filter((item) => item.kind === 'heading')).toHaveLength(3);
    expect(new Set(items.map((item) => item.key)).size).toBe(items.length);
  });

  test('a list without days has rows only', () => {
    expect(asItems([sale('a', '2026-11-23')], keyOf)).toEqual([
      { kind: 'row', key: 'a', row: sale('a', '2026-11-23') },
    ]);
    expect(underDays([], keyOf)).toEqual([]);
  });

  test('two payments that are word for word the same are two entries', () => {
    expect(withKeys(['Cash', 'Cash', 'Card'], (word) => word).map(({ key }) => key)).toEqual([
      'Cash 1',
      'Cash 2',
      'Card 1',
    ]);
  });
});

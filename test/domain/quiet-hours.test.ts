import { describe, expect, test } from 'vitest';
import { nextProofAt } from '../../src/main/domain/quiet-hours.ts';

const dueAfter = (after: string, timeZone: string, spread = 0) =>
  new Date(nextProofAt(Date.parse(after), { timeZone, spread })).toISOString();

describe('the daily proof comes in the quiet hours of the outlet, by its own clock (N5)', () => {
  test.each([
    ['2026-06-10T15:00:00Z', 'America/New_York', '2026-06-11T07:00:00.000Z'],
    ['2026-06-10T15:00:00Z', 'Europe/Dublin', '2026-06-11T02:00:00.000Z'],
    ['2026-06-10T15:00:00Z', 'Asia/Kolkata', '2026-06-10T21:30:00.000Z'],
    ['2026-06-10T15:00:00Z', 'Asia/Kathmandu', '2026-06-10T21:15:00.000Z'],
  ])('after %s in %s it is due at %s', (after, timeZone, due) => {
    expect(dueAfter(after, timeZone)).toBe(due);
  });

  test('one that ran in tonight’s quiet hours is followed by tomorrow’s', () => {
    expect(dueAfter('2026-06-11T07:20:00Z', 'America/New_York')).toBe('2026-06-12T07:00:00.000Z');
  });

  test('a night without three o’clock has its quiet hours all the same', () => {
    // Helsinki's clocks go from three to four that night.
    expect(dueAfter('2026-03-28T12:00:00Z', 'Europe/Helsinki')).toBe('2026-03-29T01:00:00.000Z');
  });

  test('a night that has three o’clock twice has one proof', () => {
    const first = dueAfter('2026-10-24T12:00:00Z', 'Europe/Helsinki');
    expect(first).toBe('2026-10-25T00:00:00.000Z');
    expect(dueAfter('2026-10-25T00:10:00Z', 'Europe/Helsinki')).toBe('2026-10-26T01:00:00.000Z');
  });

  test('each shop begins at a minute of its own, within the first hour', () => {
    expect(dueAfter('2026-06-10T15:00:00Z', 'Europe/Dublin', 0.5)).toBe('2026-06-11T02:30:00.000Z');
  });
});

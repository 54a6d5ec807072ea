import { describe, expect, test } from 'vitest';
import { addDays, ageOf, dayHeading, dayOf, isOld, timeOf, whenOf } from '../../src/renderer/format/instants.ts';

const at = (instant: string): number => Date.parse(instant);

describe('times and days of the outlet', () => {
  test('a sale just after midnight in Dublin belongs to Dublin’s day, not to UTC’s', () => {
    expect(dayOf('2026-07-01T23:30:00Z', 'Europe/Dublin')).toBe('2026-07-02');
    expect(timeOf('2026-07-01T23:30:00Z', 'Europe/Dublin')).toBe('00:30');
    expect(dayOf('2026-07-01T23:30:00Z', 'America/Los_Angeles')).toBe('2026-07-01');
  });

  test('days are counted on the calendar, over months, leap years and the change to summer time', () => {
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });

  test('today and yesterday are called so; an older day has its year when it is another one', () => {
    expect(dayHeading('2026-11-23', '2026-11-23')).toBe('Today');
    expect(dayHeading('2026-11-22', '2026-11-23')).toBe('Yesterday');
    expect(dayHeading('2026-11-12', '2026-11-23')).toMatch(/12/);
    expect(dayHeading('2026-11-12', '2026-11-23')).not.toMatch(/2026/);
    expect(dayHeading('2025-12-31', '2026-11-23')).toMatch(/2025/);
  });

  test('an instant of today is a clock time; an earlier one names its day', () => {
    const now = at('2026-11-23T15:00:00Z');
    expect(whenOf('2026-11-23T14:02:00Z', 'UTC', now)).toBe('14:02');
    expect(whenOf('2026-11-22T14:02:00Z', 'UTC', now)).toBe('Yesterday, 14:02');
  });

  test('an age is told in its largest unit, and a clock that runs ahead makes nothing negative', () => {
    const placed = '2026-11-23T12:00:00Z';
    expect(ageOf(placed, at('2026-11-23T11:59:00Z'))).toBe('now');
    expect(ageOf(placed, at('2026-11-23T12:00:59Z'))).toBe('now');
    expect(ageOf(placed, at('2026-11-23T12:59:59Z'))).toBe('59 min');
    expect(ageOf(placed, at('2026-11-24T13:00:00Z'))).toBe('25 h');
    expect(ageOf(placed, at('2026-11-26T13:00:00Z'))).toBe('3 d');
  });

  test('figures count as old after 15 minutes without a look at BigCommerce (N15)', () => {
    const now = at('2026-11-23T12:15:00Z');
    expect(isOld('2026-11-23T12:00:00Z', now)).toBe(false);
    expect(isOld('2026-11-23T11:59:59Z', now)).toBe(true);
    expect(isOld(null, now)).toBe(false);
  });
});

import { describe, expect, test } from 'vitest';
import type { SyncStatusView } from '../../src/contract/sync.ts';
import { type ChipFacts, chipWords } from '../../src/renderer/format/sync-chip.ts';

const now = Date.parse('2026-11-23T14:05:00Z');

const status = (change: Partial<SyncStatusView>): SyncStatusView => ({
  state: 'idle',
  lastPulledAt: '2026-11-23T14:02:00Z',
  problem: null,
  nextTryAt: null,
  progress: null,
  outbox: { pending: 0, parked: 0 },
  held: 0,
  ...change,
});

const words = (change: Partial<SyncStatusView>, connection: ChipFacts['connection'] = 'connected') =>
  chipWords({ status: status(change), connection, now, timeZone: 'UTC' });

describe('the sync chip', () => {
  test('when all is well it says when BigCommerce was last looked at', () => {
    expect(words({})).toEqual({ tone: 'ok', label: 'Last checked 14:02', progress: null });
    expect(words({ lastPulledAt: null })).toMatchObject({ tone: 'quiet', label: 'Not checked yet' });
  });

  test('it turns amber when the last look is older than 15 minutes (N15)', () => {
    expect(words({ lastPulledAt: '2026-11-23T13:49:00Z' })).toMatchObject({
      tone: 'warn',
      label: 'Last checked 13:49',
    });
  });

  test('an import shows how far it is, with a bar once the number of orders is known', () => {
    expect(words({ state: 'pulling', progress: { done: 1240, total: 8300 } })).toEqual({
      tone: 'busy',
      label: 'Importing 1,240 of 8,300',
      progress: 1240 / 8300,
    });
    expect(words({ state: 'pulling', progress: { done: 250, total: null } })).toMatchObject({
      label: 'Importing 250',
      progress: null,
    });
    expect(words({ state: 'pulling', progress: { done: 0, total: 0 } }).label).toBe('Checking for orders');
    expect(words({ state: 'pulling' }).label).toBe('Checking for orders');
  });

  test('more orders than were counted at first never overflow the bar', () => {
    expect(words({ state: 'pulling', progress: { done: 12, total: 10 } }).progress).toBe(1);
  });

  test('offline and slow say when the next try comes, and offline how much waits', () => {
    const nextTryAt = '2026-11-23T14:05:11.500Z';
    expect(words({ state: 'offline', nextTryAt }).label).toBe('Offline — next try in 12 s');
    expect(words({ state: 'offline', nextTryAt, outbox: { pending: 3, parked: 0 } }).label).toBe(
      'Offline, 3 waiting — next try in 12 s',
    );
    expect(words({ state: 'slow', nextTryAt: '2026-11-23T14:10:00Z' }).label).toBe('Slow — next try in 5 min');
    expect(words({ state: 'slow', nextTryAt: '2026-11-23T14:04:00Z' }).label).toBe('Slow — next try in 0 s');
    expect(words({ state: 'offline' }).label).toBe('Offline');
  });

  test('what only a person can mend is named as such', () => {
    expect(words({ state: 'refused' })).toMatchObject({ tone: 'bad', label: 'Token refused' });
    expect(words({ state: 'paused' })).toMatchObject({ tone: 'bad', label: 'Paused' });
    expect(words({ state: 'not_linked' }).label).toBe('No store linked');
    expect(words({ state: 'not_bound' }).label).toBe('Choose outlet and register');
  });

  test('a window that lost the app says only that: whatever it knew may have changed', () => {
    expect(words({ state: 'refused' }, 'reconnecting')).toMatchObject({ tone: 'warn', label: 'Reconnecting' });
    expect(chipWords({ status: null, connection: 'connected', now, timeZone: 'UTC' }).label).toBe('Starting');
  });
});

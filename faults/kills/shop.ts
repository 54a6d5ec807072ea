import { setTimeout as delay } from 'node:timers/promises';
import type { PracticeStore } from '../../src/practice-store/practice-store.ts';
import { startTill, type TillProcess } from './till-process.ts';

/** Starts a till, has `work` done with it, and lets it end. */
export const withTill = async (folder: string, work: (till: TillProcess) => Promise<void>): Promise<void> => {
  const till = startTill(folder);
  try {
    await work(till);
  } finally {
    await till.end();
  }
};

/** A new shop of one till, linked to `store`. */
export const setUp = async (
  till: TillProcess,
  { storeHash, token, baseUrl }: Pick<PracticeStore, 'storeHash' | 'token' | 'baseUrl'>,
): Promise<void> => {
  await till.call('staff.setManagerPin', { pin: '2468' });
  const { outletId } = await till.call('outlets.create', { name: 'Shop', timeZone: 'Europe/Dublin', currency: 'EUR' });
  const { registerId } = await till.call('registers.create', { outletId, name: 'Till' });
  await till.call('link.connect', { storeHash, token, plan: 'Pro', apiBase: baseUrl });
  await till.call('link.bind', { outletId, registerId });
};

/** Exchanges until nothing is to be told that could be. */
export const calmDown = async (till: TillProcess): Promise<void> => {
  for (let round = 0; round < 60; round++) {
    await till.call('sync.now', {});
    const { rows } = await till.call('outbox.list', { limit: 250 });
    const due = rows.filter(({ state, waitsFor }) => (state === 'pending' || state === 'sending') && waitsFor === null);
    if (due.length === 0) break;
    const at = Math.max(...due.map(({ nextAttemptAt }) => Date.parse(nextAttemptAt ?? '') || 0));
    await delay(Math.min(3_000, Math.max(50, at - Date.now())));
  }
};

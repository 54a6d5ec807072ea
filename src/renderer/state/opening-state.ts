import { createStore } from 'zustand/vanilla';
import type { AppClient } from './bridge.ts';
import { createCsvOpening } from './csv-opening.ts';
import type { createNotices } from './notices.ts';
import { createSeedOpening } from './seed-opening.ts';

/** Where the first figures come from: a list of the shop's own, or BigCommerce. */
export type OpeningWay = 'csv' | 'seed';

/** What Stock › Opening stock keeps while other screens are seen: above all a list that is not recorded yet. */
export const createOpeningState = (call: AppClient, notices: ReturnType<typeof createNotices>) => {
  const store = createStore<{ readonly way: OpeningWay }>(() => ({ way: 'csv' }));
  return {
    store,
    choose: (way: OpeningWay): void => store.setState({ way }),
    csv: createCsvOpening(call, notices),
    seed: createSeedOpening(call, notices),
  };
};

import { createStore } from 'zustand/vanilla';
import { isOld, usualFreshMinutes } from '../format/instants.ts';

const storageKey = 'tillbridge.fresh-minutes';

const kept = (): number => {
  const minutes = Number(localStorage.getItem(storageKey));
  return Number.isInteger(minutes) && minutes >= 1 ? minutes : usualFreshMinutes;
};

/** After how long without a look at BigCommerce what is shown counts as old, and who has said yes to it (N15). */
export const createFreshness = (lastPulledAt: () => string | null) => {
  const store = createStore<{ readonly minutes: number }>(() => ({ minutes: kept() }));
  let acceptedAsOf: string | null = null;
  const minutes = (): number => store.getState().minutes;
  return {
    store,
    /** Keeps the limit on this machine, in whole minutes from 1. */
    setMinutes: (minutes: number): void => {
      localStorage.setItem(storageKey, String(minutes));
      store.setState({ minutes });
    },
    isOld: (now: number): boolean => isOld(lastPulledAt(), now, minutes()),
    /** Whether goods may only leave once somebody has said that what is known is new enough. */
    mustAsk: (now: number): boolean => isOld(lastPulledAt(), now, minutes()) && acceptedAsOf !== lastPulledAt(),
    /** It is not asked again until BigCommerce has been asked, and became old once more. */
    accept: (): void => {
      acceptedAsOf = lastPulledAt();
    },
  };
};

export type Freshness = ReturnType<typeof createFreshness>;

import { useStore } from 'zustand';
import type { SyncState } from '../../contract/sync.ts';
import { text } from '../text.ts';
import { useApp } from './use-app.ts';

const sentences: Readonly<Partial<Record<SyncState, string>>> = text.exchange;

/** Why BigCommerce cannot be asked now, as a sentence; null where it can be. */
export const useExchangeHindrance = (): string | null => {
  const { sync } = useApp();
  const state = useStore(sync.store, ({ status }) => status?.state ?? null);
  return (state === null ? undefined : sentences[state]) ?? null;
};

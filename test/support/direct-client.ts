import { onTestFinished } from 'vitest';
import { createClient, type WritingClient } from '../../src/main/bigcommerce/client.ts';
import type { PracticeStore } from '../../src/practice-store/practice-store.ts';

/** A client of a practice store, as the sync thread has one; it is closed when the test ends. */
export const openClient = (
  store: PracticeStore,
  options: { readonly token?: string; readonly onWait?: (ms: number) => void } = {},
): WritingClient => {
  const client = createClient({
    apiBase: store.baseUrl,
    token: store.token,
    clock: Date.now,
    signal: new AbortController().signal,
    ...options,
  });
  onTestFinished(() => client.close());
  return client;
};

import type { SyncStatusView } from './sync.ts';

/** What a screen is told without asking. An event names what changed; the screen asks again for what it shows. */
export type AppEvent =
  | { readonly type: 'sync'; readonly status: SyncStatusView }
  | { readonly type: 'records'; readonly nouns: readonly RecordNoun[] };

export type RecordNoun = 'sales' | 'fulfillments' | 'stock' | 'products' | 'customers' | 'orders' | 'link';

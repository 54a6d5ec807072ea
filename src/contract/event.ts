import type { SyncStatusView } from './sync.ts';

/** What a screen is told without asking. An event names what changed; the screen asks again for what it shows. */
export type AppEvent =
  | { readonly type: 'sync'; readonly status: SyncStatusView }
  | { readonly type: 'records'; readonly nouns: readonly RecordNoun[] }
  /** An import took products to their floor or below it: to be heard and seen at once (N6). */
  | { readonly type: 'alarm'; readonly products: readonly StockAlarm[] };

export interface StockAlarm {
  readonly alarmId: string;
  readonly productId: string;
  readonly sku: string;
  readonly name: string;
  /** What the order left. */
  readonly onHand: number;
  readonly orderId: string | null;
}

export type RecordNoun =
  | 'sales'
  | 'fulfillments'
  | 'stock'
  | 'products'
  | 'customers'
  | 'orders'
  | 'link'
  | 'proof'
  | 'staff';

import type { SyncStatusView } from './sync.ts';

/** What a screen is told without asking. An event names what changed; the screen asks again for what it shows. */
export type AppEvent =
  | { readonly type: 'sync'; readonly status: SyncStatusView }
  | { readonly type: 'records'; readonly nouns: readonly RecordNoun[] }
  /** So many orders came in together and are new here: to be heard. A backlog is told once, when it has ended. */
  | { readonly type: 'arrived'; readonly orders: number }
  /** Somebody opened a link to this order: the screen goes there. Told to one window only. */
  | { readonly type: 'open_screen'; readonly screen: string }
  /** The app was opened anew on other data: whatever a screen shows is of before. */
  | { readonly type: 'reopened' }
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
  | 'outbox'
  | 'stock'
  | 'products'
  | 'customers'
  | 'orders'
  | 'link'
  | 'proof'
  | 'staff'
  | 'history'
  | 'backup'
  | 'till'
  | 'prints'
  | 'work';

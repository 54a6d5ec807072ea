import type { WritingClient } from '../bigcommerce/client.ts';
import type { Identity } from '../domain/identity.ts';
import type { Order } from '../domain/order.ts';
import type { Writer } from '../store/connection.ts';

/** An order as it was read again and recorded here. */
export type Reread =
  | { readonly kind: 'order'; readonly order: Order }
  /** BigCommerce does not have it any more. */
  | { readonly kind: 'gone' }
  /** It makes no sense to this version, which keeps it. */
  | { readonly kind: 'held'; readonly why: string };

export interface ReplayDeps {
  readonly db: Writer;
  readonly client: WritingClient;
  readonly linkKey: number;
  readonly identity: Pick<Identity, 'next'>;
  /** UTC ms. */
  readonly clock: () => number;
  /** 0 to 1. */
  readonly random: () => number;
  /**
   * Reads an order from BigCommerce and records what it says, so that our rows, and what there is to see of a conflict,
   * are as they would be after a pull. Throws `StoreProblem`.
   */
  readonly reread: (orderId: number) => Promise<Reread>;
  /** How long after a shipment of unknown outcome it is looked for, and how far apart the looks are, in ms. */
  readonly lookGapMs: number;
  /** Told whenever what a screen shows of the outbox, of a sale or of a conflict may have changed. */
  readonly onChanged: () => void;
}

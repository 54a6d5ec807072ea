import type { Reader } from './connection.ts';
import { isKnown, itemsOfMarks, type PushPlace } from './inventory-items.ts';

/** An item whose level BigCommerce is to be told, or was told and has not shown, or refused. Instants are UTC ms. */
export interface ItemToPush {
  readonly itemKey: number;
  /** Of one product here that it consists of. */
  readonly productId: string;
  readonly name: string;
  readonly sku: string;
  readonly onHand: number;
  readonly isSent: number;
  /** The words it was refused with; null where it was not. */
  readonly problem: string | null;
  readonly lookAt: number | null;
}

/** Those behind an item, in the order of their keys; the same that `countToPush` counts. */
export const itemsToPush = (
  db: Reader,
  { linkKey, outletKey }: PushPlace,
  { after, limit }: { readonly after: number; readonly limit: number },
): ItemToPush[] =>
  db.all<ItemToPush>(
    `SELECT i.item_key AS itemKey, p.product_id AS productId, p.name, p.sku, i.sent_level IS NOT NULL AS isSent, i.problem,
            min(t.look_at) AS lookAt,
            (SELECT coalesce(sum(h.on_hand), 0) FROM stock_on_hand h
              WHERE h.outlet_key = :outletKey AND h.product_key IN (
                SELECT part.product_key FROM product_links part
                  JOIN products counted ON counted.product_key = part.product_key AND counted.stocked = 1
                 WHERE part.item_key = i.item_key)) AS onHand
       FROM ${itemsOfMarks} JOIN products p ON p.product_key = t.product_key
      WHERE ${isKnown} AND (i.problem IS NOT NULL OR t.look_at IS NOT NULL) AND i.item_key > :after
      GROUP BY i.item_key ORDER BY i.item_key LIMIT :limit`,
    { linkKey, outletKey, after, limit },
  );

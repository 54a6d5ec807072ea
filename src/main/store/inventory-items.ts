import type { Reader, Writer } from './connection.ts';
import { currentBinding, currentLink } from './links.ts';

/** What BigCommerce counts as one thing at the bound location, and how it stands with it. Instants are UTC ms. */
export interface InventoryItem {
  readonly itemKey: number;
  readonly tracking: 'product' | 'variant';
  /** Of the product or of the variant, as `tracking` says. */
  readonly bigcommerceId: number;
  /** A level that was sent and may still take effect; null when nothing of ours is under way. */
  readonly sent: SentLevel | null;
  /** Whether BigCommerce has answered that it took what was sent. */
  readonly isAccepted: boolean;
  /** The words it was refused with last; null where it was not. */
  readonly problem: string | null;
  /** Ours: the sum over the products here that BigCommerce counts as this item. May be negative (R30). */
  readonly onHand: number;
}

export interface SentLevel {
  readonly level: number;
  readonly at: number;
}

/** A product to be pushed, as its mark was when it was looked at. */
export interface Mark {
  readonly productKey: number;
  readonly version: number;
  /** When it was first looked at since the last change; null while it was not. */
  readonly firstLookAt: number | null;
}

/** Where levels go to: one link, one outlet. */
export interface PushPlace {
  readonly linkKey: number;
  readonly outletKey: number;
}

/** An item waits for as long as any product that it consists of is not known here: its sum would say nothing. */
export const isKnown = `
  NOT EXISTS (
    SELECT 1 FROM product_links part
      JOIN products p ON p.product_key = part.product_key AND p.stocked = 1
      LEFT JOIN stock_on_hand h ON h.product_key = part.product_key AND h.outlet_key = :outletKey
     WHERE part.item_key = i.item_key AND h.known_since IS NULL)`;

export const itemsOfMarks = `
  products_to_push t
  JOIN product_links l ON l.product_key = t.product_key
  JOIN inventory_items i ON i.item_key = l.item_key AND i.link_key = :linkKey`;

/**
 * Marks that are due, at most `limit` of them, and those of products that are counted together with theirs: an item is
 * looked at for all of its products. A mark that lies beyond `latest` was set before the clock was put back.
 */
export const dueMarks = (
  db: Reader,
  { linkKey, outletKey }: PushPlace,
  { now, latest, limit }: { readonly now: number; readonly latest: number; readonly limit: number },
): Mark[] =>
  db.all<Mark>(
    `WITH RECURSIVE due AS (
       SELECT DISTINCT t.product_key FROM ${itemsOfMarks}
        WHERE (t.look_at <= :now OR t.look_at > :latest) AND ${isKnown}
        ORDER BY t.product_key LIMIT :limit
     ), counted_together AS (
       SELECT product_key FROM due
       UNION
       SELECT other.product_key FROM counted_together c
         JOIN product_links own ON own.product_key = c.product_key
         JOIN product_links other ON other.item_key = own.item_key
     )
     SELECT product_key AS productKey, version, first_look_at AS firstLookAt
       FROM products_to_push JOIN counted_together USING (product_key)`,
    { linkKey, outletKey, now, latest, limit },
  );

/** The items that some products are counted as, with the products' own keys. */
export const itemsOfProducts = (
  db: Reader,
  { linkKey, outletKey }: PushPlace,
  productKeys: readonly number[],
): { readonly item: InventoryItem; readonly productKeys: readonly number[] }[] => {
  const params = { linkKey, outletKey, productKeys: JSON.stringify(productKeys) };
  const links = db.all<{ productKey: number; itemKey: number }>(
    `SELECT DISTINCT product_key AS productKey, item_key AS itemKey FROM product_links
      WHERE item_key IS NOT NULL AND product_key IN (SELECT value FROM json_each(:productKeys))`,
    { productKeys: params.productKeys },
  );
  const rows = db.all<ItemRow>(
    `SELECT i.item_key AS itemKey, i.tracking, i.bigcommerce_id AS bigcommerceId, i.sent_level AS sentLevel,
            i.sent_at AS sentAt, i.pushed_at AS pushedAt, i.problem,
            (SELECT coalesce(sum(h.on_hand), 0) FROM stock_on_hand h
              WHERE h.outlet_key = :outletKey AND h.product_key IN (
                SELECT part.product_key FROM product_links part
                  JOIN products p ON p.product_key = part.product_key AND p.stocked = 1
                 WHERE part.item_key = i.item_key)) AS onHand
       FROM inventory_items i
      WHERE i.link_key = :linkKey AND ${isKnown}
        AND i.item_key IN (SELECT item_key FROM product_links
                            WHERE product_key IN (SELECT value FROM json_each(:productKeys)))`,
    params,
  );
  const productsOf = Map.groupBy(links, (link) => link.itemKey);
  return rows.map(({ sentLevel, sentAt, pushedAt, ...row }) => ({
    item: {
      ...row,
      sent: sentLevel === null || sentAt === null ? null : { level: sentLevel, at: sentAt },
      isAccepted: sentAt !== null && pushedAt === sentAt,
    },
    productKeys: (productsOf.get(row.itemKey) ?? []).map((link) => link.productKey),
  }));
};

interface ItemRow extends Omit<InventoryItem, 'sent' | 'isAccepted'> {
  readonly sentLevel: number | null;
  readonly sentAt: number | null;
  readonly pushedAt: number | null;
}

/** How many items are to be told, or were told and not seen there yet, and how many BigCommerce refused. */
export const countToPush = (db: Reader): { readonly pending: number; readonly parked: number } => {
  const link = currentLink(db);
  const bound = link && currentBinding(db, link.linkKey);
  const none = { pending: 0, parked: 0 };
  if (!bound) return none;
  return (
    db.get<typeof none>(
      `SELECT count(DISTINCT i.item_key) FILTER (WHERE i.problem IS NULL AND t.look_at IS NOT NULL) AS pending,
              count(DISTINCT i.item_key) FILTER (WHERE i.problem IS NOT NULL) AS parked
         FROM ${itemsOfMarks} WHERE ${isKnown}`,
      { linkKey: link.linkKey, outletKey: bound.outletKey },
    ) ?? none
  );
};

/** What BigCommerce says it has; null where it does not list the item. `at` is when it was asked. */
export const noteFigure = (db: Writer, itemKey: number, figure: number | null, at: number): void => {
  db.run('UPDATE inventory_items SET figure = :figure, figure_at = :at WHERE item_key = :itemKey', {
    itemKey,
    figure,
    at,
  });
};

/** What is under way: before it is sent, when its answer came, and none once it was seen there. */
export const noteSent = (db: Writer, itemKey: number, sent: SentLevel | null): void => {
  db.run('UPDATE inventory_items SET sent_level = :level, sent_at = :at, problem = NULL WHERE item_key = :itemKey', {
    itemKey,
    level: sent?.level ?? null,
    at: sent?.at ?? null,
  });
};

/** BigCommerce took it, at an instant from which it may take effect. */
export const notePushed = (db: Writer, itemKey: number, pushed: SentLevel): void => {
  db.run(
    `UPDATE inventory_items SET sent_level = :level, sent_at = :at, pushed_level = :level, pushed_at = :at
      WHERE item_key = :itemKey`,
    { itemKey, ...pushed },
  );
};

/** How many items BigCommerce counts, by the catalogue as last read. */
export const countCounted = (db: Reader, linkKey: number): number =>
  db.get<{ counted: number }>(
    `SELECT count(DISTINCT CASE tracking WHEN 'product' THEN -bigcommerce_product_id ELSE variant_id END) AS counted
       FROM catalog_variants WHERE link_key = :linkKey AND tracking <> 'none'`,
    { linkKey },
  )?.counted ?? 0;

/** Parks an item with the words it was refused with. */
export const parkItem = (db: Writer, itemKey: number, problem: string): void => {
  db.run('UPDATE inventory_items SET problem = :problem WHERE item_key = :itemKey', { itemKey, problem });
};

/** Whether this is still what is under way; another binding forgets it. */
export const isStillSent = (db: Reader, itemKey: number, { level, at }: SentLevel): boolean =>
  db.get('SELECT 1 AS found FROM inventory_items WHERE item_key = :itemKey AND sent_level = :level AND sent_at = :at', {
    itemKey,
    level,
    at,
  }) !== undefined;

/** Sets when a mark is looked at next: 0 at once, null not by itself. Not of one that changed since. */
export const lookAgain = (db: Writer, { productKey, version }: Mark, lookAt: number | null): void => {
  db.run('UPDATE products_to_push SET look_at = :lookAt WHERE product_key = :productKey AND version = :version', {
    productKey,
    version,
    lookAt,
  });
};

export const noteFirstLook = (db: Writer, { productKey, version }: Mark, firstLookAt: number): void => {
  db.run(
    'UPDATE products_to_push SET first_look_at = :firstLookAt WHERE product_key = :productKey AND version = :version',
    { productKey, version, firstLookAt },
  );
};

/** Takes a mark away: BigCommerce's figure is ours. Not one that changed since. */
export const unmark = (db: Writer, { productKey, version }: Mark): void => {
  db.run('DELETE FROM products_to_push WHERE product_key = :productKey AND version = :version', {
    productKey,
    version,
  });
};

/** Forgets what BigCommerce has and was told: another location is counted from now on. */
export const forgetFigures = (db: Writer, linkKey: number): void => {
  db.run(
    `UPDATE inventory_items SET figure = NULL, figure_at = NULL, sent_level = NULL, sent_at = NULL,
            pushed_level = NULL, pushed_at = NULL, problem = NULL WHERE link_key = :linkKey`,
    { linkKey },
  );
};

import type { Writer } from './connection.ts';

/**
 * Products whose figure BigCommerce is to be told, or may have counted again itself (bigcommerce.md §9.3). Only what is
 * known at the bound outlet goes there, so nothing else is marked; what becomes known, linked or bound is marked then.
 */
const knownAtTheBoundOutlet = `
  stock_on_hand h
   WHERE h.known_since IS NOT NULL
     AND h.outlet_key = (SELECT outlet_key FROM bindings
                          WHERE link_key = (SELECT max(link_key) FROM links) ORDER BY binding_key DESC LIMIT 1)`;

/** The version grows, so that nothing looked at before settles anything about it; it is never set back. */
const andLookAtOnce = 'ON CONFLICT DO UPDATE SET version = version + 1, look_at = 0, first_look_at = NULL';

/**
 * To be called in the transaction of the change: of a figure here, of an order that names it, of what it is linked to.
 * With an outlet, only if that is the bound one.
 */
export const markToPush = (db: Writer, productKeys: readonly number[], outletKey: number | null = null): void => {
  if (productKeys.length === 0) return;
  db.run(
    `INSERT INTO products_to_push (product_key, version, look_at)
     SELECT h.product_key, 1, 0 FROM ${knownAtTheBoundOutlet}
        AND h.outlet_key = coalesce(:outletKey, h.outlet_key)
        AND h.product_key IN (SELECT value FROM json_each(:productKeys))
     ${andLookAtOnce}`,
    { productKeys: JSON.stringify(productKeys), outletKey },
  );
};

/** Everything that is known at the outlet that is bound now. */
export const markAllToPush = (db: Writer): void => {
  db.run(
    `INSERT INTO products_to_push (product_key, version, look_at)
     SELECT h.product_key, 1, 0 FROM ${knownAtTheBoundOutlet} ${andLookAtOnce}`,
  );
};

/** Looks again at what BigCommerce refused: it may take it by now. How many products that is. */
export const retryParked = (db: Writer): number =>
  db.run('UPDATE products_to_push SET look_at = 0 WHERE look_at IS NULL').changes;

/** The same for one item of BigCommerce's. False where it is not parked. */
export const retryParkedItem = (db: Writer, itemKey: number): boolean =>
  db.run(
    `UPDATE products_to_push SET look_at = 0 WHERE look_at IS NULL
        AND product_key IN (SELECT product_key FROM product_links WHERE item_key = :itemKey)`,
    { itemKey },
  ).changes > 0;

import type { Reader, Writer } from './connection.ts';

/** What an order names: a catalogue variant, a custom line, or a charge. `name` is unique within its subject. */
export interface ProductReference {
  readonly subject: 'variant' | 'custom' | 'charge';
  readonly name: string;
  readonly bigcommerceProductId: number | null;
  readonly bigcommerceVariantId: number | null;
}

export interface NewProduct {
  readonly productId: string;
  readonly sku: string;
  readonly name: string;
  readonly createdFrom: CreatedFrom;
  readonly stocked: boolean;
  /** Ten-thousandths of the outlet's currency, tax included; none unless given. */
  readonly price?: number | null;
  readonly createdAt: number;
}

export type CreatedFrom = 'here' | 'online_order' | 'charge';

export interface LinkedProduct {
  readonly productKey: number;
  readonly stocked: boolean;
}

export const foldSku = (sku: string): string => sku.trim().toLowerCase();

/** The product that was linked to this reference before, whatever it is called now (R41). */
export const linkedProduct = (db: Reader, linkKey: number, reference: ProductReference): LinkedProduct | undefined => {
  const row = db.get<{ productKey: number; stocked: number }>(
    `SELECT p.product_key AS productKey, p.stocked
       FROM product_links l JOIN products p ON p.product_key = l.product_key
      WHERE l.link_key = :linkKey AND l.subject = :subject AND l.name = :name`,
    { linkKey, subject: reference.subject, name: reference.name },
  );
  return row && { productKey: row.productKey, stocked: row.stocked === 1 };
};

/**
 * The one product with this SKU; undefined when the SKU is empty or more than one product has it, for neither may ever
 * merge two products (R20). A catalogue variant never takes a product that another variant of its store is linked to.
 */
export const productBySku = (
  db: Reader,
  linkKey: number,
  sku: string,
  subject: ProductReference['subject'],
): LinkedProduct | undefined => {
  const fold = foldSku(sku);
  if (fold === '') return undefined;
  const rows = db.all<{ productKey: number; stocked: number; taken: number }>(
    `SELECT product_key AS productKey, stocked,
            EXISTS (SELECT 1 FROM product_links l
                     WHERE l.product_key = p.product_key AND l.link_key = :linkKey AND l.subject = 'variant') AS taken
       FROM products p WHERE sku_fold = :fold LIMIT 2`,
    { linkKey, fold },
  );
  const [row] = rows;
  if (!row || rows.length > 1 || (subject === 'variant' && row.taken === 1)) return undefined;
  return { productKey: row.productKey, stocked: row.stocked === 1 };
};

export interface ProductRow {
  readonly productKey: number;
  readonly productId: string;
  readonly sku: string;
  readonly name: string;
  readonly createdFrom: CreatedFrom;
  readonly stocked: boolean;
}

/** What a product is called outside, and its SKU; undefined when there is none. */
export const productNames = (db: Reader, productKey: number): { productId: string; sku: string } | undefined =>
  db.get('SELECT product_id AS productId, sku FROM products WHERE product_key = :productKey', { productKey });

export const productById = (db: Reader, productId: string): ProductRow | undefined => {
  const row = db.get<Omit<ProductRow, 'stocked'> & { stocked: number }>(
    `SELECT product_key AS productKey, product_id AS productId, sku, name, created_from AS createdFrom, stocked
       FROM products WHERE product_id = :productId`,
    { productId },
  );
  return row && { ...row, stocked: row.stocked === 1 };
};

export const productByKey = (db: Reader, productKey: number): LinkedProduct | undefined => {
  const row = db.get<{ stocked: number }>('SELECT stocked FROM products WHERE product_key = :productKey', {
    productKey,
  });
  return row && { productKey, stocked: row.stocked === 1 };
};

/** At or below this many pieces an import gives the alarm (N6). */
export const setProductFloor = (db: Writer, productKey: number, floor: number): void => {
  db.run('UPDATE products SET floor = :floor WHERE product_key = :productKey', { productKey, floor });
};

export const insertProduct = (db: Writer, product: NewProduct): LinkedProduct => {
  const { lastKey } = db.run(
    `INSERT INTO products (product_id, sku, sku_fold, name, created_from, stocked, price, created_at)
     VALUES (:productId, :sku, :fold, :name, :createdFrom, :stocked, :price, :createdAt)`,
    { ...product, fold: foldSku(product.sku), stocked: product.stocked ? 1 : 0, price: product.price ?? null },
  );
  return { productKey: lastKey, stocked: product.stocked };
};

/**
 * Counts a product's stock from now on. Only for one that an order made: what was set up here stays as it is (R10).
 * Returns whether it is counted now.
 */
export const startCounting = (db: Writer, productKey: number): boolean =>
  db.run("UPDATE products SET stocked = 1 WHERE product_key = :productKey AND created_from = 'online_order'", {
    productKey,
  }).changes > 0;

/** The product made last; 0 while there is none. */
export const newestProductKey = (db: Reader): number =>
  db.get<{ newest: number }>('SELECT coalesce(max(product_key), 0) AS newest FROM products')?.newest ?? 0;

export const linkProduct = (db: Writer, linkKey: number, reference: ProductReference, productKey: number): void => {
  db.run(
    `INSERT INTO product_links (link_key, subject, name, product_key, bigcommerce_product_id, bigcommerce_variant_id)
     VALUES (:linkKey, :subject, :name, :productKey, :bigcommerceProductId, :bigcommerceVariantId)`,
    { linkKey, productKey, ...reference },
  );
};

/** BigCommerce's side of the stock: its catalogue as last read, what it counts, what it was told, what is to be told. */
export const bigcommerceStock = `
-- The catalogue as last read: which variants there are, and how each is counted (bigcommerce.md §9.1, §10).
CREATE TABLE catalog_variants (
  link_key INTEGER NOT NULL REFERENCES links,
  variant_id INTEGER NOT NULL,
  bigcommerce_product_id INTEGER NOT NULL,
  sku TEXT NOT NULL,
  sku_fold TEXT NOT NULL,
  name TEXT NOT NULL,
  options TEXT NOT NULL,
  tracking TEXT NOT NULL CHECK (tracking IN ('none', 'product', 'variant')),
  seen_at INTEGER NOT NULL,
  PRIMARY KEY (link_key, variant_id)
) WITHOUT ROWID;
CREATE INDEX catalog_variants_by_sku ON catalog_variants (link_key, sku_fold);
CREATE INDEX catalog_variants_by_product ON catalog_variants (link_key, bigcommerce_product_id);

-- How far the catalogue was read. A large one takes several exchanges: begun_at says that a reading is under way.
CREATE TABLE catalog_readings (
  link_key INTEGER PRIMARY KEY REFERENCES links,
  completed_at INTEGER,
  begun_at INTEGER,
  next_page INTEGER NOT NULL,
  -- The first product of the last page: a list that answers every page with the same one has no end.
  last_began INTEGER,
  -- The newest product here that was looked for in the catalogue by its SKU.
  matched_product_key INTEGER NOT NULL
);

-- Pairs that staff took apart: the same SKU does not bring them together again by itself.
CREATE TABLE variants_taken_apart (
  link_key INTEGER NOT NULL REFERENCES links,
  name TEXT NOT NULL,
  product_key INTEGER NOT NULL REFERENCES products,
  PRIMARY KEY (link_key, name, product_key)
) WITHOUT ROWID;

-- What BigCommerce counts as one thing at the bound location: a product as a whole, or one variant of it.
CREATE TABLE inventory_items (
  item_key INTEGER PRIMARY KEY,
  link_key INTEGER NOT NULL REFERENCES links,
  tracking TEXT NOT NULL CHECK (tracking IN ('product', 'variant')),
  bigcommerce_id INTEGER NOT NULL,
  -- Their figure, safety stock included, when last read.
  figure INTEGER,
  figure_at INTEGER,
  -- A level that was sent and has not been seen there yet; its outcome may be unknown (bigcommerce.md §0.14).
  sent_level INTEGER,
  sent_at INTEGER,
  -- The last level that BigCommerce accepted.
  pushed_level INTEGER,
  pushed_at INTEGER,
  -- BigCommerce's own words when it refused the level; cleared by the next change of the figure here.
  problem TEXT,
  UNIQUE (link_key, tracking, bigcommerce_id)
);

-- Which item a linked product is counted as; null until the catalogue says so.
ALTER TABLE product_links ADD COLUMN item_key INTEGER REFERENCES inventory_items;
CREATE INDEX product_links_by_item ON product_links (item_key);
-- When BigCommerce was asked for a variant that the catalogue as last read does not have; null while it was not.
ALTER TABLE product_links ADD COLUMN looked_up_at INTEGER;

-- Products whose figure, or an order of theirs, changed since BigCommerce's figure was last found to be ours. version
-- grows with each change: what was looked at before a change settles nothing about it.
CREATE TABLE products_to_push (
  product_key INTEGER PRIMARY KEY REFERENCES products,
  version INTEGER NOT NULL,
  -- When BigCommerce's figure is to be read for it (UTC ms): 0 at once; null not by itself, for it refused the level.
  look_at INTEGER,
  -- When it was first read since the last change; null while it was not.
  first_look_at INTEGER
);
`;

/**
 * The first schema: outlets and their binding, products, customers, sales, the stock ledger, fulfillments, cursors.
 *
 * Inside, rows refer to each other by small integer keys (`…_key`); towards the outside by global identities (`…_id`,
 * design law 7). Money is an integer of ten-thousandths, instants are UTC milliseconds, a `day` is `YYYY-MM-DD` in the
 * outlet's time zone.
 */
export const ordersBecomeSales = `
CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE staff (
  staff_key INTEGER PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('manager', 'staff')),
  pin_hash TEXT NOT NULL,
  created_at INTEGER NOT NULL
);

CREATE TABLE outlets (
  outlet_key INTEGER PRIMARY KEY,
  outlet_id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  currency TEXT NOT NULL,
  created_at INTEGER NOT NULL
);

CREATE TABLE registers (
  register_key INTEGER PRIMARY KEY,
  register_id TEXT NOT NULL UNIQUE,
  outlet_key INTEGER NOT NULL REFERENCES outlets,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL
);
CREATE INDEX registers_by_outlet ON registers (outlet_key);

-- One BigCommerce store. Baseline: what was there at the moment of linking (R74, R75).
CREATE TABLE links (
  link_key INTEGER PRIMARY KEY,
  link_id TEXT NOT NULL UNIQUE,
  store_hash TEXT NOT NULL UNIQUE,
  store_name TEXT NOT NULL,
  api_base TEXT NOT NULL,
  plan TEXT NOT NULL,
  currency TEXT NOT NULL,
  linked_at INTEGER NOT NULL,
  baseline_order_id INTEGER NOT NULL
);

-- Each choice of outlet and register; the newest is in force (R3, R7).
CREATE TABLE bindings (
  binding_key INTEGER PRIMARY KEY,
  link_key INTEGER NOT NULL REFERENCES links,
  outlet_key INTEGER NOT NULL REFERENCES outlets,
  register_key INTEGER NOT NULL REFERENCES registers,
  location_id TEXT,
  bound_at INTEGER NOT NULL
);
CREATE INDEX bindings_by_link ON bindings (link_key);

-- How far the pull has come. orders_modified_at is BigCommerce's clock, never ours; orders_moved_at says when it moved.
CREATE TABLE cursors (
  link_key INTEGER PRIMARY KEY REFERENCES links,
  orders_modified_at INTEGER,
  orders_moved_at INTEGER,
  refunds_created_at INTEGER,
  last_pulled_at INTEGER,
  checked_up_at INTEGER
);

-- Orders seen at Incomplete or Pending: they import when they complete, also when they are older than the link (R60, R75).
CREATE TABLE watched_orders (
  link_key INTEGER NOT NULL REFERENCES links,
  order_id INTEGER NOT NULL,
  status_id INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  PRIMARY KEY (link_key, order_id)
) WITHOUT ROWID;

-- Orders that could not be understood, whole, until they can be (R58, design law 8).
CREATE TABLE held_orders (
  link_key INTEGER NOT NULL REFERENCES links,
  order_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  message TEXT NOT NULL,
  raw TEXT NOT NULL,
  held_at INTEGER NOT NULL,
  PRIMARY KEY (link_key, order_id)
) WITHOUT ROWID;

-- Orders that are left out for good: written by the shop's own till (R31), or archived before they were ever here.
CREATE TABLE ignored_orders (
  link_key INTEGER NOT NULL REFERENCES links,
  order_id INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('from_this_till', 'archived')),
  seen_at INTEGER NOT NULL,
  PRIMARY KEY (link_key, order_id)
) WITHOUT ROWID;

CREATE TABLE products (
  product_key INTEGER PRIMARY KEY,
  product_id TEXT NOT NULL UNIQUE,
  sku TEXT NOT NULL,
  sku_fold TEXT NOT NULL,
  name TEXT NOT NULL,
  created_from TEXT NOT NULL CHECK (created_from IN ('here', 'online_order', 'charge')),
  stocked INTEGER NOT NULL CHECK (stocked IN (0, 1)),
  created_at INTEGER NOT NULL
);
CREATE INDEX products_by_sku ON products (sku_fold);
CREATE INDEX products_by_name ON products (name, product_key);

-- What an order line or a charge names, and the product it is here (R19, R41). subject is 'variant', 'custom' or 'charge'.
CREATE TABLE product_links (
  product_link_key INTEGER PRIMARY KEY,
  link_key INTEGER NOT NULL REFERENCES links,
  subject TEXT NOT NULL,
  name TEXT NOT NULL,
  product_key INTEGER NOT NULL REFERENCES products,
  bigcommerce_product_id INTEGER,
  bigcommerce_variant_id INTEGER,
  UNIQUE (link_key, subject, name)
);
CREATE INDEX product_links_by_product ON product_links (product_key);

CREATE TABLE customers (
  customer_key INTEGER PRIMARY KEY,
  customer_id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  email_fold TEXT UNIQUE,
  phone TEXT NOT NULL,
  created_from TEXT NOT NULL CHECK (created_from IN ('here', 'online_order')),
  created_at INTEGER NOT NULL
);
CREATE INDEX customers_by_name ON customers (name, customer_key);

CREATE TABLE sales (
  sale_key INTEGER PRIMARY KEY,
  sale_id TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL CHECK (source IN ('online', 'in_store')),
  link_key INTEGER REFERENCES links,
  order_id INTEGER,
  receipt_number TEXT NOT NULL,
  sale_status TEXT NOT NULL CHECK (sale_status IN ('closed', 'voided')),
  payment_state TEXT NOT NULL,
  fulfillment_status TEXT,
  on_hold INTEGER NOT NULL,
  archived INTEGER NOT NULL,
  bigcommerce_status_id INTEGER,
  bigcommerce_status TEXT,
  outlet_key INTEGER NOT NULL REFERENCES outlets,
  register_key INTEGER NOT NULL REFERENCES registers,
  customer_key INTEGER REFERENCES customers,
  customer_name TEXT NOT NULL,
  customer_email TEXT NOT NULL,
  customer_phone TEXT NOT NULL,
  customer_message TEXT NOT NULL,
  staff_notes TEXT NOT NULL,
  currency TEXT NOT NULL,
  total INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  item_count INTEGER NOT NULL,
  sold_at INTEGER NOT NULL,
  sold_day TEXT NOT NULL,
  imported_at INTEGER NOT NULL,
  order_modified_at INTEGER,
  revision INTEGER NOT NULL,
  UNIQUE (link_key, order_id)
);
CREATE INDEX sales_by_time ON sales (sold_at DESC, sale_key DESC);
CREATE INDEX sales_by_order ON sales (order_id);
CREATE INDEX sales_by_day ON sales (sold_day, currency, sale_status, total);

CREATE TABLE sale_lines (
  sale_key INTEGER NOT NULL REFERENCES sales,
  position INTEGER NOT NULL,
  line_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  product_key INTEGER REFERENCES products,
  sku TEXT NOT NULL,
  name TEXT NOT NULL,
  options TEXT NOT NULL,
  bin TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  returned INTEGER NOT NULL,
  total INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  parent_line_id TEXT,
  PRIMARY KEY (sale_key, line_id)
) WITHOUT ROWID;

-- A tender's rows sum to what it paid; a void takes them out of the register's totals (R24, R64).
CREATE TABLE payments (
  sale_key INTEGER NOT NULL REFERENCES sales,
  tender TEXT NOT NULL,
  revision INTEGER NOT NULL,
  method TEXT NOT NULL,
  amount INTEGER NOT NULL,
  outlet_key INTEGER NOT NULL REFERENCES outlets,
  register_key INTEGER NOT NULL REFERENCES registers,
  paid_at INTEGER NOT NULL,
  voided INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (sale_key, tender, revision)
) WITHOUT ROWID;

-- BigCommerce's refunds, as its store-wide feed lists them.
CREATE TABLE refunds (
  link_key INTEGER NOT NULL REFERENCES links,
  refund_id INTEGER NOT NULL,
  order_id INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  reason TEXT NOT NULL,
  refunded_at INTEGER NOT NULL,
  PRIMARY KEY (link_key, refund_id)
) WITHOUT ROWID;
CREATE INDEX refunds_by_order ON refunds (link_key, order_id);

CREATE TABLE refund_items (
  link_key INTEGER NOT NULL,
  refund_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  line_id INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  PRIMARY KEY (link_key, refund_id, position),
  FOREIGN KEY (link_key, refund_id) REFERENCES refunds
) WITHOUT ROWID;

CREATE TABLE returns (
  sale_key INTEGER NOT NULL REFERENCES sales,
  refund_id INTEGER NOT NULL,
  return_id TEXT NOT NULL,
  amount INTEGER NOT NULL,
  reason TEXT NOT NULL,
  returned_at INTEGER NOT NULL,
  PRIMARY KEY (sale_key, refund_id)
) WITHOUT ROWID;

-- The stock ledger: append-only. A cause moves a line once, so a second deduction is impossible (design law 2).
CREATE TABLE stock_movements (
  movement_key INTEGER PRIMARY KEY,
  movement_id TEXT NOT NULL,
  outlet_key INTEGER NOT NULL REFERENCES outlets,
  register_key INTEGER NOT NULL REFERENCES registers,
  product_key INTEGER NOT NULL REFERENCES products,
  sale_key INTEGER REFERENCES sales,
  line_id TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  cause_kind TEXT NOT NULL,
  cause_id TEXT NOT NULL,
  moved_at INTEGER NOT NULL,
  UNIQUE (cause_kind, cause_id, line_id, product_key)
);
CREATE INDEX stock_movements_by_sale ON stock_movements (sale_key);
CREATE INDEX stock_movements_by_product ON stock_movements (product_key, outlet_key);
CREATE TRIGGER stock_movements_never_change BEFORE UPDATE ON stock_movements
  BEGIN SELECT RAISE(ABORT, 'The stock ledger is append-only.'); END;
CREATE TRIGGER stock_movements_never_go BEFORE DELETE ON stock_movements
  BEGIN SELECT RAISE(ABORT, 'The stock ledger is append-only.'); END;

-- The ledger's sum, kept beside it in the same transaction.
CREATE TABLE stock_on_hand (
  outlet_key INTEGER NOT NULL REFERENCES outlets,
  product_key INTEGER NOT NULL REFERENCES products,
  on_hand INTEGER NOT NULL,
  PRIMARY KEY (outlet_key, product_key)
) WITHOUT ROWID;

CREATE TABLE fulfillments (
  fulfillment_key INTEGER PRIMARY KEY,
  fulfillment_id TEXT NOT NULL UNIQUE,
  sale_key INTEGER NOT NULL REFERENCES sales,
  consignment_id TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('delivery', 'pickup')),
  digital INTEGER NOT NULL,
  status TEXT NOT NULL,
  version INTEGER NOT NULL,
  placed_at INTEGER NOT NULL,
  item_count INTEGER NOT NULL,
  method TEXT NOT NULL,
  recipient_name TEXT NOT NULL,
  recipient_address TEXT NOT NULL,
  recipient_phone TEXT NOT NULL,
  recipient_email TEXT NOT NULL,
  UNIQUE (sale_key, consignment_id)
);
CREATE INDEX fulfillments_by_status ON fulfillments (status, type, placed_at, fulfillment_key);
CREATE INDEX fulfillments_by_time ON fulfillments (placed_at DESC, fulfillment_key DESC);

CREATE TABLE fulfillment_lines (
  fulfillment_key INTEGER NOT NULL REFERENCES fulfillments,
  position INTEGER NOT NULL,
  line_id TEXT NOT NULL,
  ordered INTEGER NOT NULL,
  picked INTEGER NOT NULL,
  packed INTEGER NOT NULL,
  fulfilled INTEGER NOT NULL,
  PRIMARY KEY (fulfillment_key, position)
) WITHOUT ROWID;

-- What happened to a sale, for its timeline. detail is a sentence.
CREATE TABLE sale_events (
  event_key INTEGER PRIMARY KEY,
  event_id TEXT NOT NULL,
  sale_key INTEGER NOT NULL REFERENCES sales,
  register_key INTEGER NOT NULL REFERENCES registers,
  happened_at INTEGER NOT NULL,
  detail TEXT NOT NULL
);
CREATE INDEX sale_events_by_sale ON sale_events (sale_key);

-- Words of a sale: customer, receipt and order number, SKUs, product names. The rowid is the sale's key.
CREATE VIRTUAL TABLE sale_search USING fts5 (
  words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
`;

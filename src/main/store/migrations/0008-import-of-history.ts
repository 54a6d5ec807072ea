/** The import of orders from before the link (R74–R79): what unlocks it, its batches, and what each of them did (N3). */
export const importOfHistory = `
-- Support codes that were accepted (R77).
CREATE TABLE history_unlocks (
  link_key INTEGER NOT NULL REFERENCES links,
  code_id TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  unlocked_at INTEGER NOT NULL,
  unlocked_by TEXT NOT NULL,
  PRIMARY KEY (link_key, code_id)
) WITHOUT ROWID;

-- A rehearsal, and the import that follows from it. The states are drawn in main/history/history-keeper.ts.
CREATE TABLE history_batches (
  batch_key INTEGER PRIMARY KEY,
  batch_id TEXT NOT NULL UNIQUE,
  link_key INTEGER NOT NULL REFERENCES links,
  state TEXT NOT NULL CHECK (state IN ('reading', 'rehearsed', 'importing', 'stopped', 'imported', 'undoing', 'undone')),
  -- 1: its sales take no stock and give none back, for ever.
  leaves_stock INTEGER NOT NULL,
  begun_at INTEGER NOT NULL,
  -- Where it records: the binding at the rehearsal.
  outlet_key INTEGER NOT NULL REFERENCES outlets,
  register_key INTEGER NOT NULL REFERENCES registers,
  -- Orders that were read, and how many there are; null while that is not known.
  orders_read INTEGER NOT NULL,
  orders_total INTEGER,
  -- As of when they were read, by BigCommerce's clock.
  orders_as_of INTEGER,
  -- The batch's own cursor: orders up to this number were looked at, so many of so many.
  reached_order_id INTEGER NOT NULL,
  orders_done INTEGER NOT NULL,
  rehearsed_at INTEGER,
  confirmed_at INTEGER,
  confirmed_by TEXT,
  imported_at INTEGER,
  undone_at INTEGER,
  undone_by TEXT
);

-- Orders that a batch took in, whatever became of them: they came by it, and go with it.
CREATE TABLE history_orders (
  link_key INTEGER NOT NULL REFERENCES links,
  order_id INTEGER NOT NULL,
  batch_key INTEGER NOT NULL REFERENCES history_batches,
  PRIMARY KEY (link_key, order_id)
) WITHOUT ROWID;
CREATE INDEX history_orders_by_batch ON history_orders (batch_key, order_id);

-- What else a batch made: products, what order lines call them, customers, refunds, what is held under a name; and
-- products that it began to count. name tells a row from another that later has its key.
CREATE TABLE history_made (
  batch_key INTEGER NOT NULL REFERENCES history_batches,
  made TEXT NOT NULL CHECK (made IN ('product', 'product_link', 'customer', 'refund', 'held', 'counted')),
  key INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (batch_key, made, key, name)
) WITHOUT ROWID;

-- What a batch would do, and what it did, figure by figure: both are written by the same statements.
CREATE TABLE history_cells (
  batch_key INTEGER NOT NULL REFERENCES history_batches,
  run TEXT NOT NULL CHECK (run IN ('rehearsed', 'imported')),
  part TEXT NOT NULL,
  name TEXT NOT NULL,
  -- What a person calls it, as JSON.
  label TEXT NOT NULL,
  value INTEGER NOT NULL,
  PRIMARY KEY (batch_key, run, part, name)
) WITHOUT ROWID;

-- The ledger stays append-only, but for the movements of a batch that is being undone: nothing else can go.
DROP TRIGGER stock_movements_never_go;
CREATE TRIGGER stock_movements_never_go BEFORE DELETE ON stock_movements
  WHEN NOT EXISTS (
    SELECT 1 FROM sales s
      JOIN history_orders h ON h.link_key = s.link_key AND h.order_id = s.order_id
      JOIN history_batches b ON b.batch_key = h.batch_key
     WHERE s.sale_key = OLD.sale_key AND b.state = 'undoing')
  BEGIN SELECT RAISE(ABORT, 'The stock ledger is append-only.'); END;
`;

/**
 * Stock that staff keep, beside what orders take: movements without a sale, the person and the reason, and when on hand
 * became known. The ledger's cause is a number where a sale names it, so that each sale's movements lie together and one
 * index both finds them and keeps a second deduction out (design law 2).
 */
export const stockKeptHere = `
DROP TRIGGER stock_movements_never_change;
DROP TRIGGER stock_movements_never_go;
DROP INDEX stock_movements_by_sale;
DROP INDEX stock_movements_by_product;
ALTER TABLE stock_movements RENAME TO stock_movements_before;

CREATE TABLE stock_movements (
  movement_key INTEGER PRIMARY KEY,
  movement_id TEXT NOT NULL,
  outlet_key INTEGER NOT NULL REFERENCES outlets,
  register_key INTEGER REFERENCES registers,
  product_key INTEGER NOT NULL REFERENCES products,
  sale_key INTEGER REFERENCES sales,
  -- The sale's line; empty without a sale.
  line_id TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  cause_kind TEXT NOT NULL,
  -- What makes the cause the only one of its kind: 0 for the sale itself, BigCommerce's refund id for a return, the
  -- sale's revision for a later change, an identity for what staff did.
  cause_id NUMERIC NOT NULL,
  staff_name TEXT,
  reason TEXT,
  moved_at INTEGER NOT NULL
);
INSERT INTO stock_movements (movement_key, movement_id, outlet_key, register_key, product_key, sale_key, line_id, quantity,
                             cause_kind, cause_id, moved_at)
  SELECT movement_key, movement_id, outlet_key, register_key, product_key, sale_key, line_id, quantity, cause_kind,
         CASE cause_kind WHEN 'sale' THEN 0
                         WHEN 'return' THEN CAST(substr(cause_id, 46) AS INTEGER)
                         ELSE CAST(substr(cause_id, 48) AS INTEGER) END,
         moved_at
    FROM stock_movements_before ORDER BY movement_key;
DROP TABLE stock_movements_before;

CREATE UNIQUE INDEX stock_movements_of_sales ON stock_movements (sale_key, line_id, product_key, cause_kind, cause_id)
  WHERE sale_key IS NOT NULL;
CREATE UNIQUE INDEX stock_movements_of_staff ON stock_movements (cause_id, cause_kind, product_key, outlet_key)
  WHERE sale_key IS NULL;
-- By what staff take it back, and what taking it back names.
CREATE UNIQUE INDEX stock_movements_of_staff_by_id ON stock_movements (movement_id) WHERE sale_key IS NULL;
-- In the order they were recorded, with what they add up to: sums are read from here alone (N2).
CREATE INDEX stock_movements_by_product ON stock_movements (product_key, outlet_key, movement_key, quantity);
CREATE TRIGGER stock_movements_never_change BEFORE UPDATE ON stock_movements
  BEGIN SELECT RAISE(ABORT, 'The stock ledger is append-only.'); END;
CREATE TRIGGER stock_movements_never_go BEFORE DELETE ON stock_movements
  BEGIN SELECT RAISE(ABORT, 'The stock ledger is append-only.'); END;

-- When on hand became known: the first opening figure, count, receipt or other movement made here. Until then only web
-- orders moved it, and it says nothing about the shelf.
ALTER TABLE stock_on_hand ADD COLUMN known_since INTEGER;

-- Figures that were not their movements' sum when the app started, and were put right from it (N2).
CREATE TABLE stock_put_right (
  put_right_key INTEGER PRIMARY KEY,
  outlet_key INTEGER NOT NULL REFERENCES outlets,
  product_key INTEGER NOT NULL REFERENCES products,
  figure INTEGER NOT NULL,
  sum INTEGER NOT NULL,
  put_right_at INTEGER NOT NULL
);
CREATE INDEX stock_put_right_by_product ON stock_put_right (product_key, outlet_key);

-- When an order was placed is told by its sale.
DELETE FROM sale_events WHERE detail = 'Order placed in BigCommerce.';

-- Ten-thousandths of the outlet's currency, tax included; null where none was set.
ALTER TABLE products ADD COLUMN price INTEGER;
-- At or below this many pieces an import says so at once (N6).
ALTER TABLE products ADD COLUMN floor INTEGER NOT NULL DEFAULT 0;
`;

/** Imports that took a product to its floor or below it (N6), and what makes a comparison of counts exact (R58). */
export const lastOneAlarms = `
CREATE TABLE stock_alarms (
  alarm_key INTEGER PRIMARY KEY,
  alarm_id TEXT NOT NULL UNIQUE,
  outlet_key INTEGER NOT NULL REFERENCES outlets,
  product_key INTEGER NOT NULL REFERENCES products,
  sale_key INTEGER NOT NULL REFERENCES sales,
  -- What was left, and the floor, at that moment: an alarm is an event.
  on_hand INTEGER NOT NULL,
  floor INTEGER NOT NULL,
  raised_at INTEGER NOT NULL,
  seen_at INTEGER
);
-- Until somebody has seen it, a sale has one alarm for a product, with the latest figure.
CREATE UNIQUE INDEX stock_alarms_unseen ON stock_alarms (product_key, sale_key) WHERE seen_at IS NULL;

-- Such orders lead the pick queue.
ALTER TABLE fulfillments ADD COLUMN alarm INTEGER NOT NULL DEFAULT 0;
DROP INDEX fulfillments_by_status;
CREATE INDEX fulfillments_by_status ON fulfillments (status, alarm DESC, placed_at, fulfillment_key, type);

-- The status in which BigCommerce counts an order that is left out; null while it was not read since.
ALTER TABLE ignored_orders ADD COLUMN status_id INTEGER;
`;

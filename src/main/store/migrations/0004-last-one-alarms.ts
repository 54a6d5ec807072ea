/** Imports that took a product to its floor or below it (N6). */
export const lastOneAlarms = `
CREATE TABLE stock_alarms (
  alarm_key INTEGER PRIMARY KEY,
  alarm_id TEXT NOT NULL UNIQUE,
  outlet_key INTEGER NOT NULL REFERENCES outlets,
  product_key INTEGER NOT NULL REFERENCES products,
  sale_key INTEGER NOT NULL REFERENCES sales,
  on_hand INTEGER NOT NULL,
  floor INTEGER NOT NULL,
  raised_at INTEGER NOT NULL,
  seen_at INTEGER
);
CREATE INDEX stock_alarms_unseen ON stock_alarms (alarm_key) WHERE seen_at IS NULL;
CREATE INDEX stock_alarms_by_sale ON stock_alarms (sale_key);

-- Such orders lead the pick queue.
ALTER TABLE fulfillments ADD COLUMN alarm INTEGER NOT NULL DEFAULT 0;
DROP INDEX fulfillments_by_status;
CREATE INDEX fulfillments_by_status ON fulfillments (status, type, alarm DESC, placed_at, fulfillment_key);
`;

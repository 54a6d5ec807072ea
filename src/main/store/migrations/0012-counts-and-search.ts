/**
 * Kept counts of sales and fulfillments, the indexes that lists are read by, and a search index whose rows are in the
 * order of days: so that lists, counts and searches cost the same at a million sales as at a thousand.
 */
export const countsAndSearch = `
-- Money given back by returns that belong to the sale; and the cell it is counted in, 0 while it is in none.
ALTER TABLE sales ADD COLUMN refunded INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sales ADD COLUMN cell_key INTEGER NOT NULL DEFAULT 0;
UPDATE sales SET refunded = (SELECT sum(amount) FROM returns r WHERE r.sale_key = sales.sale_key)
 WHERE sale_key IN (SELECT sale_key FROM returns);

-- Sales that are alike in all that is filtered by, with what they come to. Voided ones are totalled, too: they are a
-- kind of their own. returned: what came back, by returns or at the counter.
CREATE TABLE sale_kinds (
  kind_key INTEGER PRIMARY KEY,
  currency TEXT NOT NULL,
  sale_status TEXT NOT NULL,
  payment_state TEXT NOT NULL,
  fulfillment_status TEXT,
  bigcommerce_status_id INTEGER,
  source TEXT NOT NULL,
  outlet_key INTEGER NOT NULL REFERENCES outlets,
  register_key INTEGER NOT NULL REFERENCES registers,
  has_return INTEGER NOT NULL,
  count INTEGER NOT NULL,
  total INTEGER NOT NULL,
  returned INTEGER NOT NULL
);
INSERT INTO sale_kinds (currency, sale_status, payment_state, fulfillment_status, bigcommerce_status_id, source, outlet_key,
                        register_key, has_return, count, total, returned)
  SELECT currency, sale_status, payment_state, fulfillment_status, bigcommerce_status_id, source, outlet_key, register_key,
         refunded > 0 OR total < 0 AS has_return, count(*), sum(total), sum(refunded + max(0, -total))
    FROM sales
   GROUP BY currency, sale_status, payment_state, fulfillment_status, bigcommerce_status_id, source, outlet_key,
            register_key, has_return
   ORDER BY min(sale_key);
CREATE UNIQUE INDEX sale_kinds_by_facts ON sale_kinds (
  currency, sale_status, payment_state, fulfillment_status, bigcommerce_status_id, source, outlet_key, register_key,
  has_return);

-- The same for each day: the key is the day (days since 1969-12-31) * 2^20 + the kind.
CREATE TABLE sale_cells (
  cell_key INTEGER PRIMARY KEY,
  count INTEGER NOT NULL,
  total INTEGER NOT NULL,
  returned INTEGER NOT NULL
);
UPDATE sales SET cell_key = (unixepoch(sold_day) / 86400 + 1) * 1048576 + kind_key
  FROM sale_kinds k
 WHERE k.currency = sales.currency AND k.sale_status = sales.sale_status AND k.payment_state = sales.payment_state
   AND k.fulfillment_status IS sales.fulfillment_status AND k.bigcommerce_status_id IS sales.bigcommerce_status_id
   AND k.source = sales.source AND k.outlet_key = sales.outlet_key AND k.register_key = sales.register_key
   AND k.has_return = (sales.refunded > 0 OR sales.total < 0);
INSERT INTO sale_cells (cell_key, count, total, returned)
  SELECT cell_key, count(*), sum(total), sum(refunded + max(0, -total)) FROM sales GROUP BY cell_key;

-- The second holds all that is counted, so that a recount reads nothing else.
DROP INDEX sales_by_day;
DROP INDEX sales_by_time;
CREATE INDEX sales_by_time ON sales (sold_at DESC, sale_key DESC, total);
CREATE INDEX sales_by_cell ON sales (cell_key, sold_at DESC, sale_key DESC, total, refunded);
CREATE INDEX sales_by_customer ON sales (customer_key, sold_at DESC, sale_key DESC) WHERE customer_key IS NOT NULL;
CREATE INDEX sales_by_total ON sales (total, sold_at DESC, sale_key DESC);

CREATE TABLE fulfillment_counts (
  status TEXT NOT NULL,
  type TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (status, type)
) WITHOUT ROWID;
INSERT INTO fulfillment_counts (status, type, count) SELECT status, type, count(*) FROM fulfillments GROUP BY status, type;
CREATE INDEX fulfillments_by_type ON fulfillments (type, placed_at DESC, fulfillment_key DESC);

-- The rowid is the sale's day (UTC) * 2^26 + its key.
DROP TABLE sale_search;
CREATE VIRTUAL TABLE sale_search USING fts5 (
  words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
INSERT INTO sale_search (rowid, words)
  SELECT sold_at / 86400000 * 67108864 + sale_key,
         concat_ws(' ', order_id, receipt_number, customer_name,
                   substr(customer_email, 1, instr(customer_email || '@', '@') - 1),
                   (SELECT group_concat(l.sku || ' ' || l.name, ' ' ORDER BY l.position) FROM sale_lines l
                     WHERE l.sale_key = s.sale_key AND l.kind = 'product'))
    FROM sales s ORDER BY 1;
`;

/** Pieces that are sold and not handed over yet, by outlet and product: kept, for open orders are many where much is sold. */
export const committedStock = `
CREATE TABLE stock_committed (
  outlet_key INTEGER NOT NULL REFERENCES outlets,
  product_key INTEGER NOT NULL REFERENCES products,
  pieces INTEGER NOT NULL,
  PRIMARY KEY (outlet_key, product_key)
) WITHOUT ROWID;
INSERT INTO stock_committed (outlet_key, product_key, pieces)
  SELECT s.outlet_key, l.product_key, sum(fl.ordered - fl.fulfilled)
    FROM fulfillments f INDEXED BY fulfillments_open
   CROSS JOIN sales s ON s.sale_key = f.sale_key
   CROSS JOIN fulfillment_lines fl ON fl.fulfillment_key = f.fulfillment_key AND fl.ordered > fl.fulfilled
   CROSS JOIN sale_lines l ON l.sale_key = f.sale_key AND l.line_id = fl.line_id AND l.product_key IS NOT NULL
   WHERE f.status IN ('new', 'picking', 'packed')
   GROUP BY s.outlet_key, l.product_key;
-- A product that goes is looked for here by its key.
CREATE INDEX stock_committed_by_product ON stock_committed (product_key);
`;

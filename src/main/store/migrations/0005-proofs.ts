/** The daily proof: how far one under way has come, and what the last finished one found (N5). */
export const proofs = `
CREATE TABLE proofs (
  proof_key INTEGER PRIMARY KEY,
  link_key INTEGER NOT NULL REFERENCES links,
  -- Only orders placed or changed since then; null for all of them.
  since INTEGER,
  started_at INTEGER NOT NULL,
  -- Null while it is under way.
  finished_at INTEGER,
  -- Orders up to this number are compared.
  reached_order_id INTEGER NOT NULL,
  orders_compared INTEGER NOT NULL,
  products_compared INTEGER NOT NULL,
  requests INTEGER NOT NULL
);

-- Orders that looked different when their page was compared; they are looked at once more before anything is told.
CREATE TABLE proof_suspects (
  proof_key INTEGER NOT NULL REFERENCES proofs,
  order_id INTEGER NOT NULL,
  PRIMARY KEY (proof_key, order_id)
) WITHOUT ROWID;

-- What is left of what the last finished proof found; a difference that was put right goes.
CREATE TABLE proof_differences (
  difference_key INTEGER PRIMARY KEY,
  proof_key INTEGER NOT NULL REFERENCES proofs,
  difference_id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  -- As held orders are named: an order number, or a refund of one.
  order_name TEXT,
  product_key INTEGER REFERENCES products,
  outlet_key INTEGER REFERENCES outlets,
  sale_key INTEGER REFERENCES sales,
  ours TEXT NOT NULL,
  theirs TEXT NOT NULL,
  repair TEXT NOT NULL
);
CREATE INDEX proof_differences_by_proof ON proof_differences (proof_key);
`;

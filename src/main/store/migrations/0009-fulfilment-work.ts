/** What staff do with the goods, what BigCommerce is to be told of it, and where the two disagree (R87-R95). */
export const fulfilmentWork = `
ALTER TABLE fulfillments ADD COLUMN started_at INTEGER;
ALTER TABLE fulfillments ADD COLUMN assigned_to TEXT;
-- Since when it waits for its customer, and where (R93). Null before, and after it was handed over.
ALTER TABLE fulfillments ADD COLUMN ready_at INTEGER;
ALTER TABLE fulfillments ADD COLUMN shelf_code TEXT;
ALTER TABLE fulfillments ADD COLUMN stuck_reason TEXT;
-- Pieces that belong back on the shelf: the sum over its lines, kept beside them.
ALTER TABLE fulfillments ADD COLUMN put_back INTEGER NOT NULL DEFAULT 0;
CREATE INDEX fulfillments_to_put_back ON fulfillments (placed_at, fulfillment_key) WHERE put_back > 0;
CREATE INDEX fulfillments_on_shelf ON fulfillments (ready_at, fulfillment_key) WHERE ready_at IS NOT NULL;
CREATE INDEX fulfillments_stuck ON fulfillments (placed_at, fulfillment_key) WHERE stuck_reason IS NOT NULL;
CREATE INDEX fulfillments_by_shelf_code ON fulfillments (shelf_code) WHERE shelf_code IS NOT NULL;

-- The EAN or UPC on the article, as BigCommerce has it (bigcommerce.md §3.4).
ALTER TABLE sale_lines ADD COLUMN barcode TEXT NOT NULL DEFAULT '';

-- Lines that an edit of the order removed while pieces of them were picked: what these are (R72).
CREATE TABLE removed_lines (
  sale_key INTEGER NOT NULL REFERENCES sales,
  line_id TEXT NOT NULL,
  product_key INTEGER REFERENCES products,
  sku TEXT NOT NULL,
  name TEXT NOT NULL,
  options TEXT NOT NULL,
  bin TEXT NOT NULL,
  barcode TEXT NOT NULL,
  PRIMARY KEY (sale_key, line_id)
) WITHOUT ROWID;

-- Every step of staff, append-only. detail is JSON; what a step of 'undo' takes back is named once, ever.
CREATE TABLE fulfillment_steps (
  step_key INTEGER PRIMARY KEY,
  step_id TEXT NOT NULL UNIQUE,
  fulfillment_key INTEGER NOT NULL REFERENCES fulfillments,
  register_key INTEGER NOT NULL REFERENCES registers,
  kind TEXT NOT NULL,
  staff_name TEXT,
  happened_at INTEGER NOT NULL,
  detail TEXT NOT NULL,
  undoes_step_key INTEGER UNIQUE REFERENCES fulfillment_steps
);
CREATE INDEX fulfillment_steps_by_fulfillment ON fulfillment_steps (fulfillment_key);
CREATE TABLE fulfillment_step_lines (
  step_key INTEGER NOT NULL REFERENCES fulfillment_steps,
  line_id TEXT NOT NULL,
  -- Signed, by what the step changed.
  picked INTEGER NOT NULL,
  packed INTEGER NOT NULL,
  fulfilled INTEGER NOT NULL,
  PRIMARY KEY (step_key, line_id)
) WITHOUT ROWID;
CREATE TRIGGER fulfillment_steps_never_change BEFORE UPDATE ON fulfillment_steps
  BEGIN SELECT RAISE(ABORT, 'The steps of a fulfillment are append-only.'); END;
CREATE TRIGGER fulfillment_steps_never_go BEFORE DELETE ON fulfillment_steps
  BEGIN SELECT RAISE(ABORT, 'The steps of a fulfillment are append-only.'); END;
CREATE TRIGGER fulfillment_step_lines_never_change BEFORE UPDATE ON fulfillment_step_lines
  BEGIN SELECT RAISE(ABORT, 'The steps of a fulfillment are append-only.'); END;
CREATE TRIGGER fulfillment_step_lines_never_go BEFORE DELETE ON fulfillment_step_lines
  BEGIN SELECT RAISE(ABORT, 'The steps of a fulfillment are append-only.'); END;

-- What BigCommerce is to be told, in the order of its making (design §3). payload is JSON, parsed again when it is read.
CREATE TABLE outbox_entries (
  entry_key INTEGER PRIMARY KEY,
  entry_id TEXT NOT NULL UNIQUE,
  link_key INTEGER NOT NULL REFERENCES links,
  order_id INTEGER NOT NULL,
  sale_key INTEGER NOT NULL REFERENCES sales,
  fulfillment_key INTEGER NOT NULL REFERENCES fulfillments,
  -- The step that it tells of.
  step_key INTEGER NOT NULL REFERENCES fulfillment_steps,
  kind TEXT NOT NULL CHECK (kind IN ('status', 'shipment')),
  payload TEXT NOT NULL,
  -- What a shipment is recognised by in BigCommerce, for no write there is idempotent (bigcommerce.md §6.4).
  marker TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'parked', 'sent', 'yielded', 'withdrawn', 'discarded')),
  created_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  -- When it is due (UTC ms); null while it is not by itself.
  next_attempt_at INTEGER,
  -- What it waits for in BigCommerce before it may go out.
  waits_for TEXT CHECK (waits_for IN ('payment', 'hold')),
  -- When it was last claimed (null: nothing of it was ever sent), and how often its effect was looked for since then without being seen.
  sent_at INTEGER,
  looks INTEGER NOT NULL DEFAULT 0,
  -- When BigCommerce answered that it took it; what is left then is the order's status.
  accepted_at INTEGER,
  -- BigCommerce's own words, or why it was not asked.
  last_answer TEXT NOT NULL DEFAULT '',
  ended_at INTEGER
);
CREATE INDEX outbox_entries_open ON outbox_entries (link_key, order_id, entry_key)
  WHERE state IN ('pending', 'sending', 'parked');
CREATE INDEX outbox_entries_by_fulfillment ON outbox_entries (fulfillment_key);
CREATE INDEX outbox_entries_by_step ON outbox_entries (step_key);
CREATE INDEX outbox_entries_ended ON outbox_entries (ended_at, entry_key) WHERE ended_at IS NOT NULL;

-- What BigCommerce changed while work was done here (R90). ours and theirs are facts as JSON.
CREATE TABLE conflicts (
  conflict_key INTEGER PRIMARY KEY,
  conflict_id TEXT NOT NULL UNIQUE,
  sale_key INTEGER NOT NULL REFERENCES sales,
  fulfillment_key INTEGER REFERENCES fulfillments,
  -- The parked entry that waits for an answer; null where there is nothing to decide.
  entry_key INTEGER REFERENCES outbox_entries,
  kind TEXT NOT NULL,
  ours TEXT NOT NULL,
  theirs TEXT NOT NULL,
  raised_at INTEGER NOT NULL,
  settled_at INTEGER,
  settled_by TEXT,
  answer TEXT
);
-- Until somebody has seen it, there is one of a kind for a sale, with the latest facts.
CREATE UNIQUE INDEX conflicts_unseen ON conflicts (sale_key, kind) WHERE settled_at IS NULL;
CREATE INDEX conflicts_by_entry ON conflicts (entry_key) WHERE entry_key IS NOT NULL;
`;

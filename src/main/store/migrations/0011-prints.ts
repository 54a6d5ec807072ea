/** What was put on paper, and the printers that do it (R94, N10). */
export const prints = `
-- Receipt printers that a manager named. One that was removed stays, for the journal tells of it.
CREATE TABLE printers (
  printer_key INTEGER PRIMARY KEY,
  printer_id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL COLLATE NOCASE,
  host TEXT NOT NULL,
  port INTEGER NOT NULL,
  paper_mm INTEGER NOT NULL CHECK (paper_mm IN (80, 58)),
  -- How many letters of its usual font stand on a line.
  letters INTEGER NOT NULL,
  -- Whether it tells how it stands, as its last test page found; null before the first one.
  answers INTEGER CHECK (answers IN (0, 1)),
  created_at INTEGER NOT NULL,
  removed_at INTEGER
);
CREATE UNIQUE INDEX printers_by_name ON printers (name) WHERE removed_at IS NULL;

-- The print journal: a row for each time something was put on paper, in the order of their making.
CREATE TABLE print_jobs (
  job_key INTEGER PRIMARY KEY,
  job_id TEXT NOT NULL UNIQUE,
  -- The caller's: asked again under it, the same job is answered and nothing is printed twice.
  request_id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('slip', 'pick_list', 'pick_round', 'scan_card', 'test_page')),
  -- What it says, as JSON, parsed again when it is read; and what stands beside that and is no reason to print anew.
  content TEXT NOT NULL,
  beside TEXT NOT NULL,
  -- SHA-256 of the content, in hex.
  content_hash TEXT NOT NULL,
  -- 1 for the first of its kind and fulfillment that may be on paper.
  copy INTEGER NOT NULL,
  -- 1 where the same was printed before.
  reprint INTEGER NOT NULL,
  -- The job whose content was another one, and what changed since then (JSON: sentences).
  revises_job_key INTEGER REFERENCES print_jobs,
  differences TEXT NOT NULL,
  register_key INTEGER REFERENCES registers,
  staff_name TEXT,
  created_at INTEGER NOT NULL,
  -- 'page' prints by itself, 'system' is a printer of this machine's, 'network' one of ours.
  device TEXT NOT NULL CHECK (device IN ('page', 'system', 'network')),
  printer_key INTEGER REFERENCES printers,
  printer_name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'printed', 'failed', 'unknown')),
  -- Why it failed, or why nobody knows, in plain words.
  problem TEXT NOT NULL DEFAULT '',
  ended_at INTEGER
);
CREATE INDEX print_jobs_open ON print_jobs (job_key) WHERE ended_at IS NULL;
CREATE TRIGGER print_jobs_never_go BEFORE DELETE ON print_jobs
  BEGIN SELECT RAISE(ABORT, 'The print journal is append-only.'); END;
CREATE TRIGGER print_jobs_stay_what_they_are
  BEFORE UPDATE OF job_id, request_id, kind, content_hash, copy, staff_name, created_at ON print_jobs
  BEGIN SELECT RAISE(ABORT, 'The print journal is append-only.'); END;

-- Whose goods a job tells of: one fulfillment, or all of a pick round. By identity, so that the journal outlives them.
CREATE TABLE print_job_orders (
  fulfillment_id TEXT NOT NULL,
  job_key INTEGER NOT NULL REFERENCES print_jobs,
  order_id INTEGER,
  receipt_number TEXT NOT NULL,
  PRIMARY KEY (fulfillment_id, job_key)
) WITHOUT ROWID;
CREATE INDEX print_job_orders_by_job ON print_job_orders (job_key);
CREATE INDEX print_job_orders_by_order ON print_job_orders (order_id, job_key);

-- The barcode of a slip says the end of the fulfillment's identity.
CREATE INDEX fulfillments_by_slip ON fulfillments (substr(fulfillment_id, -12));
`;

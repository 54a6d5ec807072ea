/**
 * What staff did with an order, as a chain: each entry's hash covers what it says and the entries before it, so that a row
 * altered later no longer fits. Recorded in the transaction of what it tells of; never changed. (decision 0033)
 */
export const evidence = `
CREATE TABLE evidence_entries (
  -- 1, 2, 3, … without a gap: an entry that is missing is noticed.
  entry_number INTEGER PRIMARY KEY,
  -- By identity, so that it outlives the sale's own row.
  sale_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('order', 'step', 'print', 'export')),
  -- The id of the step or the print job; of an order, its revision; of an export, who asked for it.
  subject_id TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  -- What it says, as JSON; null where it stands in rows of its own that never change (steps, prints).
  facts TEXT,
  -- SHA-256, base64url: of the facts; and of all of the entry, with the hashes of those before it.
  facts_hash TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE INDEX evidence_by_sale ON evidence_entries (sale_id, entry_number);
CREATE INDEX evidence_by_subject ON evidence_entries (subject_id);
CREATE TRIGGER evidence_never_changes BEFORE UPDATE ON evidence_entries
  BEGIN SELECT RAISE(ABORT, 'Evidence is append-only.'); END;
CREATE TRIGGER evidence_never_goes BEFORE DELETE ON evidence_entries
  BEGIN SELECT RAISE(ABORT, 'Evidence is append-only.'); END;

-- What was recorded before there was evidence has none. One row.
CREATE TABLE evidence_start (
  start_key INTEGER PRIMARY KEY CHECK (start_key = 1),
  last_step_key INTEGER NOT NULL,
  last_job_key INTEGER NOT NULL
);
INSERT INTO evidence_start (start_key, last_step_key, last_job_key)
  SELECT 1, (SELECT coalesce(max(step_key), 0) FROM fulfillment_steps), (SELECT coalesce(max(job_key), 0) FROM print_jobs);
`;

/** Who did what that only a manager may do, or that bears on it (R6). Only ever appended to. */
export const auditLog = `
CREATE TABLE audit_entries (
  audit_key INTEGER PRIMARY KEY,
  audit_id TEXT NOT NULL UNIQUE,
  recorded_at INTEGER NOT NULL,
  -- The bound outlet's day.
  recorded_day TEXT NOT NULL,
  -- Null where nobody was signed in: a new data folder, or a wrong PIN.
  who TEXT,
  -- What was done: a name of domain/audited-work.ts.
  what TEXT NOT NULL,
  -- What it was done to, as staff call it.
  subject TEXT NOT NULL,
  -- Facts by their names in plain words, as JSON; null where there is nothing to say.
  facts_before TEXT,
  facts_after TEXT
);
CREATE TRIGGER audit_entries_never_change BEFORE UPDATE ON audit_entries
  BEGIN SELECT RAISE(ABORT, 'The audit log is append-only.'); END;
CREATE TRIGGER audit_entries_never_go BEFORE DELETE ON audit_entries
  BEGIN SELECT RAISE(ABORT, 'The audit log is append-only.'); END;
`;

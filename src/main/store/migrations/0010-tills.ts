/** Openings of the registers, and to which of them each payment and return belongs (R25, R26, N9). */
export const tills = `
-- From counting the float to counting the drawer. Numbered 1, 2, 3 … in each register.
CREATE TABLE openings (
  opening_key INTEGER PRIMARY KEY,
  opening_id TEXT NOT NULL UNIQUE,
  register_key INTEGER NOT NULL REFERENCES registers,
  number INTEGER NOT NULL,
  opened_at INTEGER NOT NULL,
  opened_by TEXT,
  float INTEGER NOT NULL,
  -- Null while it is open.
  closed_at INTEGER,
  closed_by TEXT,
  counted INTEGER,
  -- How often each coin and note was counted, as JSON; null where only the sum was given.
  denominations TEXT,
  note TEXT,
  -- The figures at its close, as JSON: what is closed does not change any more.
  figures TEXT,
  UNIQUE (register_key, number)
);
CREATE TRIGGER openings_closed_never_change BEFORE UPDATE ON openings WHEN OLD.closed_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'A closed till does not change.'); END;
CREATE TRIGGER openings_never_go BEFORE DELETE ON openings
  BEGIN SELECT RAISE(ABORT, 'A till that was opened stays on record.'); END;

-- Money that went into the drawer, or out of it, without a sale.
CREATE TABLE drawer_moves (
  move_key INTEGER PRIMARY KEY,
  move_id TEXT NOT NULL UNIQUE,
  opening_key INTEGER NOT NULL REFERENCES openings,
  -- Signed: paid out is negative.
  amount INTEGER NOT NULL,
  reason TEXT NOT NULL,
  moved_by TEXT,
  moved_at INTEGER NOT NULL
);
CREATE INDEX drawer_moves_by_opening ON drawer_moves (opening_key);

-- The opening in force when the row was written, or the next one while the register was closed (R26). 0: of none, from
-- before tills were kept.
ALTER TABLE payments ADD COLUMN opening_number INTEGER NOT NULL DEFAULT 0;
CREATE INDEX payments_by_opening ON payments (register_key, opening_number) WHERE opening_number > 0;
ALTER TABLE returns ADD COLUMN register_key INTEGER REFERENCES registers;
ALTER TABLE returns ADD COLUMN opening_number INTEGER NOT NULL DEFAULT 0;
CREATE INDEX returns_by_opening ON returns (register_key, opening_number) WHERE opening_number > 0;

-- What a voided sale took out of a register's totals, and what came back when it was un-voided (R64, R68): in the opening
-- in force then, for that of the payment may be closed. Their sum with the payment or return is what it counts now.
CREATE TABLE till_reversals (
  reversal_key INTEGER PRIMARY KEY,
  register_key INTEGER NOT NULL REFERENCES registers,
  opening_number INTEGER NOT NULL,
  sale_key INTEGER NOT NULL REFERENCES sales,
  -- Of a payment: tender and revision. Of a return: the refund.
  tender TEXT,
  revision INTEGER,
  refund_id INTEGER,
  -- Signed, money that comes in is positive.
  amount INTEGER NOT NULL
);
CREATE INDEX till_reversals_by_opening ON till_reversals (register_key, opening_number);
CREATE INDEX till_reversals_by_sale ON till_reversals (sale_key);

-- What counts as sold and is not paid (N9).
CREATE INDEX sales_unpaid ON sales (register_key, sold_at DESC)
  WHERE sale_status = 'closed' AND payment_state IN ('unpaid', 'part_paid');
`;

/** When a PIN was set, so that changing it ends the sign-ins by the one before; and wrong PINs, which slow the next (R6). */
export const staffAndPins = `
ALTER TABLE staff ADD COLUMN pin_set_at INTEGER NOT NULL DEFAULT 0;

-- One for each person, and one, without a name, for all names that nobody has. Gone with a right PIN.
CREATE TABLE wrong_pins (
  name TEXT PRIMARY KEY COLLATE NOCASE,
  wrong INTEGER NOT NULL,
  last_at INTEGER NOT NULL
) WITHOUT ROWID;
`;

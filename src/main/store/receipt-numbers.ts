import type { Writer } from './connection.ts';
import { readSetting, writeSetting } from './settings.ts';

const NAME = 'last_receipt';

/** The next receipt of this machine: `S1`, `S2`, … Within the transaction that uses it, so that none is left out. */
export const nextReceiptNumber = (db: Writer): string => {
  const last = readSetting(db, NAME);
  const next = (typeof last === 'number' ? last : 0) + 1;
  writeSetting(db, NAME, next);
  return `S${next}`;
};

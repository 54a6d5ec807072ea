import { recordAudit, type WorkDesk } from './audit.ts';
import type { Connection, Reader, Writer } from './connection.ts';
import { readSetting, removeSetting, writeSetting } from './settings.ts';

/**
 * What has to hold once the data is older than it was, by a restored copy or by lost changes:
 *
 *  1. Orders come again by the cursor, which went back with them, and have the same identities (R16).
 *  2. What BigCommerce was to be told is looked for there before it is sent: a shipment by its marker, a status by reading
 *     it (outbox/tell-entry.ts). What it does not recognise and counts as shipped asks somebody.
 *  3. Stock is told to BigCommerce again only once a manager has looked: counts and sales at the counter are missing, and
 *     our level would bring their pieces back.
 *  4. No paper is printed a second time by itself, and no receipt number is given twice.
 */
export interface WentBack {
  readonly at: number;
  /** As of when the data is now (UTC ms); null where nobody knows. */
  readonly to: number | null;
}

const NAME = 'went_back';
const LAST_RECEIPT = 'last_receipt';

/** While it answers something, stock is held. */
export const wentBack = (db: Reader): WentBack | undefined => {
  const kept = readSetting(db, NAME);
  if (typeof kept !== 'object' || kept === null || !('at' in kept) || typeof kept.at !== 'number') return undefined;
  return { at: kept.at, to: 'to' in kept && typeof kept.to === 'number' ? kept.to : null };
};

export const releaseStock = (desk: WorkDesk): void =>
  desk.db.transaction(() => {
    if (!wentBack(desk.db)) return;
    removeSetting(desk.db, NAME);
    recordAudit(desk, { what: 'backup.releaseStock', subject: 'Stock' });
  });

export interface GoneBack {
  readonly what: 'backup.restore' | 'backup.missingChanges';
  readonly to: number | null;
  /** The last receipt number that may have been given; null where the database before cannot be read. */
  readonly lastReceipt: number | null;
}

const paperUnknown =
  'The data went back to an older state while this waited. Look whether paper came out before you print again.';
/** Where nobody knows how many receipts were given, the next thousand begins. */
const RECEIPT_LEAP = 1_000;

/** Makes an older state safe to go on from. The database is of the newest schema. */
export const goOnFromOlder = (
  desk: WorkDesk & { readonly db: Connection },
  { what, to, lastReceipt }: GoneBack,
): void => {
  const { db, now } = desk;
  db.transaction(() => {
    writeSetting(db, NAME, { at: now, to } satisfies WentBack);
    db.run(`UPDATE print_jobs SET state = 'unknown', problem = :paperUnknown, ended_at = :now WHERE ended_at IS NULL`, {
      paperUnknown,
      now,
    });
    leapReceipts(db, lastReceipt);
    const asOf = to === null ? 'not known' : new Date(to).toISOString();
    recordAudit(desk, { what, subject: 'Database', after: { 'data as of': asOf } });
  });
};

export const lastReceiptOf = (db: Reader): number => {
  const last = readSetting(db, LAST_RECEIPT);
  return typeof last === 'number' ? last : 0;
};

const leapReceipts = (db: Writer, lastGiven: number | null): void => {
  const last = lastReceiptOf(db);
  const next = lastGiven ?? Math.ceil((last + 1) / RECEIPT_LEAP) * RECEIPT_LEAP;
  if (next > last) writeSetting(db, LAST_RECEIPT, next);
};

import type { Connection } from '../store/connection.ts';
import { checkCounts, countMisplaced } from '../store/counts-check.ts';
import { checkLedger } from '../store/ledger-check.ts';
import { lookIntoDatabase } from '../store/look-into-folder.ts';
import { schemaVersion } from '../store/migrate.ts';
import type { ReadProgress } from '../store/read-through.ts';
import { type Finding, unwell, well } from './finding.ts';

/** The database's pages, indexes and references, and whether this version can read it. */
export const checkDatabase = (db: Connection, onProgress?: (progress: ReadProgress) => void): Finding => {
  const look = lookIntoDatabase(db, onProgress);
  if (look.schemaVersion > schemaVersion) {
    return unwell(
      'database',
      `It was written by a newer Tillbridge (schema ${look.schemaVersion}, here ${schemaVersion}).`,
      'Install the newer version.',
    );
  }
  const restore = 'Stop Tillbridge, keep a copy of the folder, and restore the last backup. Send the copy to support.';
  if (look.damage !== null) return unwell('database', `It is damaged: ${look.damage}`, restore);
  if (look.orphan !== null) {
    return unwell('database', `A row of ${look.orphan} refers to one that is not there.`, restore);
  }
  return look.schemaVersion < schemaVersion
    ? well('database', `It is sound, of schema ${look.schemaVersion}.`, 'It is brought up to date at the next start.')
    : well('database', 'It is sound.');
};

const MOST_NAMED = 3;

/** Whether every figure of stock is its movements' sum (N2). */
export const checkSums = (db: Connection): Finding => {
  const wrong = checkLedger(db);
  if (wrong.length === 0) return well('ledger', 'Every figure of stock is the sum of its movements.');
  const named = wrong
    .slice(0, MOST_NAMED)
    .map(({ name, onHand, sum }) => `${name}: ${onHand}, its movements ${sum}`)
    .join('; ');
  return unwell(
    'ledger',
    `Figures that are not the sum of their movements: ${wrong.length} (${named}).`,
    'Start Tillbridge again: it puts them right by itself, and says so. If it happens again, send the log to support.',
  );
};

/** Whether every kept count is what is counted. A database of an older schema keeps none. */
export const checkKeptCounts = (db: Connection): Finding => {
  if (Number(db.pragma('user_version')) < schemaVersion) return well('counts', 'They are counted at the next start.');
  const wrong = checkCounts(db);
  if (wrong.length > 0) {
    const named = wrong.map(({ of, kept, counted }) => `${of}: ${kept} kept, ${counted} counted`).join('; ');
    return unwell(
      'counts',
      `Counts that are not what is counted (${named}).`,
      'Start Tillbridge again: it counts again by itself, and says so. If it happens again, send the log to support.',
    );
  }
  const misplaced = countMisplaced(db);
  return misplaced === 0
    ? well('counts', 'Every count that is shown is what is counted.')
    : unwell(
        'counts',
        `Sales that are counted as another kind than they are: ${misplaced}.`,
        'Compare with BigCommerce (Stock, Proof): what differs is shown, and everything is counted again.',
      );
};

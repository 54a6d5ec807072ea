import type { Connection } from '../store/connection.ts';
import { checkChain, latestWithEvidence, orderAltered, withoutEvidence } from '../store/evidence-check.ts';
import { schemaVersion } from '../store/migrate.ts';
import { type Finding, unwell, well } from './finding.ts';

const MOST_NAMED = 3;
/** Orders are looked at of so many sales, those that were worked on last. */
const MOST_ORDERS = 2_000;

/** Whether what staff did is still what was recorded of it (N11). A database of an older schema has no evidence. */
export const checkEvidence = (db: Connection): Finding => {
  if (Number(db.pragma('user_version')) < schemaVersion) return well('evidence', 'It begins with the next start.');
  const chain = [...checkChain(db, MOST_NAMED + 1), ...withoutEvidence(db, MOST_NAMED + 1)];
  const orders = latestWithEvidence(db, MOST_ORDERS).flatMap((saleId) => orderAltered(db, saleId) ?? []);
  const broken = [...chain, ...orders];
  if (broken.length === 0) return well('evidence', 'What staff did is what was recorded of it.');
  const named = broken
    .slice(0, MOST_NAMED)
    .map(({ number, saleId, what }) => `${number === null ? 'sale' : `entry ${number}, sale`} ${saleId}: ${what}`)
    .join(' ');
  return unwell(
    'evidence',
    `Rows were altered since they were recorded: ${named}${broken.length > MOST_NAMED ? ' And more.' : ''}`,
    'Keep a copy of the folder, and compare it with a backup: what was recorded is in the dispute files given out before.',
  );
};

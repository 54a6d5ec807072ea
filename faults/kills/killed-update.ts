import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openConnection } from '../../src/main/store/connection.ts';
import { flawOf } from '../../src/main/store/look-into-copy.ts';
import { schemaVersion } from '../../src/main/store/migrate.ts';
import { makeEarlier, rowsOf, shapeOf } from '../../test/store/earlier-schema.ts';
import type { Chance } from '../random.ts';
import { checkCopies, filesOfCopies } from './check-copies.ts';
import type { Complaints } from './check-folder.ts';
import type { Journal } from './journal.ts';
import { withTill } from './shop.ts';
import { startTill } from './till-process.ts';

/** The first schema that holds all that is looked at when calm returns, the evidence too. */
const FIRST = 14;
/** As long as copying and migrating take on a slow machine; most kills come early in it. */
const LONGEST_MS = 150;

/**
 * A new version of the app finds the shop in an earlier schema and is killed while it copies it aside or migrates it; the next
 * start does it again. Answers what of it does not hold.
 */
export const killUpdate = async (folder: string, chance: Chance, journal: Journal): Promise<Complaints> => {
  const database = join(folder, 'tillbridge.db');
  setBack(folder, database, FIRST + chance.below(schemaVersion - FIRST));
  const shape = shapeOf(database);
  const rows = JSON.stringify(rowsOf(database, shape));
  const check = (when: string): Complaints => [
    ...(JSON.stringify(rowsOf(database, shape)) === rows ? [] : [`${when} rows are not as before the update`]),
    ...flawsOf(database).map((flaw) => `${when}: ${flaw}`),
    ...checkCopies(folder, journal.copies),
  ];
  const before = filesOfCopies(folder);
  const till = startTill(folder);
  await begins(folder, before.length, till.gone);
  await delay(chance.next() * chance.next() * LONGEST_MS);
  till.kill();
  await till.gone;
  if (versionOf(database) < schemaVersion) journal.killedUpdates += 1;
  const killed = check('after the kill');
  await withTill(folder, async (again) => void (await again.call('sync.status', {})));
  const isNew = versionOf(database) === schemaVersion;
  return [...killed, ...(isNew ? [] : ['the update does not go on']), ...check('after the update')];
};

/** As an earlier version would have left it, closed in peace. */
const setBack = (folder: string, database: string, version: number): void => {
  const newest = openConnection(database);
  newest.pragma('wal_checkpoint(TRUNCATE)');
  newest.close();
  rmSync(join(folder, 'in-use'), { force: true });
  const aside = mkdtempSync(`${folder}-newest-`);
  renameSync(database, join(aside, 'full.db'));
  makeEarlier(database, version, join(aside, 'full.db'));
  rmSync(aside, { recursive: true });
};

/** A copy aside is the first that an update makes. */
const begins = async (folder: string, files: number, gone: Promise<void>): Promise<void> => {
  let isGone = false;
  void gone.then(() => {
    isGone = true;
  });
  while (!isGone && filesOfCopies(folder).length === files) await delay(2);
};

const read = <T>(database: string, work: (db: ReturnType<typeof openConnection>) => T): T => {
  const db = openConnection(database, { readonly: true });
  try {
    return work(db);
  } finally {
    db.close();
  }
};

const versionOf = (database: string): number => read(database, (db) => Number(db.pragma('user_version')));

const flawsOf = (database: string): Complaints => read(database, (db) => [flawOf(db)].filter((flaw) => flaw !== null));

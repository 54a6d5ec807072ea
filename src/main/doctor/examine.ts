import { Refusal } from '../../contract/fault.ts';
import { lookIntoFolder, openToLook, sqliteVersion } from '../store/look-into-folder.ts';
import { schemaVersion } from '../store/migrate.ts';
import type { ReadProgress } from '../store/read-through.ts';
import { checkBackup } from './check-backup.ts';
import { checkDatabase, checkKeptCounts, checkSums } from './check-database.ts';
import { checkEvidence } from './check-evidence.ts';
import { checkDisk, checkFolder } from './check-folder.ts';
import { checkLink, type LinkCheckDeps } from './check-link.ts';
import { type Finding, unwell, well } from './finding.ts';

export type { ReadProgress } from '../store/read-through.ts';
export type { CheckName, Finding } from './finding.ts';

export interface ExamineDeps extends LinkCheckDeps {
  readonly folder: string;
  /** The app's. */
  readonly version: string;
  /** Of reading the database through. What it throws ends the look. */
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
}

/**
 * Looks at a data folder as it lies there: also one that does not exist yet, and one that a Tillbridge is using. It only
 * reads, and asks BigCommerce for nothing but the time.
 */
export const examine = async (deps: ExamineDeps): Promise<readonly Finding[]> => {
  const look = lookIntoFolder(deps.folder);
  const ground = [checkFolder(deps.folder, look), checkDisk(look), versionsOf(deps)];
  return [...ground, ...(look.databaseBytes === null ? nothingYet : await examineDatabase(look.databaseFile, deps))];
};

const versionsOf = ({ version }: ExamineDeps): Finding =>
  well(
    'versions',
    `Tillbridge ${version}, Node ${process.versions.node}, SQLite ${sqliteVersion()}, schema ${schemaVersion}.`,
  );

const nothingYet: readonly Finding[] = [
  well('database', 'There is none yet.'),
  well('ledger', 'There is no stock yet.'),
  well('counts', 'There is nothing to count yet.'),
  well('evidence', 'There is none yet.'),
  well('backup', 'There is nothing to copy yet.'),
  well('link', 'No BigCommerce store is linked.', 'Start Tillbridge and link one, when orders are to arrive.'),
  well('clock', 'Not compared: no store is linked.'),
];

const examineDatabase = async (file: string, deps: ExamineDeps): Promise<Finding[]> => {
  try {
    const db = openToLook(file);
    try {
      const database = checkDatabase(db, deps.onProgress);
      if (!database.ok) return [database];
      const inside = [
        checkSums(db),
        checkKeptCounts(db),
        checkEvidence(db),
        checkBackup(deps.folder, file, deps.clock()),
      ];
      return [database, ...inside, ...(await checkLink(db, deps))];
    } finally {
      db.close();
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const words = error instanceof Error ? error.message : String(error);
    return [
      unwell(
        'database',
        `It cannot be read: ${words}`,
        'Keep a copy of the folder, and restore the last backup. Send the copy to support.',
      ),
    ];
  }
};

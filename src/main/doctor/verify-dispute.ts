import { type DisputeEntry, type DisputeFile, disputeFile } from '../../contract/disputes.ts';
import { disputePage, partsOfPage } from '../print/html/dispute-page.ts';
import type { Reader } from '../store/connection.ts';
import { evidenceOfSale, hashOfEntry, hashOfFacts } from '../store/evidence.ts';
import { checkEvidenceOfSale } from '../store/evidence-check.ts';
import { lookIntoFolder, openToLook } from '../store/look-into-folder.ts';

/** What is wrong with a dispute file, or with the folder that it came from. `entry` is null where it is none of them. */
export interface DisputeProblem {
  readonly entry: number | null;
  readonly message: string;
}

export interface DisputeRead {
  /** Null where the file could not be read as one. */
  readonly file: DisputeFile | null;
  readonly problems: readonly DisputeProblem[];
}

/**
 * Whether a dispute file is as it was written, by itself: each entry by its own hash, each as it follows the one before it,
 * the page as it follows from the entries, and every byte by the seal. `version` is this app's: another one may lay out the
 * page in other words.
 */
export const readDispute = (page: string, version: string): DisputeRead => {
  const parts = partsOfPage(page);
  const file = parts && parsed(parts.record);
  if (!parts || !file) {
    return {
      file: null,
      problems: [{ entry: null, message: 'It is no dispute file, or what it says cannot be read any more.' }],
    };
  }
  const problems = entryProblems(file);
  if (problems.length === 0 && !(parts.isSealed && isAsMade(file, page, version))) {
    problems.push({ entry: null, message: 'The entries are whole, but something else in the file was altered.' });
  }
  return { file, problems };
};

const isAsMade = (file: DisputeFile, page: string, version: string): boolean => {
  if (file.version !== version) return true;
  try {
    return disputePage(file) === page;
  } catch {
    // Facts that make no page were never written by this app.
    return false;
  }
};

const parsed = (record: string): DisputeFile | null => {
  try {
    const found = disputeFile.safeParse(JSON.parse(record));
    return found.success ? found.data : null;
  } catch {
    // Not JSON any more: said by the caller.
    return null;
  }
};

const entryProblems = ({ saleId, entries }: DisputeFile): DisputeProblem[] => {
  const problems: DisputeProblem[] = entries.length === 0 ? [{ entry: null, message: 'It has no entries.' }] : [];
  let beforeOfSale = '';
  for (const entry of entries) {
    const message = wrongOf(entry, saleId, beforeOfSale);
    if (message !== null) problems.push({ entry: entry.number, message: `Entry ${entry.number}: ${message}` });
    beforeOfSale = entry.hash;
  }
  return problems;
};

const wrongOf = (entry: DisputeEntry, saleId: string, beforeOfSale: string): string | null => {
  const what = `the ${entry.kind} of ${new Date(entry.recordedAt).toISOString()}`;
  if (hashOfFacts(entry.facts) !== entry.factsHash) return `what it says of ${what} was altered.`;
  if (hashOfEntry({ ...entry, saleId }) !== entry.hash) return `${what} was altered.`;
  if (entry.beforeOfSale !== beforeOfSale) return `the entry before ${what} was altered, taken out or put in.`;
  return null;
};

/** The same for a data folder by its path, which may be in use. Throws what SQLite throws. */
export const compareWithDataFolder = (folder: string, file: DisputeFile): DisputeProblem[] => {
  const { databaseFile, databaseBytes } = lookIntoFolder(folder);
  if (databaseBytes === null) return [{ entry: null, message: `${folder} has no database.` }];
  const db = openToLook(databaseFile);
  try {
    return compareWithFolder(db, file);
  } finally {
    db.close();
  }
};

/** Whether a data folder still says what the file says, and whether its own evidence of that sale is whole. */
const compareWithFolder = (db: Reader, { saleId, entries }: DisputeFile): DisputeProblem[] => {
  const here = new Map(evidenceOfSale(db, saleId).map((entry) => [entry.number, entry]));
  const different = entries.flatMap(({ number, hash, kind }): DisputeProblem[] => {
    const ours = here.get(number);
    if (ours?.hash === hash) return [];
    const message = ours ? `the folder has another ${kind} there.` : `the folder has no such ${kind} any more.`;
    return [{ entry: number, message: `Entry ${number}: ${message}` }];
  });
  const altered = checkEvidenceOfSale(db, saleId).map(({ number, what }) => ({
    entry: number,
    message: `In the folder, entry ${number}: ${what}`,
  }));
  return [...different, ...altered];
};

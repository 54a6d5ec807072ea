export type StorageTrouble = 'disk_full' | 'database_locked' | 'database_damaged' | 'database_read_only';

/** By how SQLite's codes, and the file system's, begin. */
const beginnings: readonly (readonly [string, StorageTrouble])[] = [
  ['SQLITE_FULL', 'disk_full'],
  ['ENOSPC', 'disk_full'],
  ['EDQUOT', 'disk_full'],
  ['SQLITE_BUSY', 'database_locked'],
  ['SQLITE_LOCKED', 'database_locked'],
  ['SQLITE_CORRUPT', 'database_damaged'],
  ['SQLITE_NOTADB', 'database_damaged'],
  ['SQLITE_READONLY', 'database_read_only'],
  ['SQLITE_CANTOPEN', 'database_read_only'],
  ['EACCES', 'database_read_only'],
  ['EPERM', 'database_read_only'],
  ['EROFS', 'database_read_only'],
];

/** What is the matter with the disk or the database, by the code of an error; null where the error says nothing of it. */
export const storageTroubleOf = (code: unknown): StorageTrouble | null =>
  typeof code === 'string' ? (beginnings.find(([start]) => code.startsWith(start))?.[1] ?? null) : null;

/** The same of whatever was thrown. */
export const troubleOfError = (error: unknown): StorageTrouble | null =>
  error instanceof Error && 'code' in error ? storageTroubleOf(error.code) : null;

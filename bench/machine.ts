import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** The machine and what runs on it, without anything that says whose it is. */
export const machine = (): string => {
  const cores = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cores.length} cores of ${cores[0]?.model.trim() ?? 'an unknown kind'}, ${memory} GiB, ${process.platform} ${process.arch}`;
};

export const versions = (): string =>
  `Node ${process.versions.node}, SQLite ${sqliteVersion()}, better-sqlite3 ${versionOf('better-sqlite3')}`;

const sqliteVersion = (): string => {
  const database = new Database(':memory:');
  try {
    return String(database.prepare('SELECT sqlite_version()').pluck().get());
  } finally {
    database.close();
  }
};

const versionOf = (name: string): string => {
  const file = join(import.meta.dirname, '..', 'node_modules', name, 'package.json');
  const { version }: { version: string } = JSON.parse(readFileSync(file, 'utf8'));
  return version;
};

import type { Connection, Reader } from './connection.ts';

/** Bytes so far, and all of them. */
export interface ReadProgress {
  readonly done: number;
  readonly total: number;
}

/** The first thing that is wrong; null where nothing is. */
export interface ReadThrough {
  /** In SQLite's words, or as near to them. */
  readonly damage: string | null;
  /** A table with a row that refers to one that is not there. */
  readonly orphan: string | null;
}

/**
 * Reads a whole database through, a table at a time, so that it can be told how far it is and stopped in between. Together
 * the parts look at what SQLite's own `integrity_check` looks at: each table with its indexes, and that every page of the
 * file belongs to one of them, once. `onProgress` may throw.
 */
export const readThrough = (db: Connection, onProgress: (progress: ReadProgress) => void): ReadThrough => {
  const pageBytes = Number(db.pragma('page_size'));
  const { pages, damage } = accountedPages(db, pageBytes);
  if (damage !== null) return { damage, orphan: null };
  const total = pages.reduce((sum, table) => sum + table.pages, 0) * pageBytes;
  let done = 0;
  let orphan: string | null = null;
  for (const table of pages) {
    onProgress({ done, total });
    const words = String(db.pragma(`integrity_check(${quoted(table.name)})`));
    if (words !== 'ok') return { damage: words, orphan };
    if (db.pragma(`foreign_key_check(${quoted(table.name)})`) !== undefined) orphan ??= table.name;
    done += table.pages * pageBytes;
  }
  onProgress({ done: total, total });
  return { damage: null, orphan };
};

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

interface TablePages {
  readonly name: string;
  /** With those of its indexes. */
  readonly pages: number;
}

interface Accounted {
  readonly pages: readonly TablePages[];
  readonly damage: string | null;
}

/** How many pages each table has, in one reading; and whether together they are all that the file has. */
const accountedPages = (db: Connection, pageBytes: number): Accounted => {
  db.execute('SAVEPOINT accounting');
  try {
    const tables = tablesOf(db);
    const used = db.get<{ pages: number; different: number }>(
      'SELECT count(*) AS pages, count(DISTINCT pageno) AS different FROM dbstat',
    );
    const all = Number(db.pragma('page_count'));
    const free = Number(db.pragma('freelist_count')) + lockPages(all, pageBytes);
    return { pages: tables, damage: damageOf(used ?? { pages: 0, different: 0 }, all - free) };
  } finally {
    db.execute('RELEASE accounting');
  }
};

/** SQLite leaves out the page in which the system locks the file. */
const lockPages = (all: number, pageBytes: number): number => (all > 2 ** 30 / pageBytes ? 1 : 0);

const damageOf = (used: { readonly pages: number; readonly different: number }, inUse: number): string | null => {
  if (used.pages !== used.different) return `${used.pages - used.different} pages are used twice`;
  return used.pages === inUse ? null : `${used.pages} pages are used, and ${inUse} should be`;
};

/** A virtual table has no pages of its own; SQLite looks at it with the tables that stand for it. */
const tablesOf = (db: Reader): TablePages[] =>
  db.all<TablePages>(
    `SELECT t.name, coalesce(sum(p.pages), 0) AS pages
       FROM (SELECT name FROM sqlite_master WHERE type = 'table' UNION ALL SELECT 'sqlite_schema') t
       LEFT JOIN sqlite_master m ON m.tbl_name = t.name AND m.rootpage > 0
       LEFT JOIN (SELECT name, pageno AS pages FROM dbstat WHERE aggregate = TRUE) p
              ON p.name = coalesce(m.name, 'sqlite_schema')
      GROUP BY t.name`,
  );

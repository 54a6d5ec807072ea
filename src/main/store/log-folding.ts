import type Database from 'better-sqlite3';

/** The log is folded into the database every so many pages, 32 MB, for each folding waits for the disk twice. */
export const FOLDED_AFTER = 8_192;
/**
 * While somebody works at the desk, 128 MB: a commit waits for what the folding beside it has the disk write, and a page that
 * is changed again and again is written once each time.
 */
export const FOLDED_AFTER_AT_WORK = 4 * FOLDED_AFTER;
/** Within a transaction, where a thread that folds between its turns is not there, or others read for minutes. */
export const FOLDED_AT_LAST_AFTER = 16 * FOLDED_AFTER;

/**
 * Folds the write-ahead log of a database that two threads write, so that neither waits for the disk meanwhile:
 *
 *   short ──8,192 pages──▶ long ──between two turns, again until nothing is left──▶ folded ──next write──▶ short
 *
 * Only a folding that leaves nothing puts the database on the disk, and has the log written from its beginning again. What
 * was written during it, and who read then, leave something: a few pages, which go in the next turn, when nobody writes.
 */
export interface LogFolder {
  readonly betweenTurns: () => void;
  readonly inTurn: () => void;
}

interface LogLength {
  /** Pages in it, and those of them that are in the database as well. */
  readonly log: number;
  readonly checkpointed: number;
}

const MOST_TRIES = 3;

export const createLogFolder = (database: Database.Database, limit: () => number): LogFolder => {
  /** A folding has begun that left something, the waiting for the disk at least. */
  let isUnderWay = false;

  const ask = (how: 'NOOP' | 'PASSIVE'): LogLength => {
    const [length] = database.pragma(`wal_checkpoint(${how})`) as LogLength[];
    return length ?? { log: 0, checkpointed: 0 };
  };
  const length = () => ask('NOOP');
  const foldWhole = (): boolean => {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      ask('PASSIVE');
      // Asked anew: its answer does not know what was written meanwhile.
      const { log, checkpointed } = length();
      if (log === checkpointed) return true;
    }
    return false;
  };
  return {
    betweenTurns: () =>
      forgiving(() => {
        const { log, checkpointed } = length();
        if (isUnderWay || log - checkpointed >= limit()) isUnderWay = !foldWhole();
      }),
    inTurn: () =>
      forgiving(() => {
        if (isUnderWay) return;
        const { log, checkpointed } = length();
        const left = log - checkpointed;
        if (log >= limit() && left > 0 && left < FEW_PAGES) ask('PASSIVE');
      }),
  };
};

/** So few are folded while others wait. */
const FEW_PAGES = 512;

const forgiving = (fold: () => void): void => {
  try {
    fold();
  } catch {
    // As SQLite itself does: what was written is safe in the log, and a disk that is full or gone is told by the next write.
  }
};

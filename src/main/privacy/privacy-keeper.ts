import { setTimeout as delay } from 'node:timers/promises';
import type { Identity } from '../domain/identity.ts';
import { recordAudit } from '../store/audit.ts';
import type { Connection } from '../store/connection.ts';
import {
  fromTheStart,
  keep,
  keepFirst,
  keepingOf,
  nextWithPerson,
  type Place,
  removalBefore,
  removeCustomers,
  removePersons,
} from '../store/personal-data.ts';

/** Removes personal data once a day, some sales at a time, so that nothing waits for it. */
export interface PrivacyKeeper {
  /** Begins where it is due. To be told after each pull that came by itself. */
  readonly pulled: () => void;
  /** A run now, due or not. Resolves with how many sales it took personal data out of. */
  readonly run: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

export interface PrivacyKeeperDeps {
  readonly db: Connection;
  readonly identity: Identity;
  readonly clock: () => number;
  readonly signal: AbortSignal;
  readonly onRemoved: () => void;
}

const DAY_MS = 86_400_000;
const BATCH = 100;
/** The desk's commands have a turn between two batches. */
const PAUSE_MS = 20;

/** Whatever ends it, the next run goes on: a sale that was done does not match any more. */
export const createPrivacyKeeper = ({ db, identity, clock, signal, onRemoved }: PrivacyKeeperDeps): PrivacyKeeper => {
  let running: Promise<number> | null = null;

  /** What is overwritten is to be gone from the file, too. */
  const wiped = <T>(work: () => T): T => {
    db.pragma('secure_delete = ON');
    try {
      return db.transaction(work);
    } finally {
      db.pragma('secure_delete = OFF');
    }
  };

  const removeBatch = (after: Place, before: number): Place | null =>
    wiped(() => {
      const batch = nextWithPerson(db, after, before, BATCH);
      removePersons(
        db,
        batch.map(({ saleKey }) => saleKey),
      );
      const keeping = keepingOf(db, clock());
      keep(db, { ...keeping, removed: keeping.removed + batch.length });
      return batch.at(-1) ?? null;
    });

  const finish = (before: number, sales: number): void =>
    wiped(() => {
      const customers = removeCustomers(db, before);
      keep(db, { ...keepingOf(db, clock()), lastRunAt: clock() });
      if (sales + customers === 0) return;
      recordAudit(
        { db, identity, now: clock(), by: null },
        {
          what: 'privacy.removed',
          subject: `Sales before ${new Date(before).toISOString().slice(0, 10)}`,
          after: { sales, customers },
        },
      );
    });

  const remove = async (): Promise<number> => {
    const before = removalBefore(keepingOf(db, clock()), clock());
    if (before === null) return 0;
    const sales = keepingOf(db, clock()).removed;
    let place: Place | null = fromTheStart;
    while (place !== null && !signal.aborted) {
      place = removeBatch(place, before);
      await delay(PAUSE_MS);
    }
    const removed = keepingOf(db, clock()).removed - sales;
    if (!signal.aborted) finish(before, removed);
    if (removed > 0) onRemoved();
    return removed;
  };

  const run = (): Promise<number> => {
    running ??= remove().finally(() => {
      running = null;
    });
    return running;
  };

  const isDue = (): boolean => {
    const now = clock();
    keepFirst(db, now);
    const keeping = keepingOf(db, now);
    return keeping.beginsAt <= now && now - (keeping.lastRunAt ?? 0) >= DAY_MS;
  };

  return {
    pulled: () => {
      // What it fails on is tried again after the next pull; the exchange tells of a full disk.
      if (running === null && !signal.aborted && isDue()) run().catch(() => undefined);
    },
    run,
    stop: async () => {
      await running?.catch(() => undefined);
    },
  };
};

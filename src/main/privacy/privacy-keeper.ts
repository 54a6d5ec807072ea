import { setTimeout as delay } from 'node:timers/promises';
import type { Identity } from '../domain/identity.ts';
import type { OwnWork, RunWork } from '../domain/running-work.ts';
import { recordAudit } from '../store/audit.ts';
import type { Connection } from '../store/connection.ts';
import {
  fromTheStart,
  keep,
  keepFirst,
  keepingOf,
  loneCustomers,
  nextWithPerson,
  type Place,
  removalBefore,
  removeCustomers,
  removePersons,
  salesWithPerson,
} from '../store/personal-data.ts';

/** Removes personal data once a day, some sales at a time, so that nothing waits for it. */
export interface PrivacyKeeper {
  /** Begins where it is due. To be told after each pull that came by itself. */
  readonly pulled: () => void;
  /** A run now, due or not. */
  readonly run: () => Promise<Removed>;
  readonly stop: () => Promise<void>;
}

export interface Removed {
  /** How many sales personal data was taken out of. */
  readonly sales: number;
  /** Somebody stopped it: what was removed is gone, and the rest is as it was until the next run. */
  readonly wasStopped: boolean;
}

export interface PrivacyKeeperDeps {
  readonly db: Connection;
  readonly identity: Identity;
  readonly clock: () => number;
  readonly signal: AbortSignal;
  readonly work: RunWork;
  /** Whether somebody at the desk wrote in the last seconds, and would wait for a batch. */
  readonly isDeskBusy: () => boolean;
  readonly onRemoved: () => void;
}

const DAY_MS = 86_400_000;
/** A batch of 100 sales takes some 10 ms, for which a command at the desk waits. */
const BATCH = { quiet: 100, busy: 20 } as const;
/** Pulls, and the desk's commands, have a turn between two batches. */
const PAUSE_MS = { quiet: 5, busy: 20 } as const;

/** Whatever ends it, the next run goes on: a sale that was done does not match any more. */
export const createPrivacyKeeper = (deps: PrivacyKeeperDeps): PrivacyKeeper => {
  const { db, identity, clock, signal, onRemoved } = deps;
  let running: Promise<Removed> | null = null;
  const pace = () => (deps.isDeskBusy() ? 'busy' : 'quiet');

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
      const batch = nextWithPerson(db, after, before, BATCH[pace()]);
      removePersons(
        db,
        batch.map(({ saleKey }) => saleKey),
      );
      const keeping = keepingOf(db, clock());
      keep(db, { ...keeping, removed: keeping.removed + batch.length });
      return batch.at(-1) ?? null;
    });

  /** Customers of whom no sale tells any more, some at a time as well. How many. */
  const removeLoneCustomers = async (before: number, isEnded: () => boolean): Promise<number> => {
    let removed = 0;
    let after = 0;
    while (!isEnded()) {
      const lone = loneCustomers(db, { after, before, most: BATCH[pace()] });
      const last = lone.at(-1);
      if (last === undefined) break;
      after = last;
      removed += wiped(() => removeCustomers(db, lone));
      await delay(PAUSE_MS[pace()]);
    }
    return removed;
  };

  const finish = (before: number, { sales, customers }: { readonly sales: number; readonly customers: number }): void =>
    db.transaction(() => {
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

  const remove = async (own: OwnWork): Promise<Removed> => {
    const before = removalBefore(keepingOf(db, clock()), clock());
    if (before === null) return { sales: 0, wasStopped: false };
    const isEnded = () => signal.aborted || own.isStopped();
    const earlier = keepingOf(db, clock()).removed;
    const soFar = () => keepingOf(db, clock()).removed - earlier;
    const total = salesWithPerson(db, before);
    let place: Place | null = fromTheStart;
    while (place !== null && !isEnded()) {
      own.show({ doing: 'removing', done: soFar(), total: Math.max(total, soFar()), counts: 'sales' });
      place = removeBatch(place, before);
      await delay(PAUSE_MS[pace()]);
    }
    const sales = soFar();
    const customers = isEnded() ? 0 : await removeLoneCustomers(before, isEnded);
    // Also where somebody stopped it: it is not begun again by itself today, and what it did is on record.
    if (!signal.aborted) finish(before, { sales, customers });
    if (sales > 0) onRemoved();
    return { sales, wasStopped: own.isStopped() };
  };

  const run = (): Promise<Removed> => {
    running ??= deps.work('personal_data', remove).finally(() => {
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

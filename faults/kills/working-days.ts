import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startPracticeStore } from '../../src/practice-store/practice-store.ts';
import { type Chance, chanceFrom } from '../random.ts';
import { checkWhenCalm } from './check-calm.ts';
import { checkCopies } from './check-copies.ts';
import { type Complaints, checkAfterKill } from './check-folder.ts';
import { type Journal, newJournal } from './journal.ts';
import { killUpdate } from './killed-update.ts';
import { calmDown, setUp, withTill } from './shop.ts';
import { work } from './staff.ts';
import { NoAnswer, startTill, type TillProcess } from './till-process.ts';
import { happenThere } from './web-shop.ts';

export interface WorkingDays {
  readonly days: number;
  readonly seed: number;
  /** An empty folder. */
  readonly folder: string;
  /** Told after each day. */
  readonly onDay?: (day: number, journal: Journal) => void;
}

export interface Outcome {
  /** What did not hold, with the day; nothing where all of it did. */
  readonly complaints: Complaints;
  readonly journal: Journal;
  readonly orders: number;
  readonly shipments: number;
}

/**
 * The moment of a day's kill: while it starts, or brings the shop of an earlier version up to date, some time into its work,
 * while it makes a copy, or as BigCommerce handles one of its requests.
 */
type Doom =
  | { readonly kind: 'starting' | 'copying'; readonly afterMs: number }
  | { readonly kind: 'updating' }
  /** So long after the last of so many pieces of work was begun. */
  | { readonly kind: 'working'; readonly calls: number; readonly afterMs: number }
  | { readonly kind: 'request'; readonly nth: number };

const doomFrom = (chance: Chance): Doom => {
  const which = chance.next();
  if (which < 0.08) return { kind: 'starting', afterMs: chance.next() * 700 };
  if (which < 0.12) return { kind: 'updating' };
  if (which < 0.18) return { kind: 'copying', afterMs: chance.next() * chance.next() * LONGEST_COPY_MS };
  if (which < 0.5) return { kind: 'working', calls: 1 + chance.below(MOST_WORK), afterMs: chance.next() * 12 };
  return { kind: 'request', nth: 1 + chance.below(60) };
};

/** As long as a copy of so small a shop takes on a slow machine; most kills come early in it. */
const LONGEST_COPY_MS = 200;

/** Pieces of work in a day that nothing ends earlier. */
const MOST_WORK = 30;

/**
 * Working days at a till that is killed (SIGKILL) at a random instant of each, while it starts, records, pulls or tells. The
 * next day begins on what is left, by no hand. Whatever was acknowledged must be there, once; and when calm returns, both
 * sides must agree (measures.md F1).
 */
export const workKilledDays = async ({ days, seed, folder, onDay }: WorkingDays): Promise<Outcome> => {
  const chance = chanceFrom(seed);
  const journal = newJournal();
  const complaints: Complaints = [];
  const placed: number[] = [];
  let requests = 0;
  let onRequest: () => void = () => undefined;
  const store = await startPracticeStore({
    seed,
    quota: { requests: Number.POSITIVE_INFINITY, windowMs: 30_000 },
    // The store asks for the time with each request, before and after its effects.
    clock: () => {
      requests += 1;
      onRequest();
      return Date.now();
    },
  });
  const liveAndDie = async (doom: Exclude<Doom, { kind: 'updating' }>): Promise<Complaints> => {
    const till = startTill(folder);
    if (doom.kind === 'starting') void delay(doom.afterMs).then(till.kill);
    if (doom.kind === 'request') {
      const last = requests + doom.nth;
      onRequest = () => requests >= last && till.kill();
    }
    await liveDay(till, doom, { chance, journal, happen: () => happenThere(store, chance, journal, placed) });
    await till.gone;
    onRequest = () => undefined;
    return doom.kind === 'copying' ? checkCopies(folder, journal.copies) : [];
  };
  try {
    await withTill(folder, (till) => setUp(till, store));
    for (let day = 1; day <= days; day++) {
      const doom = doomFrom(chance);
      const wrong = await (doom.kind === 'updating' ? killUpdate(folder, chance, journal) : liveAndDie(doom));
      journal.killed += 1;
      wrong.push(...checkAfterKill(folder, store, journal));
      complaints.push(...wrong.map((each) => `day ${day} (${doom.kind}): ${each}`));
      onDay?.(day, journal);
      if (complaints.length > 0) break;
    }
    if (complaints.length === 0) {
      await withTill(folder, calmDown);
      complaints.push(...checkAfterKill(folder, store, journal), ...checkWhenCalm(folder, store, placed));
    }
    const shipments = store.applied.filter(({ kind }) => kind === 'shipment_created').length;
    return { complaints, journal, orders: placed.length, shipments };
  } finally {
    await store.stop();
  }
};

interface Day {
  readonly chance: Chance;
  readonly journal: Journal;
  /** Something happens in BigCommerce. */
  readonly happen: () => void;
}

/** Works until the till is killed; a day that outlives its doom is ended by the last of it. */
const liveDay = async (till: TillProcess, doom: Doom, { chance, journal, happen }: Day): Promise<void> => {
  try {
    await till.call('sync.status', {});
    if (doom.kind === 'copying') await copyAndDie(till, doom.afterMs, journal);
    for (let done = 1; done <= MOST_WORK; done++) {
      if (done === 1 || chance.happens(0.3)) happen();
      if (doom.kind === 'working' && done === doom.calls) void delay(doom.afterMs).then(till.kill);
      if (done === 2 || chance.happens(0.15)) await till.reply('sync.now', {});
      else await work({ till, chance, journal });
    }
    till.kill();
  } catch (error) {
    till.kill();
    if (!(error instanceof NoAnswer)) throw error;
  }
};

/** Asks for a copy of the database; the till may be killed before it answers. */
const copyAndDie = async (till: TillProcess, afterMs: number, journal: Journal): Promise<void> => {
  await till.call('staff.signIn', { name: 'Manager', pin: '2468' });
  void delay(afterMs).then(till.kill);
  try {
    const { path } = await till.call('backup.make', {});
    journal.copies.add(basename(path));
  } catch (error) {
    if (error instanceof NoAnswer) journal.killedCopies += 1;
    throw error;
  }
};

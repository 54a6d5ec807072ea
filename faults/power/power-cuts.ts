import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startPracticeStore } from '../../src/practice-store/practice-store.ts';
import { checkWhenCalm } from '../kills/check-calm.ts';
import type { Complaints } from '../kills/check-folder.ts';
import { calmDown, withTill } from '../kills/shop.ts';
import { type Chance, chanceFrom } from '../random.ts';
import type { Act } from './act.ts';
import { checkStart, type Known } from './check-start.ts';
import { cutPower } from './cut-power.ts';
import type { DiskLog, Operation } from './disk-log.ts';
import { writeImage } from './image.ts';
import { recordStory } from './story.ts';

export interface RecordedShop {
  /** Operations on the disk, in all acts together. */
  readonly operations: number;
  /** What was answered meanwhile, and so must never be lost. */
  readonly acknowledged: number;
  readonly cutOften: (cuts: Cuts) => Promise<AfterCuts>;
  /** Cuts right after the last answer of each act, and keeps only what was synced. Answers what does not hold then. */
  readonly cutAtLastAnswer: (spoil?: Spoil) => Complaints;
  readonly close: () => Promise<void>;
}

/** Has the program be worse than it was. */
type Spoil = (log: DiskLog) => DiskLog;

export interface Cuts {
  readonly cuts: number;
  /** Once in so many cuts the real till starts on what is left, and exchanges until calm; 0: never. */
  readonly startsEvery?: number;
  readonly spoil?: Spoil;
}

export interface AfterCuts {
  readonly complaints: Complaints;
  /** Cuts after which something did not hold. */
  readonly bad: number;
  /** Cuts after which the real till was started. */
  readonly started: number;
}

export interface ShopToRecord {
  readonly seed: number;
  /** An empty folder. */
  readonly folder: string;
  /** Pieces of work in its first day. */
  readonly pieces: number;
  /** Orders that another till of the shop finds at its first exchange; 0: there is no such till. */
  readonly backlog?: number;
}

/**
 * Records what a till does to its data folder; then lets the power go at random places of that record, and starts on what may
 * be found on the disk (measures.md F1).
 */
export const recordShop = async ({ seed, folder, pieces, backlog = 0 }: ShopToRecord): Promise<RecordedShop> => {
  const chance = chanceFrom(seed);
  const store = await startPracticeStore({ seed, quota: { requests: Number.POSITIVE_INFINITY, windowMs: 30_000 } });
  const place = join(folder, 'recorded');
  mkdirSync(place);
  const { acts, placed } = await recordStory({ store, chance, place, pieces, backlog }).catch(
    async (error: unknown) => {
      await store.stop();
      throw error;
    },
  );
  const sum = (of: (act: Act) => number) => acts.reduce((total, act) => total + of(act), 0);

  const found = join(folder, 'found');
  const cutOften = async ({ cuts, startsEvery = 0, spoil = asItWas }: Cuts): Promise<AfterCuts> => {
    const complaints: string[] = [];
    const spoilt = acts.map((act) => ({ ...act, log: spoil(act.log) }));
    let bad = 0;
    let started = 0;
    for (let number = 1; number <= cuts; number++) {
      const act = chance.of(spoilt);
      if (!act) break;
      const cut = chooseCut(act.log.operations, chance);
      writeImage(cutPower(act.log, cut, chance), found);
      const wrong = checkStart(found, act, knownAt(act.log.operations, cut));
      if (wrong.length === 0 && startsEvery > 0 && started < number / startsEvery && isLate(act, cut)) {
        await withTill(found, calmDown);
        wrong.push(...checkWhenCalm(found, store, placed));
        started += 1;
      }
      if (wrong.length > 0) bad += 1;
      const where = `cut ${number}, ${act.name}, after ${cut} of ${act.log.operations.length} operations`;
      complaints.push(...wrong.map((each) => `${where}: ${each}`));
      rmSync(found, { recursive: true });
    }
    return { complaints, bad, started };
  };
  const cutAtLastAnswer = (spoil: Spoil = asItWas): Complaints =>
    acts.flatMap((act) => {
      const log = spoil(act.log);
      const cut = log.operations.findLastIndex(({ kind }) => kind === 'said') + 1;
      writeImage(cutPower(log, cut, chance, 'none'), found);
      const wrong = checkStart(found, act, knownAt(log.operations, cut));
      rmSync(found, { recursive: true });
      return wrong.map((each) => `${act.name}: ${each}`);
    });
  return {
    operations: sum(({ log }) => log.operations.length),
    acknowledged: sum((act) => act.acknowledged.length),
    cutOften,
    cutAtLastAnswer,
    close: () => store.stop(),
  };
};

const asItWas: Spoil = (log) => log;

/** There is something by then that BigCommerce has as well. */
const isLate = ({ goesOn, log }: Act, cut: number): boolean => goesOn === true && cut > log.operations.length / 2;

/** Anywhere, and as often soon after a name has changed: these are few, and much depends on them. */
const chooseCut = (operations: readonly Operation[], chance: Chance): number => {
  const changes = operations.flatMap(({ kind }, at) => (kind === 'entries' ? [at] : []));
  const change = chance.happens(0.5) ? chance.of(changes) : undefined;
  const cut = change === undefined ? chance.below(operations.length) : change + chance.below(40);
  return Math.min(operations.length, cut + 1);
};

const knownAt = (operations: readonly Operation[], cut: number): Known => {
  const done = operations.slice(0, cut);
  return {
    lines: done.reduce((lines, does) => (does.kind === 'said' ? Math.max(lines, does.line) : lines), 0),
    shipped: done.flatMap((does) => (does.kind === 'shipped' ? [does.marker] : [])),
  };
};

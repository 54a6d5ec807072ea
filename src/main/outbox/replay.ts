import { StoreProblem } from '../bigcommerce/problem.ts';
import { dueEntries, firstEntryOf, type OutboxEntry } from '../store/outbox.ts';
import { tryLater } from '../store/outbox-moves.ts';
import type { Outcome } from './finish-shipment.ts';
import type { ReplayDeps } from './replay-deps.ts';
import { LONGEST_PLAN_MS, retryDelay } from './retry-policy.ts';
import { tellEntry } from './tell-entry.ts';
import { verifyEffect } from './verify-effect.ts';

/**
 * Tells BigCommerce what staff did, one entry of an order after the other, several orders at once (R89).
 *
 *   enqueued by a step          undone here before it went ──▶ withdrawn
 *        │
 *        ▼          read anew, judged by the written rule (domain/outbox-rules.ts)
 *     pending ──send: claimed, then sent──▶ sending ──accepted──▶ sent
 *      ▲ ▲ │ │                               │ │ │
 *      │ │ │ └─in effect already─▶ sent      │ │ └─ refused ──▶ parked, with BigCommerce's words
 *      │ │ ├─theirs stands─▶ yielded         │ └─ 429, no connection: claim taken back ──▶ pending, next try at
 *      │ │ ├─goods left, theirs differs      └─ answer lost, or stopped here: outcome unknown
 *      │ │ │    ──▶ parked, staff asked                     │ verify-effect: looked for there
 *      │ │ └─not paid, on hold: waits until                 ├─ seen ──▶ sent
 *      │ │      the order's import wakes it                 └─ not seen, twice ──▶ pending, judged anew
 *      │ └── 5xx on reading: next try at (full jitter, never gives up)
 *      └── send again, or answered "ours" ── parked ── "theirs" ──▶ yielded · discarded by a manager
 *
 * What must hold, whatever is lost on the way:
 *  1. An entry is claimed in a transaction of its own before it is sent; one found `sending` has an unknown outcome (law 4).
 *  2. Entries of one order go in order: the first open one holds the others, parked or not, and no other order's.
 *  3. Before each sending the order is read and recorded; nothing is shipped that BigCommerce has no pieces left for.
 *  4. Trouble of one entry never stops the others; trouble of them all stops the replay, and is not counted as a try.
 */
export interface ReplayLimits {
  /** No entry is begun from this instant on (UTC ms), so that orders need not wait for a long outbox. */
  readonly until: number;
  readonly atOnce?: number;
}

export interface Replayed {
  /** Entries that BigCommerce was told, found told, or that yielded. */
  readonly ended: number;
  readonly sent: number;
  /** Whether entries are due that there was no time for. */
  readonly isMore: boolean;
  /** What stopped it; null where nothing did. */
  readonly problem: unknown;
}

/** Enough to use a quota up that allows 15 requests a second, over a line on which each takes most of a second. */
const AT_ONCE = 12;

/** Five entries in a row that cannot be asked about are no longer the entries' own trouble. */
const MOST_FAILURES = 5;

interface Run {
  ended: number;
  sent: number;
  failures: number;
  problem: unknown;
}

export const replay = async (deps: ReplayDeps, { until, atOnce = AT_ONCE }: ReplayLimits): Promise<Replayed> => {
  const { client, clock } = deps;
  const run: Run = { ended: 0, sent: 0, failures: 0, problem: null };
  const waiting = due(deps);
  const mayGoOn = () => run.problem === null && clock() < until;
  const worker = async (): Promise<void> => {
    for (let entry = takeWhile(waiting, mayGoOn); entry; entry = takeWhile(waiting, mayGoOn)) {
      await tellOrder(deps, run, entry, mayGoOn);
    }
  };
  const workers = Array.from({ length: Math.min(atOnce, waiting.length) }, () => worker().catch(stopWith(run)));
  if (workers.length > 0) await client.hurry(() => Promise.all(workers));
  const { ended, sent, problem } = run;
  return { ended, sent, problem, isMore: problem === null && clock() >= until && isReplayDue(deps) };
};

/** Whether `replay` would ask anything of BigCommerce now. */
export const isReplayDue = (deps: Pick<ReplayDeps, 'db' | 'linkKey' | 'clock'>): boolean => due(deps).length > 0;

const due = ({ db, linkKey, clock }: Pick<ReplayDeps, 'db' | 'linkKey' | 'clock'>): OutboxEntry[] => {
  const now = clock();
  return dueEntries(db, linkKey, { now, latest: now + LONGEST_PLAN_MS });
};

const takeWhile = (waiting: OutboxEntry[], mayGoOn: () => boolean): OutboxEntry | undefined =>
  mayGoOn() ? waiting.shift() : undefined;

const stopWith =
  (run: Run) =>
  (error: unknown): void => {
    run.problem ??= error;
  };

/** The entries of one order, in order, until one is not to go out now. */
const tellOrder = async (deps: ReplayDeps, run: Run, first: OutboxEntry, mayGoOn: () => boolean): Promise<void> => {
  const { db, linkKey, clock, onChanged } = deps;
  let entry: OutboxEntry | undefined = first;
  while (entry) {
    const outcome = await tellOrVerify(deps, run, entry).finally(onChanged);
    if (outcome === 'waits' || !mayGoOn()) return;
    const next = firstEntryOf(db, linkKey, entry.orderId);
    entry = next && isDue(next, clock()) ? next : undefined;
  }
};

const isDue = ({ state, nextAttemptAt }: OutboxEntry, now: number): boolean =>
  state !== 'parked' && nextAttemptAt !== null && nextAttemptAt <= now;

const tellOrVerify = async (deps: ReplayDeps, run: Run, entry: OutboxEntry): Promise<Outcome> => {
  try {
    const outcome = await (entry.state === 'sending' ? verifyEffect : tellEntry)(deps, entry);
    run.failures = 0;
    if (outcome === 'sent') run.sent += 1;
    if (outcome === 'sent' || outcome === 'yielded') run.ended += 1;
    return outcome;
  } catch (error) {
    noteTrouble(deps, run, entry, error);
    return 'waits';
  }
};

/** Trouble of them all stops the replay; trouble of one entry lets it wait for its next try. Throws what is neither. */
const noteTrouble = ({ db, clock, random }: ReplayDeps, run: Run, entry: OutboxEntry, error: unknown): void => {
  if (!(error instanceof StoreProblem)) throw error;
  const isEverybodys = ofThemAll.has(error.kind);
  if (!isEverybodys || error.kind === 'busy') {
    const delay = retryDelay({ tries: entry.attempts + 1, random: random(), askedMs: error.retryAfterMs });
    tryLater(db, entry, { nextAttemptAt: clock() + delay, answer: error.message });
  }
  run.failures += 1;
  if (isEverybodys || run.failures >= MOST_FAILURES) stopWith(run)(error);
};

const ofThemAll: ReadonlySet<StoreProblem['kind']> = new Set(['unreachable', 'token_refused', 'scope_missing', 'busy']);

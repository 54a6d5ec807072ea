import type { Reader } from '../store/connection.ts';
import { changesOfSteps, type FulfillmentStep, stepsOfFulfillment } from '../store/fulfillment-steps.ts';
import { stepSentence } from './step-sentence.ts';
import { instantView } from './views.ts';

interface Entry {
  readonly at: number;
  readonly what: string;
}

/** What happened to a sale, oldest first: in BigCommerce, at the import, and by staff with its goods. */
export const timelineOf = (db: Reader, saleKey: number): { at: string; what: string }[] => {
  const events = db.all<Entry>(
    `SELECT sold_at AS at, 'Order placed in BigCommerce.' AS what, 0 AS event_key
       FROM sales WHERE sale_key = :saleKey AND source = 'online'
     UNION ALL
     SELECT happened_at, detail, event_key FROM sale_events WHERE sale_key = :saleKey
      ORDER BY at, event_key`,
    { saleKey },
  );
  const fulfillments = db.all<{ fulfillmentKey: number }>(
    'SELECT fulfillment_key AS fulfillmentKey FROM fulfillments WHERE sale_key = :saleKey',
    { saleKey },
  );
  const steps = fulfillments.flatMap(({ fulfillmentKey }) => stepEntries(db, fulfillmentKey));
  return [...events, ...steps]
    .sort((one, other) => one.at - other.at)
    .map(({ at, what }) => ({ at: instantView(at), what }));
};

/** Thirty scans of one person are one entry, at the time of the last one. */
const stepEntries = (db: Reader, fulfillmentKey: number): Entry[] => {
  const changes = changesOfSteps(db, fulfillmentKey);
  const told: { step: FulfillmentStep; pieces: number }[] = [];
  for (const step of stepsOfFulfillment(db, fulfillmentKey)) {
    const pieces = piecesMoved(changes.get(step.stepKey) ?? []);
    const last = told.at(-1);
    if (last && goesOn(last.step, step)) told.splice(-1, 1, { step, pieces: last.pieces + pieces });
    else told.push({ step, pieces });
  }
  return told.map(({ step, pieces }) => ({ at: step.happenedAt, what: stepSentence(step, pieces) }));
};

/** A pause of that long begins another entry. */
const PAUSE_MS = 10 * 60_000;

const goesOn = (before: FulfillmentStep, step: FulfillmentStep): boolean =>
  (step.kind === 'pick' || step.kind === 'pack') &&
  before.kind === step.kind &&
  before.staffName === step.staffName &&
  step.happenedAt - before.happenedAt < PAUSE_MS;

const piecesMoved = (changes: readonly { picked: number; packed: number; fulfilled: number }[]): number =>
  changes.reduce((sum, { picked, packed, fulfilled }) => sum + Math.abs(fulfilled || picked || packed), 0);

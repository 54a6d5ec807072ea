import { Refusal } from '../../src/contract/fault.ts';
import { handOver, ship } from '../../src/main/commands/hand-goods-over.ts';
import { makeReady } from '../../src/main/commands/hold-shelf.ts';
import { undoStep } from '../../src/main/commands/look-after.ts';
import { pack, pick, putBack, type StepWithPieces } from '../../src/main/commands/pick-and-pack.ts';
import type { FulfilmentDesk } from '../../src/main/commands/take-step.ts';
import type { FulfillmentLine } from '../../src/main/domain/fulfillment-plan.ts';
import { putBackOf } from '../../src/main/domain/fulfillment-work.ts';
import { lastUndoable } from '../../src/main/domain/undoable-step.ts';
import { systemIdentity } from '../../src/main/identity.ts';
import type { Connection } from '../../src/main/store/connection.ts';
import { stepsOfFulfillment } from '../../src/main/store/fulfillment-steps.ts';
import { fulfillmentById, linesOfFulfillment, type StoredFulfillment } from '../../src/main/store/fulfillments.ts';
import type { Chance } from '../random.ts';

/** A fulfillment that somebody stands before. */
interface Before {
  readonly desk: FulfilmentDesk;
  readonly chance: Chance;
  readonly fulfillment: StoredFulfillment;
  readonly lines: readonly FulfillmentLine[];
}

/** One step with a fulfillment chosen by chance; what the rules refuse is refused here as it is at the till. */
export const workOnSomething = (db: Connection, chance: Chance, now: number): void => {
  const ids = db.all<{ id: string }>(
    `SELECT fulfillment_id AS id FROM fulfillments WHERE status IN ('new', 'picking', 'packed') OR put_back > 0`,
  );
  const fulfillment = fulfillmentById(db, chance.of(ids)?.id ?? '');
  if (!fulfillment) return;
  const desk: FulfilmentDesk = { db, identity: systemIdentity, now, by: 'Ada', isManager: chance.happens(0.2) };
  const before = { desk, chance, fulfillment, lines: linesOfFulfillment(db, fulfillment.fulfillmentKey) };
  try {
    if (!tidyUp(before)) goOn(before);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
};

const leftOn = ({ lines }: Before, of: (line: FulfillmentLine) => number): StepWithPieces['lines'] =>
  lines.flatMap((line) => (of(line) > 0 ? [{ lineId: line.lineId, quantity: of(line) }] : []));

/** Puts back what is not wanted any more, or takes the last step back now and then. */
const tidyUp = (before: Before): boolean => {
  const { desk, chance, fulfillment } = before;
  const back = leftOn(before, (line) => putBackOf(line, fulfillment.status));
  if (back.length > 0) {
    putBack(desk, { ...fulfillment, lines: back });
    return true;
  }
  const last = lastUndoable(stepsOfFulfillment(desk.db, fulfillment.fulfillmentKey));
  if (!last || !chance.happens(0.08)) return false;
  undoStep(desk, { ...fulfillment, stepId: last.stepId });
  return true;
};

const goOn = (before: Before): void => {
  const { desk, fulfillment } = before;
  const toPick = leftOn(before, (line) => line.ordered - line.picked);
  if (fulfillment.status === 'packed') letGo(before);
  else if (toPick.length > 0) pick(desk, { ...fulfillment, lines: toPick });
  else pack(desk, { ...fulfillment, lines: leftOn(before, (line) => line.picked - line.packed) });
};

const letGo = (before: Before): void => {
  const { desk, chance, fulfillment } = before;
  const { fulfillmentId, version, type } = fulfillment;
  const override = desk.isManager ? { override: { reason: 'Known customer' } } : {};
  const on = { fulfillmentId, version, ...override };
  if (type === 'delivery') {
    const packed = leftOn(before, (line) => line.packed - line.fulfilled);
    const part = chance.happens(0.3) ? { lines: packed.slice(0, 1) } : {};
    ship(desk, { ...on, ...part, trackingNumber: `T${chance.below(1e6)}`, carrier: 'ups' });
  } else if (chance.happens(0.4)) makeReady(desk, { ...on, shelfCode: 'A1' });
  else handOver(desk, { ...on, recipientName: 'Grace' });
};

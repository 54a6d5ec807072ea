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
import { fulfillmentById, linesOfFulfillment } from '../../src/main/store/fulfillments.ts';
import type { Chance } from '../random.ts';

/** One step with a fulfillment chosen by chance; what the rules refuse is refused here as it is at the till. */
export const workOnSomething = (db: Connection, chance: Chance, now: number): void => {
  const ids = db.all<{ id: string }>(
    `SELECT fulfillment_id AS id FROM fulfillments WHERE status IN ('new', 'picking', 'packed') OR put_back > 0`,
  );
  const fulfillment = fulfillmentById(db, chance.of(ids)?.id ?? '');
  if (!fulfillment) return;
  const desk: FulfilmentDesk = { db, identity: systemIdentity, now, by: 'Ada', isManager: chance.happens(0.2) };
  const lines = linesOfFulfillment(db, fulfillment.fulfillmentKey);
  const left = (of: (line: FulfillmentLine) => number): StepWithPieces['lines'] =>
    lines.flatMap((line) => (of(line) > 0 ? [{ lineId: line.lineId, quantity: of(line) }] : []));
  const on = { fulfillmentId: fulfillment.fulfillmentId, version: fulfillment.version };
  const override = desk.isManager ? { override: { reason: 'Known customer' } } : {};
  const doIt = () => {
    const back = left((line) => putBackOf(line, fulfillment.status));
    if (back.length > 0) return putBack(desk, { ...on, lines: back });
    const last = lastUndoable(stepsOfFulfillment(db, fulfillment.fulfillmentKey));
    if (last && chance.happens(0.08)) return undoStep(desk, { ...on, stepId: last.stepId });
    if (fulfillment.status === 'packed') {
      if (fulfillment.type === 'delivery') {
        const packed = left((line) => line.packed - line.fulfilled);
        const part = chance.happens(0.3) ? { lines: packed.slice(0, 1) } : {};
        return ship(desk, { ...on, ...part, ...override, trackingNumber: `T${chance.below(1e6)}`, carrier: 'ups' });
      }
      if (chance.happens(0.4)) return makeReady(desk, { ...on, shelfCode: 'A1' });
      return handOver(desk, { ...on, ...override, recipientName: 'Grace' });
    }
    const toPick = left((line) => line.ordered - line.picked);
    return toPick.length > 0
      ? pick(desk, { ...on, lines: toPick })
      : pack(desk, { ...on, lines: left((line) => line.picked - line.packed) });
  };
  try {
    doIt();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
};

import type { LineChange } from '../domain/fulfillment-work.ts';
import type { Reader, Writer } from './connection.ts';
import { recordStepEvidence } from './evidence.ts';
import type { FulfillmentCare } from './fulfillments.ts';

export type StepKind =
  | 'start'
  | 'pick'
  | 'unpick'
  | 'pack'
  | 'unpack'
  | 'ship'
  | 'ready'
  | 'hand_over'
  | 'put_back'
  | 'return_to_stock'
  | 'cannot_fulfil'
  | 'assign'
  | 'note'
  | 'undo';

/** What a step says besides its pieces; each kind has some of it. */
export interface StepDetail {
  readonly trackingNumber?: string;
  readonly carrier?: string;
  readonly recipientName?: string;
  readonly shelfCode?: string;
  readonly reason?: string;
  readonly to?: string | null;
  readonly text?: string;
  /** A manager's reason for letting goods leave that were locked. */
  readonly override?: string;
  /** What the step changed of the fulfillment as a whole, as it was before: to take it back. */
  readonly before?: Partial<FulfillmentCare>;
}

/** One thing that staff did with a fulfillment. Append-only. `happenedAt` is UTC ms. */
export interface FulfillmentStep {
  readonly stepKey: number;
  readonly stepId: string;
  readonly fulfillmentKey: number;
  readonly registerKey: number;
  readonly kind: StepKind;
  /** Null where nobody was signed in. */
  readonly staffName: string | null;
  readonly happenedAt: number;
  readonly detail: StepDetail;
  readonly undoesStepKey: number | null;
}

interface StepRow extends Omit<FulfillmentStep, 'detail'> {
  readonly detail: string;
}

/** Writes a step, and the evidence of it. */
export const insertStep = (
  db: Writer,
  { detail, ...step }: Omit<FulfillmentStep, 'stepKey'>,
  changed: readonly LineChange[],
): number => {
  const { lastKey: stepKey } = db.run(
    `INSERT INTO fulfillment_steps
            (step_id, fulfillment_key, register_key, kind, staff_name, happened_at, detail, undoes_step_key)
     VALUES (:stepId, :fulfillmentKey, :registerKey, :kind, :staffName, :happenedAt, :detail, :undoesStepKey)`,
    { ...step, detail: JSON.stringify(detail) },
  );
  for (const change of changed) {
    db.run(
      `INSERT INTO fulfillment_step_lines (step_key, line_id, picked, packed, fulfilled)
       VALUES (:stepKey, :lineId, :picked, :packed, :fulfilled)`,
      { ...change, stepKey },
    );
  }
  recordStepEvidence(db, step.stepId, step.happenedAt);
  return stepKey;
};

/** Every step of a fulfillment, oldest first. */
export const stepsOfFulfillment = (db: Reader, fulfillmentKey: number): FulfillmentStep[] =>
  db
    .all<StepRow>(
      `SELECT step_key AS stepKey, step_id AS stepId, fulfillment_key AS fulfillmentKey, register_key AS registerKey, kind,
              staff_name AS staffName, happened_at AS happenedAt, detail, undoes_step_key AS undoesStepKey
         FROM fulfillment_steps WHERE fulfillment_key = :fulfillmentKey ORDER BY step_key`,
      { fulfillmentKey },
    )
    .map((row) => ({ ...row, detail: detailOf(row.detail) }));

/** What the step of a key changed, line by line. */
export const changesOf = (db: Reader, stepKey: number): LineChange[] =>
  db.all<LineChange>(
    'SELECT line_id AS lineId, picked, packed, fulfilled FROM fulfillment_step_lines WHERE step_key = :stepKey ORDER BY line_id',
    { stepKey },
  );

/** The same for every step of a fulfillment, by key. */
export const changesOfSteps = (db: Reader, fulfillmentKey: number): ReadonlyMap<number, LineChange[]> =>
  Map.groupBy(
    db.all<LineChange & { readonly stepKey: number }>(
      `SELECT l.step_key AS stepKey, l.line_id AS lineId, l.picked, l.packed, l.fulfilled
         FROM fulfillment_step_lines l JOIN fulfillment_steps s ON s.step_key = l.step_key
        WHERE s.fulfillment_key = :fulfillmentKey ORDER BY l.step_key, l.line_id`,
      { fulfillmentKey },
    ),
    ({ stepKey }) => stepKey,
  );

/** Pieces of each line that left by steps of staff, over all fulfillments of a sale; what BigCommerce said left is not in it. */
export const leftHere = (db: Reader, saleKey: number): ReadonlyMap<string, number> =>
  new Map(
    db
      .all<{ lineId: string; pieces: number }>(
        `SELECT l.line_id AS lineId, sum(l.fulfilled) AS pieces
           FROM fulfillments f
           JOIN fulfillment_steps s ON s.fulfillment_key = f.fulfillment_key
           JOIN fulfillment_step_lines l ON l.step_key = s.step_key
          WHERE f.sale_key = :saleKey GROUP BY l.line_id`,
        { saleKey },
      )
      .map(({ lineId, pieces }) => [lineId, pieces]),
  );

/** Only what is known is taken from the file (design law 10); what a later version adds does not hurt this one. */
const detailOf = (json: string): StepDetail => {
  const parsed: unknown = JSON.parse(json);
  return typeof parsed === 'object' && parsed !== null ? parsed : {};
};

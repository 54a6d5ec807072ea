import { Refusal } from '../../contract/fault.ts';
import {
  type FulfillmentLine,
  type FulfillmentStatus,
  isOpen,
  leastAdvanced,
  progressStatus,
} from '../domain/fulfillment-plan.ts';
import {
  changesOfStep,
  isRefused,
  type LineChange,
  type LineQuantity,
  type PieceStep,
  putBackIn,
  type StepRefused,
  withChanges,
} from '../domain/fulfillment-work.ts';
import type { WorkDesk } from '../store/audit.ts';
import { insertStep, type StepDetail, type StepKind } from '../store/fulfillment-steps.ts';
import {
  type FulfillmentCare,
  fulfillmentById,
  fulfillmentsOfSale,
  linesOfFulfillment,
  type StoredFulfillment,
  workOnFulfillment,
} from '../store/fulfillments.ts';
import { boundPlace } from '../store/links.ts';
import { type StoredSale, saleByKey, setFulfillmentStatus } from '../store/sales.ts';

/** Who works on a fulfillment, with what. */
export interface FulfilmentDesk extends WorkDesk {
  readonly isManager: boolean;
}

/** The fulfillment that is meant, in the version that the person saw. */
export interface StepOn {
  readonly fulfillmentId: string;
  readonly version: number;
}

/** A fulfillment as it is before a step. */
export interface InWork {
  readonly fulfillment: StoredFulfillment;
  readonly sale: StoredSale;
  readonly lines: readonly FulfillmentLine[];
}

/** What a step does. */
export interface Step {
  readonly kind: StepKind;
  readonly changed?: readonly LineChange[];
  /** What changes of the fulfillment as a whole. */
  readonly care?: Partial<FulfillmentCare>;
  readonly detail?: StepDetail;
  readonly undoesStepKey?: number;
}

/** A step that was written. */
export interface StepTaken extends InWork {
  readonly stepKey: number;
  readonly statusNow: FulfillmentStatus;
  readonly linesNow: readonly FulfillmentLine[];
}

/**
 * Takes one step with a fulfillment: its rows, the step itself and whatever `then` records with it in ONE transaction, which
 * is on the disk before this returns (R88). Nothing of it waits for a network (design law 3). Throws `not_found`,
 * `changed_meanwhile`, and what `plan` refuses; then nothing was changed.
 */
export const takeStep = (
  desk: FulfilmentDesk,
  { fulfillmentId, version }: StepOn,
  plan: (inWork: InWork) => Step,
  then: (taken: StepTaken) => void = () => undefined,
): void =>
  desk.db.transaction(() => {
    const inWork = fulfillmentInWork(desk, fulfillmentId);
    if (inWork.fulfillment.version !== version) throw new Refusal('changed_meanwhile');
    then(writeStep(desk, inWork, plan(inWork)));
  });

/** Throws `not_found`. */
export const fulfillmentInWork = ({ db }: FulfilmentDesk, fulfillmentId: string): InWork => {
  const fulfillment = fulfillmentById(db, fulfillmentId);
  const sale = fulfillment && saleByKey(db, fulfillment.saleKey);
  if (!sale) throw new Refusal('not_found');
  return { fulfillment, sale, lines: linesOfFulfillment(db, fulfillment.fulfillmentKey) };
};

/** Writes a step as it is; who calls it has checked that it may be taken. */
export const writeStep = (desk: FulfilmentDesk, inWork: InWork, step: Step): StepTaken => {
  const { db, identity, now, by } = desk;
  const { fulfillment, sale, lines } = inWork;
  const { fulfillmentKey } = fulfillment;
  const { kind, changed = [], care = {}, detail = {}, undoesStepKey = null } = step;
  const linesNow = withChanges(lines, changed);
  const cared = { ...careOf(fulfillment), ...care };
  const statusNow = statusAfter(fulfillment, linesNow, cared);
  workOnFulfillment(
    db,
    fulfillmentKey,
    {
      ...cared,
      readyAt: statusNow === 'packed' ? cared.readyAt : null,
      status: statusNow,
      alarm: isOpen(statusNow) ? fulfillment.alarm : 0,
      putBack: putBackIn(linesNow, statusNow),
    },
    changed,
  );
  const before = Object.fromEntries(
    Object.keys(care).map((field) => [field, fulfillment[field as keyof FulfillmentCare]]),
  );
  const stepKey = insertStep(
    db,
    {
      stepId: identity.next(),
      fulfillmentKey,
      registerKey: boundPlace(db)?.registerKey ?? sale.registerKey,
      kind,
      staffName: by,
      happenedAt: now,
      detail: Object.keys(before).length > 0 ? { ...detail, before } : detail,
      undoesStepKey,
    },
    changed,
  );
  showOnSale(desk, sale.saleKey);
  return { ...inWork, stepKey, statusNow, linesNow };
};

const careOf = ({ startedAt, assignedTo, readyAt, shelfCode, stuckReason }: StoredFulfillment): FulfillmentCare => ({
  startedAt,
  assignedTo,
  readyAt,
  shelfCode,
  stuckReason,
});

/** Cancelled is BigCommerce's word; the rest follows from the pieces. */
const statusAfter = (
  { status, digital }: StoredFulfillment,
  lines: readonly FulfillmentLine[],
  { startedAt }: FulfillmentCare,
): FulfillmentStatus => (status === 'cancelled' || digital === 1 ? status : progressStatus(lines, startedAt !== null));

const showOnSale = ({ db }: FulfilmentDesk, saleKey: number): void =>
  setFulfillmentStatus(db, saleKey, leastAdvanced(fulfillmentsOfSale(db, saleKey).map((each) => each.status)));

/** The changes of a step on pieces. Throws what the pieces do not allow, with the line and how many it could be. */
export const piecesOf = (step: PieceStep, inWork: InWork, wanted: readonly LineQuantity[]): readonly LineChange[] => {
  const { lines, fulfillment } = inWork;
  const outcome = changesOfStep(step, { lines, status: fulfillment.status }, wanted);
  if (isRefused(outcome)) throw refusalOf(outcome);
  return outcome;
};

const refusalOf = ({ reason, lineId, most }: StepRefused): Refusal =>
  new Refusal(reason, { field: lineId, ...(sentences[reason] ? { message: sentences[reason](most) } : {}) });

const sentences: Partial<Record<StepRefused['reason'], (most: number) => string>> = {
  too_many: (most) =>
    most === 0
      ? 'There is nothing left to do on that line.'
      : `Only ${most} can be done on that line. Check the quantity.`,
  not_picked: (most) =>
    most === 0
      ? 'Nothing of it is picked yet. Pick it first.'
      : `Only ${most} of it are picked. Pick the others first.`,
  not_packed: (most) =>
    most === 0
      ? 'Nothing of it is packed yet. Pack it first.'
      : `Only ${most} of it are packed. Pack the others first.`,
};

/** Refuses whatever moves goods towards the door once they are not wanted there (R64). */
export const requireWanted = ({ fulfillment, sale }: InWork): void => {
  if (sale.saleStatus === 'voided') throw new Refusal('sale_voided');
  if (fulfillment.status === 'cancelled' || fulfillment.digital === 1) throw new Refusal('nothing_left');
};

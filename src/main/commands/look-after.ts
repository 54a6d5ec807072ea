import { Refusal } from '../../contract/fault.ts';
import { faultCases } from '../../contract/fault-cases.ts';
import { reversed, withChanges } from '../domain/fulfillment-work.ts';
import { lastUndoable, mustBeUntold } from '../domain/undoable-step.ts';
import { changesOf, stepsOfFulfillment } from '../store/fulfillment-steps.ts';
import { isUntold, withdraw } from '../store/outbox.ts';
import { type FulfilmentDesk, fulfillmentInWork, type StepOn, takeStep, writeStep } from './take-step.ts';

/** It cannot be fulfilled, for that reason; with an empty one it can after all. */
export const cannotFulfil = (desk: FulfilmentDesk, { reason, ...on }: StepOn & { readonly reason: string }): void =>
  takeStep(desk, on, ({ fulfillment }) => {
    if (reason === '' && fulfillment.stuckReason === null) throw new Refusal('nothing_left');
    return { kind: 'cannot_fulfil', care: { stuckReason: reason || null }, detail: { reason } };
  });

/** Somebody takes it on; null for nobody. */
export const assign = (desk: FulfilmentDesk, { to, ...on }: StepOn & { readonly to: string | null }): void =>
  takeStep(desk, on, () => ({ kind: 'assign', care: { assignedTo: to }, detail: { to } }));

/** A note meets no other work, so it asks for no version. Throws `not_found`. */
export const addNote = (
  desk: FulfilmentDesk,
  { fulfillmentId, text }: { readonly fulfillmentId: string; readonly text: string },
): void =>
  desk.db.transaction(() => {
    writeStep(desk, fulfillmentInWork(desk, fulfillmentId), { kind: 'note', detail: { text } });
  });

const refuse = (message: string) => new Refusal('not_undoable', { message });

/**
 * Takes back the last step, and what it was to tell BigCommerce while nothing of that was ever sent (R92). Goods that left
 * and were told stay gone; a packed order that was told is unpacked here, and told once it is packed again. Throws
 * `not_undoable`, besides `takeStep`.
 */
export const undoStep = (desk: FulfilmentDesk, { stepId, ...on }: StepOn & { readonly stepId: string }): void =>
  takeStep(desk, on, ({ fulfillment, lines }) => {
    const { db, now } = desk;
    const last = lastUndoable(stepsOfFulfillment(db, fulfillment.fulfillmentKey));
    if (last?.stepId !== stepId) throw refuse(faultCases.not_last_step);
    const changed = reversed(changesOf(db, last.stepKey));
    const after = withChanges(lines, changed);
    const isSound = after.every(
      (line) => 0 <= line.fulfilled && line.fulfilled <= line.packed && line.packed <= line.picked,
    );
    if (!isSound) throw refuse(faultCases.order_changed_since);
    if (isUntold(db, last.stepKey)) withdraw(db, last.stepKey, now);
    else if (mustBeUntold(last.kind)) {
      throw refuse(faultCases.leaving_was_told);
    }
    return { kind: 'undo', changed, care: last.detail.before ?? {}, undoesStepKey: last.stepKey };
  });

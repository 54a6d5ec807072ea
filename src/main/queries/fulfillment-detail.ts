import { Refusal } from '../../contract/fault.ts';
import type { FulfillmentView } from '../../contract/fulfillments.ts';
import { lastUndoable, mustBeUntold } from '../domain/undoable-step.ts';
import type { Reader } from '../store/connection.ts';
import { changesOfSteps, type FulfillmentStep, stepsOfFulfillment } from '../store/fulfillment-steps.ts';
import { isUntold, statesOfStep } from '../store/outbox.ts';
import { type FulfillmentRow, fulfillmentColumns, fulfillmentSource, rowView } from './fulfillment-row.ts';
import { undoWords } from './step-sentence.ts';
import { timelineOf } from './timeline.ts';
import { instantView } from './views.ts';

interface Recipient {
  readonly method: string;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly customerMessage: string;
  readonly staffNotes: string;
}

/** One fulfillment with its address, lines, what was done with it, and its timeline. Throws `not_found`. */
export const getFulfillment = (db: Reader, fulfillmentId: string): FulfillmentView => {
  const row = db.get<FulfillmentRow & Recipient>(
    `SELECT ${fulfillmentColumns}, f.method, f.recipient_name AS name, f.recipient_address AS address,
            f.recipient_phone AS phone, f.recipient_email AS email, s.customer_message AS customerMessage,
            s.staff_notes AS staffNotes
     ${fulfillmentSource} WHERE f.fulfillment_id = :fulfillmentId`,
    { fulfillmentId },
  );
  if (!row) throw new Refusal('not_found');
  const steps = stepsOfFulfillment(db, row.fulfillmentKey);
  return {
    ...rowView(db, row),
    recipient: {
      name: row.name,
      addressLines: row.address.split('\n').filter(Boolean),
      phone: row.phone,
      email: row.email,
    },
    method: row.method,
    customerMessage: row.customerMessage,
    staffNotes: row.staffNotes,
    notes: notesOf(steps),
    handedOver: handedOverOf(db, row.fulfillmentKey, steps),
    undoable: undoableOf(db, steps),
    timeline: timelineOf(db, row.saleKey),
  };
};

const notesOf = (steps: readonly FulfillmentStep[]): FulfillmentView['notes'] =>
  steps
    .filter(({ kind }) => kind === 'note')
    .map(({ happenedAt, staffName, detail }) => ({
      at: instantView(happenedAt),
      by: staffName,
      text: detail.text ?? '',
    }));

/** What was taken back did not leave. */
const handedOverOf = (
  db: Reader,
  fulfillmentKey: number,
  steps: readonly FulfillmentStep[],
): FulfillmentView['handedOver'] => {
  const changes = changesOfSteps(db, fulfillmentKey);
  const undone = new Set(steps.map(({ undoesStepKey }) => undoesStepKey));
  return steps
    .filter(({ kind, stepKey }) => (kind === 'ship' || kind === 'hand_over') && !undone.has(stepKey))
    .map(({ stepKey, stepId, kind, happenedAt, staffName, detail }) => ({
      stepId,
      at: instantView(happenedAt),
      by: staffName,
      how: kind === 'ship' ? 'shipment' : 'in_person',
      recipientName: detail.recipientName ?? '',
      trackingNumber: detail.trackingNumber ?? '',
      carrier: detail.carrier ?? '',
      lines: (changes.get(stepKey) ?? []).map(({ lineId, fulfilled }) => ({ lineId, quantity: fulfilled })),
      told: toldOf(db, stepKey),
    }));
};

const toldOf = (db: Reader, stepKey: number): FulfillmentView['handedOver'][number]['told'] => {
  const states = statesOfStep(db, stepKey);
  if (states.length === 0) return null;
  if (states.includes('parked')) return 'parked';
  if (states.includes('pending') || states.includes('sending')) return 'waiting';
  return states.includes('sent') ? 'told' : 'not_told';
};

const undoableOf = (db: Reader, steps: readonly FulfillmentStep[]): FulfillmentView['undoable'] => {
  const last = lastUndoable(steps);
  if (!last || (mustBeUntold(last.kind) && !isUntold(db, last.stepKey))) return null;
  return { stepId: last.stepId, what: undoWords[last.kind] };
};

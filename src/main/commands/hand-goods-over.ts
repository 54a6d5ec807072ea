import { type FaultCode, Refusal } from '../../contract/fault.ts';
import { everythingFor, type LineChange, type LineQuantity } from '../domain/fulfillment-work.ts';
import { type HandOverLock, handOverLockOf } from '../domain/hand-over-lock.ts';
import { recordAudit } from '../store/audit.ts';
import { type FulfilmentDesk, type InWork, piecesOf, requireWanted, type StepOn, takeStep } from './take-step.ts';
import { addressIdOf, tellHandedOver, tellShipped } from './tell-bigcommerce.ts';

/** A manager's word that locked goods may leave (R70, R91). */
interface MayOverride {
  readonly override?: { readonly reason: string } | undefined;
}

const faultOfLock: Readonly<Record<HandOverLock, FaultCode>> = {
  not_paid: 'not_paid',
  refunded: 'money_returned',
  on_hold: 'on_hold',
};

/**
 * Refuses goods that may not leave yet, unless a manager overrides, which is audited (R6). Answers with what the step is to
 * remember of it. Throws `not_paid`, `money_returned`, `on_hold`, `manager_needed`.
 */
const requireUnlocked = (desk: FulfilmentDesk, { sale }: InWork, { override }: MayOverride): { override?: string } => {
  const lock = handOverLockOf({ paymentState: sale.paymentState, onHold: sale.onHold === 1 });
  if (lock === null) return {};
  if (!override) throw new Refusal(faultOfLock[lock]);
  if (!desk.isManager) throw new Refusal('manager_needed');
  recordAudit(desk, {
    what: 'fulfillments.override',
    subject: `Order ${sale.orderId}`,
    before: { locked: lockWords[lock] },
    after: { reason: override.reason },
  });
  return { override: override.reason };
};

const lockWords: Readonly<Record<HandOverLock, string>> = {
  not_paid: 'not paid',
  refunded: 'money returned',
  on_hold: 'on hold in BigCommerce',
};

/** What leaves: what is named, or everything that is packed. Throws `not_packed`, `nothing_left`, `too_many`. */
const leaving = (inWork: InWork, lines: readonly LineQuantity[] | undefined): readonly LineChange[] => {
  const { fulfillment } = inWork;
  const wanted = lines ?? everythingFor('hand_over', { lines: inWork.lines, status: fulfillment.status });
  if (wanted.length > 0) return piecesOf('hand_over', inWork, wanted);
  const isDone = inWork.lines.every((line) => line.fulfilled >= line.ordered);
  throw new Refusal(isDone ? 'nothing_left' : 'not_packed');
};

interface Parcel extends StepOn, MayOverride {
  readonly lines?: readonly LineQuantity[] | undefined;
  readonly trackingNumber: string;
  readonly carrier: string;
}

/** A parcel left (R93). Throws, besides `takeStep`, what keeps goods here, and `invalid_input` where nothing is sent. */
export const ship = (desk: FulfilmentDesk, { lines, trackingNumber, carrier, override, ...on }: Parcel): void => {
  let changed: readonly LineChange[] = [];
  takeStep(
    desk,
    on,
    (inWork) => {
      requireWanted(inWork);
      if (addressIdOf(inWork.fulfillment.consignmentId) === null) {
        throw new Refusal('invalid_input', { message: 'It has no address to be sent to. Hand it over instead.' });
      }
      changed = leaving(inWork, lines);
      const overridden = requireUnlocked(desk, inWork, { override });
      return { kind: 'ship', changed, detail: { trackingNumber, carrier, ...overridden } };
    },
    (taken) => tellShipped(desk, taken, { changed, trackingNumber, carrier }),
  );
};

/** Everything packed went to somebody in person, from the hold shelf or the counter (R93). */
export const handOver = (
  desk: FulfilmentDesk,
  { recipientName, override, ...on }: StepOn & MayOverride & { readonly recipientName: string },
): void =>
  takeStep(
    desk,
    on,
    (inWork) => {
      requireWanted(inWork);
      const changed = leaving(inWork, undefined);
      const overridden = requireUnlocked(desk, inWork, { override });
      const name = recipientName || inWork.fulfillment.recipientName;
      const care = { readyAt: null, shelfCode: null };
      return { kind: 'hand_over', changed, care, detail: { recipientName: name, ...overridden } };
    },
    (taken) => tellHandedOver(desk, taken),
  );

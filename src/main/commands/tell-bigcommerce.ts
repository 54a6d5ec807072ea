import { leastAdvanced } from '../domain/fulfillment-plan.ts';
import type { LineChange } from '../domain/fulfillment-work.ts';
import type { Telling, WritableStatus } from '../domain/write-back.ts';
import { fulfillmentsOfSale, linesOfFulfillment } from '../store/fulfillments.ts';
import { enqueue } from '../store/outbox.ts';
import { writeBack } from '../store/write-back.ts';
import type { FulfilmentDesk, StepTaken } from './take-step.ts';

/**
 * Adds what a step is to tell BigCommerce to the outbox, in the step's own transaction, as the settings say (R95). A status
 * is the whole order's, so it is told when the last of its fulfillments has come so far.
 */
export const tellPacked = (desk: FulfilmentDesk, taken: StepTaken): void => {
  const { fulfillment, statusNow } = taken;
  if (fulfillment.status === 'packed' || statusNow !== 'packed') return;
  const stored = fulfillmentsOfSale(desk.db, taken.sale.saleKey);
  if (leastAdvanced(stored.map(({ status }) => status)) !== 'packed') return;
  // Where a part has left, BigCommerce knows more than "packed" by its shipment.
  const lines = stored.flatMap(({ fulfillmentKey }) => linesOfFulfillment(desk.db, fulfillmentKey));
  if (lines.some((line) => line.fulfilled > 0)) return;
  const { packedDelivery, packedPickup } = writeBack(desk.db);
  tellStatus(desk, taken, fulfillment.type === 'pickup' ? packedPickup : packedDelivery, 'packed');
};

export const tellHandedOver = (desk: FulfilmentDesk, taken: StepTaken): void => {
  const statuses = fulfillmentsOfSale(desk.db, taken.sale.saleKey).map(({ status }) => status);
  if (leastAdvanced(statuses) === 'fulfilled') {
    tellStatus(desk, taken, writeBack(desk.db).handedOver, 'handed_over');
  }
};

/** The address of a consignment by BigCommerce's number; null for a pickup that has none (bigcommerce.md §6.3). */
export const addressIdOf = (consignmentId: string): number | null => {
  const [, id] = /^address:(\d+)$/.exec(consignmentId) ?? [];
  return id === undefined ? null : Number(id);
};

export const tellShipped = (
  desk: FulfilmentDesk,
  taken: StepTaken,
  parcel: { readonly changed: readonly LineChange[]; readonly trackingNumber: string; readonly carrier: string },
): void => {
  const addressId = addressIdOf(taken.fulfillment.consignmentId);
  if (addressId === null || !writeBack(desk.db).shipment) return;
  const { trackingNumber, carrier } = parcel;
  const items = parcel.changed.map(({ lineId, fulfilled }) => ({ lineId: Number(lineId), quantity: fulfilled }));
  tell(desk, taken, { kind: 'shipment', addressId, items, trackingNumber, carrier });
};

const tellStatus = (
  desk: FulfilmentDesk,
  taken: StepTaken,
  statusId: WritableStatus | null,
  because: 'packed' | 'handed_over',
): void => {
  if (statusId !== null) tell(desk, taken, { kind: 'status', statusId, because });
};

const tell = (
  { db, identity, now }: FulfilmentDesk,
  { sale, fulfillment, stepKey }: StepTaken,
  telling: Telling,
): void => {
  const { linkKey, orderId, saleKey } = sale;
  const { fulfillmentKey } = fulfillment;
  enqueue(db, {
    entryId: identity.next(),
    linkKey,
    orderId,
    saleKey,
    fulfillmentKey,
    stepKey,
    telling,
    createdAt: now,
  });
};

import type { Consignment, Order, OrderLine } from './order.ts';
import type { OrderStatus } from './order-status.ts';
import { bundleLineIds } from './sale-lines.ts';

export type FulfillmentStatus = 'new' | 'picking' | 'packed' | 'fulfilled' | 'cancelled';

/** How far the goods of one line are, in pieces; each step includes the later ones. */
export interface LineProgress {
  readonly picked: number;
  readonly packed: number;
  readonly fulfilled: number;
}

export interface FulfillmentLine extends LineProgress {
  readonly lineId: string;
  readonly ordered: number;
}

/** What an order asks to be handed over at one address or pickup place. */
export interface FulfillmentTarget {
  /** `digital` for an order of downloads and gift certificates: nothing to pick, and on both screens still (R15). */
  readonly consignmentId: string;
  readonly consignment: Consignment | null;
  readonly status: FulfillmentStatus;
  readonly lines: readonly FulfillmentLine[];
}

const none: LineProgress = { picked: 0, packed: 0, fulfilled: 0 };

/** What was recorded here so far. */
export interface ProgressSoFar {
  /** By order line id. */
  readonly ofLine: (lineId: string) => LineProgress | undefined;
  /** Whether somebody has taken it into work, be it without a piece yet. */
  readonly isStarted: (consignmentId: string) => boolean;
}

/** Nothing was done here yet. */
export const noProgress: ProgressSoFar = { ofLine: () => undefined, isStarted: () => false };

/**
 * One fulfillment per consignment (R15). What staff recorded here stays; goods that BigCommerce says have left count
 * as handed over. The statuses Awaiting Shipment and Awaiting Pickup do not move it: picking and packing are facts of
 * this shop's scanners.
 */
export const fulfillmentsOf = (
  order: Order,
  status: OrderStatus,
  returned: (lineId: number) => number,
  progress: ProgressSoFar,
): FulfillmentTarget[] => {
  const bundles = bundleLineIds(order);
  const goods = order.lines.filter((line) => line.kind === 'physical' && !bundles.has(line.lineId));
  const voided = status.sale === 'voided';
  const targets = order.consignments.flatMap((consignment) => {
    const lines = goods
      .filter((line) => line.consignmentId === consignment.consignmentId)
      .map((line) =>
        fulfillmentLine(line, status, returned(line.lineId), progress.ofLine(String(line.lineId)) ?? none),
      );
    if (lines.length === 0) return [];
    const target: FulfillmentTarget = {
      consignmentId: consignment.consignmentId,
      consignment,
      status: voided ? 'cancelled' : progressStatus(lines, progress.isStarted(consignment.consignmentId)),
      lines,
    };
    return [target];
  });
  if (targets.length > 0) return targets;
  return [{ consignmentId: 'digital', consignment: null, status: voided ? 'cancelled' : 'fulfilled', lines: [] }];
};

const fulfillmentLine = (
  line: OrderLine,
  status: OrderStatus,
  returned: number,
  soFar: LineProgress,
): FulfillmentLine => {
  const wanted = line.quantity - returned;
  const left = status.handedOver ? Math.max(wanted, line.shipped) : line.shipped;
  const fulfilled = Math.max(soFar.fulfilled, left);
  const packed = Math.max(soFar.packed, fulfilled);
  return {
    lineId: String(line.lineId),
    ordered: Math.max(wanted, fulfilled),
    picked: Math.max(soFar.picked, packed),
    packed,
    fulfilled,
  };
};

/** The status that the quantities of a fulfillment add up to. Nothing left to hand over means cancelled. */
export const progressStatus = (lines: readonly FulfillmentLine[], isStarted: boolean): FulfillmentStatus => {
  const every = (reached: (line: FulfillmentLine) => number) => lines.every((line) => reached(line) >= line.ordered);
  if (lines.every((line) => line.ordered === 0)) return 'cancelled';
  if (every((line) => line.fulfilled)) return 'fulfilled';
  if (every((line) => line.packed)) return 'packed';
  return isStarted || lines.some((line) => line.picked > 0) ? 'picking' : 'new';
};

const steps: readonly FulfillmentStatus[] = ['new', 'picking', 'packed', 'fulfilled', 'cancelled'];

/** Of several fulfillments the sale shows the one that needs most work; cancelled only when all are. */
export const leastAdvanced = (statuses: readonly FulfillmentStatus[]): FulfillmentStatus | null =>
  steps.find((step) => statuses.includes(step)) ?? null;

/** Whether there is still something to do for it. */
export const isOpen = (status: FulfillmentStatus): boolean => status !== 'fulfilled' && status !== 'cancelled';

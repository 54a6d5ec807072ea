import { fulfillmentsOf, type HandedOver, handedOverNow, type ModelFulfillment } from './model-fulfillments.ts';
import { isStocked, type ProductKey, productKey, type SaleLines, saleLines } from './model-lines.ts';
import { type ModelPayment, type ModelReturn, paymentState, returnOf, tendersOf } from './model-payments.ts';
import { givenBack, sum, units, type WebOrder } from './web-order.ts';

/**
 * What the app must show of an order, from requirements C–F alone: the latest state of the order decides (R71), with the
 * few facts of the past that a rule names. It shares no code with the app.
 */

/** Where a sale is recorded (R3). */
export interface Place {
  readonly outletId: string;
  readonly registerId: string;
}

/** What the past decides about an order. */
export interface Memory {
  /** The binding when it was imported; null while it is not here (R7). */
  readonly place: Place | null;
  /** Whether it was ever a sale: only then does a void give stock back (R61, R64). */
  readonly everClosed: boolean;
  readonly handedOver: HandedOver;
  /** As it was when it was last seen finished; null while it was not. */
  readonly order: WebOrder | null;
}

export interface ModelSale {
  readonly saleStatus: 'closed' | 'voided';
  readonly bigcommerceStatusId: number;
  /** Null where it fell back to 0 or 1: no rule says. */
  readonly onHold: boolean | null;
  readonly place: Place;
  readonly soldAt: string;
  readonly currency: string;
  readonly total: number;
  readonly tax: number;
  readonly lines: SaleLines;
  readonly payments: readonly ModelPayment[];
  /** Null for a voided sale: no rule says what it is called. */
  readonly paymentState: string | null;
  readonly balanceDue: number | null;
  /** Null where the order was voided before it was ever a sale. */
  readonly returns: readonly ModelReturn[] | null;
  /** Pieces that this order has taken out of the outlet, of each product that it moved. */
  readonly taken: Readonly<Record<ProductKey, number>>;
  readonly fulfillments: readonly ModelFulfillment[];
}

export const nothingYet: Memory = {
  place: null,
  everClosed: false,
  handedOver: new Map(),
  order: null,
};

const voidedStatuses = new Set([5, 6]);
const unfinished = new Set([0, 1]);

/** Whether an order from before the link stays out: all but those that were Incomplete or Pending then (R74–R75). */
export const staysOut = (statusIdAtLink: number | null): boolean =>
  statusIdAtLink !== null && !unfinished.has(statusIdAtLink);

/**
 * What is known once a pull has seen the order as it is now. One at 0 or 1 is watched, or stays the sale that it was
 * when it was last finished (R60, R69).
 */
export const afterPull = (memory: Memory, now: WebOrder, binding: Place): Memory => {
  if (unfinished.has(now.status_id)) return memory;
  const voided = voidedStatuses.has(now.status_id);
  return {
    place: memory.place ?? binding,
    order: now,
    everClosed: memory.everClosed || !voided,
    handedOver: handedOverNow(now, memory.handedOver),
  };
};

/** The sale that an order has to be; null for one that is not here. */
export const saleOf = ({ place, order, everClosed, handedOver }: Memory, statusIdNow: number): ModelSale | null => {
  if (place === null || order === null) return null;
  const voided = voidedStatuses.has(order.status_id);
  const total = units(order.total_inc_tax);
  const payments = voided ? [] : tendersOf(order);
  const paid = sum(payments.map((payment) => payment.amount));
  const returns = order.refunds.map(returnOf);
  const refunded = sum(returns.map((each) => each.amount));
  return {
    saleStatus: voided ? 'voided' : 'closed',
    bigcommerceStatusId: statusIdNow,
    onHold: unfinished.has(statusIdNow) ? null : statusIdNow === 12 || statusIdNow === 13,
    place,
    soldAt: new Date(order.date_created).toISOString(),
    currency: order.default_currency_code,
    total,
    tax: units(order.total_tax),
    lines: saleLines(order),
    payments,
    paymentState: voided ? null : paymentState(total, paid, refunded),
    balanceDue: voided ? null : total - paid,
    returns: everClosed ? returns : null,
    taken: voided ? {} : takenBy(order),
    fulfillments: everClosed ? fulfillmentsOf(order, handedOver, voided) : [],
  };
};

/** Sold and not given back, of each stocked product (R27, R65). */
const takenBy = (order: WebOrder): Record<ProductKey, number> => {
  const taken: Record<ProductKey, number> = {};
  for (const line of order.products) {
    if (!isStocked(order, line)) continue;
    const left = Math.max(0, line.quantity - givenBack(order, line.id));
    taken[productKey(line)] = (taken[productKey(line)] ?? 0) + left;
  }
  return Object.fromEntries(Object.entries(taken).filter(([, quantity]) => quantity !== 0));
};

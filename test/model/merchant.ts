import type { PracticeStore } from '../../src/practice-store/practice-store.ts';
import { draftOf, lineDraftOf } from './draft-of.ts';
import type { History, Step } from './history.ts';
import { givenBack, sum, units, type WebLine, type WebOrder } from './web-order.ts';

/** The orders of one history, and whoever changes them in BigCommerce. */
export interface Merchant {
  readonly owner: number;
  readonly orderIds: readonly number[];
  readonly place: (plan: History['first']) => void;
  /** Does a step where it makes sense; false where BigCommerce would not let it happen. */
  readonly perform: (step: Step) => boolean;
}

export const newMerchant = (store: PracticeStore, owner: number, wait: (seconds: number) => void): Merchant => {
  const orderIds: number[] = [];
  const place = (plan: History['first']): void => {
    orderIds.push(store.placeOrder(draftOf(plan, owner)));
  };
  const perform = (step: Step): boolean => {
    if (step.do === 'wait') {
      wait(step.seconds);
      return true;
    }
    if (step.do === 'place') {
      place(step.plan);
      return true;
    }
    const orderId = orderIds[step.order % orderIds.length];
    if (orderId === undefined) return false;
    const order: WebOrder = store.order(orderId);
    // An archived order is out of everybody's reach.
    return order.is_deleted ? false : change(store, order, step, owner);
  };
  return { owner, orderIds, place, perform };
};

type Change<D extends Step['do']> = (
  store: PracticeStore,
  order: WebOrder,
  step: Extract<Step, { do: D }>,
  owner: number,
) => boolean;

const change = (
  store: PracticeStore,
  order: WebOrder,
  step: Exclude<Step, { do: 'wait' | 'place' }>,
  owner: number,
): boolean => {
  switch (step.do) {
    case 'ship':
      return ship(store, order, step, owner);
    case 'refund':
      return refund(store, order, step, owner);
    case 'quantity':
      return setQuantity(store, order, step, owner);
    case 'add line':
      return addLine(store, order, step, owner);
    case 'status':
      store.setStatus(order.id, step.to);
      return true;
    default:
      store[step.do](order.id);
      return true;
  }
};

/** Goods need a place to go to, which an order of downloads has not. */
const addLine: Change<'add line'> = (store, order, { line }, owner) => {
  const goesSomewhere =
    order.shipping_addresses.length > 0 || order.products.some((each) => each.order_pickup_method_id > 0);
  if (!goesSomewhere) return false;
  store.editLines(order.id, { add: [lineDraftOf(line, owner, order.default_currency_code)] });
  return true;
};

const notASale = new Set([0, 1, 5, 6]);

const beyondShipping = new Set([0, 1, 4, 5, 6]);

const ship: Change<'ship'> = (store, order, { what, address }) => {
  const parcel = order.shipping_addresses[address % Math.max(1, order.shipping_addresses.length)];
  if (parcel === undefined || beyondShipping.has(order.status_id)) return false;
  const items = order.products
    .filter((line) => line.order_address_id === parcel.id && leftToShip(order, line) > 0)
    .map((line) => ({ lineId: line.id, quantity: what === 'all' ? leftToShip(order, line) : 1 }));
  if (items.length === 0) return false;
  store.ship(order.id, { addressId: parcel.id, items: what === 'all' ? items : items.slice(0, 1) });
  return true;
};

const leftToShip = (order: WebOrder, line: WebLine): number =>
  line.quantity - line.quantity_shipped - givenBack(order, line.id);

const refundedMoney = (order: WebOrder): number => sum(order.refunds.map((each) => units(each.total_amount)));

/** Only money that came in goes back, and not more of it. */
const refund: Change<'refund'> = (store, order, { what, line, quantity, declined, ...step }) => {
  // A refund that makes a sale of an order, and tells no list, waits for the check-up (docs/decisions/0013).
  const silent = step.silent && !notASale.has(order.status_id);
  const left = units(order.total_inc_tax) - refundedMoney(order);
  const unpaid = ['authorized', 'declined', 'held for review', ''].includes(order.payment_status);
  const unfinished = [0, 1, 7, 12, 6].includes(order.status_id);
  if (left <= 0 || (unpaid && unfinished)) return false;
  if (what === 'everything') {
    store.refund(order.id, { declined, silent });
    return true;
  }
  if (what === 'pieces') return refundPieces(store, order, { line, quantity, declined, silent });
  const amount = order.default_currency_code === 'JPY' ? 3 : 1.5;
  const most = what === 'tax' ? Math.min(left, units(order.total_tax)) : left;
  if (units(amount) > most) return false;
  store.refund(order.id, { [what]: String(amount), declined, silent });
  return true;
};

interface Pieces {
  readonly line: number;
  readonly quantity: number;
  readonly declined: boolean;
  readonly silent: boolean;
}

const refundPieces = (store: PracticeStore, order: WebOrder, { line, quantity, ...how }: Pieces): boolean => {
  const chosen = order.products[line % order.products.length];
  if (chosen === undefined) return false;
  const left = chosen.quantity - givenBack(order, chosen.id);
  if (left < 1) return false;
  store.refund(order.id, { items: [{ lineId: chosen.id, quantity: Math.min(left, quantity) }], ...how });
  return true;
};

/** Fewer pieces than were shipped or given back cannot be; a bundle stays as it is; something is always left to pay. */
const setQuantity: Change<'quantity'> = (store, order, { line, quantity }) => {
  const chosen = order.products[line % order.products.length];
  if (chosen === undefined || isOfBundle(order, chosen)) return false;
  const least = chosen.quantity_shipped + givenBack(order, chosen.id);
  const wanted = Math.max(least, quantity);
  if (wanted === chosen.quantity || (wanted === 0 && order.products.length === 1)) return false;
  if (wanted < chosen.quantity && !staysAffordable(order, chosen, wanted)) return false;
  store.editLines(order.id, { quantities: [{ lineId: chosen.id, quantity: wanted }] });
  return true;
};

const isOfBundle = (order: WebOrder, line: WebLine): boolean =>
  line.parent_order_product_id !== null || order.products.some((each) => each.parent_order_product_id === line.id);

/** Discounts and tenders keep their amounts when lines go: what is left must be worth more than they are. */
const staysAffordable = (order: WebOrder, line: WebLine, quantity: number): boolean => {
  const worthOf = (each: WebLine) => Math.min(units(each.total_inc_tax), units(each.total_ex_tax));
  const goods = sum(order.products.map(worthOf));
  const gone = (worthOf(line) * (line.quantity - quantity)) / line.quantity;
  const bound =
    units(order.discount_amount) +
    units(order.coupon_discount) +
    units(order.store_credit_amount) +
    units(order.gift_certificate_amount) +
    refundedMoney(order);
  return goods - gone > bound;
};

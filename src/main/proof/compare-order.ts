import { outcomeOf } from '../pull/apply-order.ts';
import { isAboutContent } from '../pull/store-page.ts';
import type { Reader, Writer } from '../store/connection.ts';
import { rehearse } from '../store/rehearse.ts';
import type { SaleRecord } from '../store/sales.ts';
import { type DescribedKind, describeFact, describeTheirs } from './describe.ts';
import { type Finding, finding } from './finding.ts';
import { type MendContext, mendOrder, recordedSale, type TheirOrder } from './mend-order.ts';
import { type SaleSnapshot, saleSnapshot } from './sale-snapshot.ts';

export interface Compared {
  readonly findings: readonly Finding[];
  /** The sale that is the order's; null when it has none here. */
  readonly saleKey: number | null;
}

/**
 * How what is here of an order differs from what BigCommerce says: its repair is rehearsed, and what that would change
 * is the difference. So nothing is told that a repair would not write, and nothing is written that was not told.
 */
export const compareOrder = (db: Writer, context: MendContext, theirs: TheirOrder): Compared => {
  const { linkKey } = context.link;
  const { orderId } = theirs.order;
  const orderName = String(orderId);
  const sale = recordedSale(db, context, orderId);
  const before = sale && saleSnapshot(db, linkKey, sale);
  const saleKey = sale?.saleKey ?? null;
  const held = (why: string): Compared => ({
    findings: [finding('order_held', { orderName }, { ours: why, theirs: describeTheirs(theirs.order) })],
    saleKey,
  });
  try {
    return rehearse(db, () => {
      if (outcomeOf(mendOrder(db, context, theirs).applied) === 'held')
        return held('Held: its status is not known here.');
      const mended = recordedSale(db, context, orderId);
      if (!mended) return { findings: [], saleKey };
      if (!before) {
        const texts = { ours: 'Not here', theirs: describeTheirs(theirs.order) };
        return { findings: [finding('order_missing_here', { orderName }, texts)], saleKey };
      }
      return { findings: differencesBetween(db, before, saleSnapshot(db, linkKey, mended), orderName), saleKey };
    });
  } catch (error) {
    if (!isAboutContent(error)) throw error;
    return held(`It cannot be recorded (${error instanceof Error ? error.message : String(error)}).`);
  }
};

/** Which fact each field of a sale's row belongs to. Fields without one change with every reading, or say nothing. */
const fieldsOf: Readonly<Record<DescribedKind, readonly (keyof SaleRecord)[]>> = {
  order_gone_there: ['archived'],
  sale_status: ['saleStatus', 'onHold'],
  // The label is not compared: merchants rename it (R57).
  bigcommerce_status: ['bigcommerceStatusId'],
  total: ['total', 'tax', 'currency'],
  customer: ['customerKey', 'customerName', 'customerEmail', 'customerPhone'],
  lines: ['itemCount'],
  payments: ['paymentState'],
  returns: [],
  stock_of_sale: [],
  fulfillment: ['fulfillmentStatus'],
  details: ['orderId', 'linkKey', 'saleId', 'receiptNumber', 'soldAt', 'soldDay', 'customerMessage', 'staffNotes'],
};

type Fact = DescribedKind;

/** The rows beside the sale's own, as far as they belong to a fact. */
const rowsOf: Partial<Record<Fact, (snapshot: SaleSnapshot) => unknown>> = {
  lines: ({ lines }) => lines,
  payments: ({ payments }) => payments.map(({ tender, amount }) => [tender, amount]).sort(),
  returns: ({ returns, refunds }) => [returns.map(({ returnId: _, ...back }) => back), refunds],
  stock_of_sale: ({ stock }) => stock.map((line) => [line.lineId, line.productKey, line.taken]).sort(),
  fulfillment: ({ fulfillments }) => fulfillments.map(({ version: _, fulfillmentId: _id, ...each }) => each),
};

const differs = (fact: Fact, ours: SaleSnapshot, theirs: SaleSnapshot): boolean =>
  fieldsOf[fact].some((field) => ours.sale[field] !== theirs.sale[field]) ||
  JSON.stringify(rowsOf[fact]?.(ours)) !== JSON.stringify(rowsOf[fact]?.(theirs)) ||
  (fact === 'details' && ours.sale.orderModifiedAt > theirs.sale.orderModifiedAt);

const differencesBetween = (db: Reader, ours: SaleSnapshot, theirs: SaleSnapshot, orderName: string): Finding[] =>
  (Object.keys(fieldsOf) as Fact[])
    .filter((fact) => differs(fact, ours, theirs))
    .map((fact) => finding(fact, { orderName, saleKey: ours.sale.saleKey }, describeFact(db, fact, ours, theirs)));

import { type FulfillmentTarget, leastAdvanced } from '../domain/fulfillment-plan.ts';
import type { Order, Refund } from '../domain/order.ts';
import type { OrderStatus } from '../domain/order-status.ts';
import { bundleLineIds, type SaleLine, saleLinesOf } from '../domain/sale-lines.ts';
import type { LineStock } from '../domain/stock-difference.ts';
import { storeDay } from '../domain/store-day.ts';
import { paymentStateOf, type Tender, tendersOf } from '../domain/tenders.ts';
import type { Writer } from '../store/connection.ts';
import type { LinkedProduct } from '../store/products.ts';
import type { SaleLineRecord, SaleRecord, StoredSale } from '../store/sales.ts';
import type { ImportContext, PageContext } from './import-context.ts';
import { resolveCustomer } from './resolve-customer.ts';
import { resolveProduct } from './resolve-product.ts';

/** What is here once an order is imported: its latest state in our rows, whatever the way there was (R71). */
export interface SaleTarget {
  readonly lines: readonly SaleLineRecord[];
  readonly tenders: readonly Tender[];
  /** What the order takes from the shelf, after returns. */
  readonly stock: readonly LineStock[];
}

/** How many pieces of an order line came back, by the line itself and by the refunds. */
export const returnedOf = (order: Order, refunds: readonly Refund[]): ((lineId: number) => number) => {
  const byRefunds = new Map<number, number>();
  for (const item of refunds.flatMap((refund) => refund.items)) {
    byRefunds.set(item.lineId, (byRefunds.get(item.lineId) ?? 0) + item.quantity);
  }
  const lines = new Map(order.lines.map((line) => [line.lineId, line]));
  return (lineId) => {
    const line = lines.get(lineId);
    return line ? Math.min(line.quantity, Math.max(line.refunded, byRefunds.get(lineId) ?? 0)) : 0;
  };
};

/**
 * Computes the target; products that are not here yet are created on the way. What was sold stays what it was sold as:
 * a line that is here already keeps its product, whatever its variant is linked to by now.
 */
export const saleTarget = (
  db: Writer,
  context: ImportContext,
  order: Order,
  status: OrderStatus,
  returned: (lineId: number) => number,
  storedLines: readonly SaleLineRecord[],
): SaleTarget => {
  const bundles = bundleLineIds(order);
  const storedById = new Map(storedLines.map((line) => [line.lineId, line]));
  const stock: LineStock[] = [];
  const lines = saleLinesOf(order).map((line): SaleLineRecord => {
    const product = resolveProduct(db, context, line, productSold(line, storedById.get(line.lineId)));
    const orderLine = line.orderLine;
    const back = orderLine ? returned(orderLine.lineId) : 0;
    if (orderLine && product && takesStock(orderLine, product, bundles) && status.sale === 'closed') {
      const taken = line.quantity - back;
      if (taken !== 0) stock.push({ lineId: line.lineId, productKey: product.productKey, taken });
    }
    return {
      lineId: line.lineId,
      kind: line.kind,
      productKey: product?.productKey ?? null,
      sku: orderLine?.sku ?? '',
      name: line.name,
      options: orderLine?.options ?? '',
      bin: orderLine?.bin ?? '',
      barcode: orderLine?.barcode ?? '',
      quantity: line.quantity,
      returned: back,
      total: line.total,
      tax: line.tax,
      parentLineId: orderLine?.parentLineId == null ? null : String(orderLine.parentLineId),
    };
  });
  return { lines, tenders: tendersOf(order, status), stock };
};

/** The product of a line as it is here; null for a line that is new, or that names other goods by now (R72). */
const productSold = (line: SaleLine, stored: SaleLineRecord | undefined): number | null =>
  line.orderLine && stored && stored.sku === line.orderLine.sku && stored.name === line.name ? stored.productKey : null;

/** A bundle's parts are on the shelf, not the bundle: counting both would take the stock twice (bigcommerce.md §3.4). */
const takesStock = (line: Order['lines'][number], product: LinkedProduct, bundles: ReadonlySet<number>): boolean =>
  line.kind === 'physical' && product.stocked && !bundles.has(line.lineId);

/** The sale's own row. What was decided at the first import stays: outlet, register, customer, day (R7, R12, R33). */
export const saleRecord = (
  db: Writer,
  context: ImportContext & Pick<PageContext, 'known'>,
  order: Order,
  status: OrderStatus,
  facts: {
    readonly stored: StoredSale | undefined;
    readonly paid: number;
    readonly refunded: number;
    readonly fulfillments: readonly FulfillmentTarget[];
    readonly unreturned: number;
  },
): SaleRecord => {
  const { link, binding, identity, now } = context;
  const { stored } = facts;
  const voided = status.sale === 'voided';
  const fulfillmentStatus = leastAdvanced(facts.fulfillments.map((each) => each.status));
  return {
    source: 'online',
    saleId: stored?.saleId ?? identity.saleOf(link.storeHash, order.orderId),
    linkKey: link.linkKey,
    orderId: order.orderId,
    receiptNumber: stored?.receiptNumber ?? `W${order.orderId}`,
    saleStatus: voided ? 'voided' : 'closed',
    paymentState: paymentStateOf(order.total, facts.paid, voided ? 0 : facts.refunded),
    fulfillmentStatus,
    onHold: status.onHold ? 1 : 0,
    archived: order.archived ? 1 : 0,
    bigcommerceStatusId: order.statusId,
    bigcommerceStatus: order.statusLabel || status.label,
    outletKey: stored?.outletKey ?? binding.outletKey,
    registerKey: stored?.registerKey ?? binding.registerKey,
    customerKey: stored?.customerKey ?? resolveCustomer(db, context, order),
    customerName: order.buyer.name,
    customerEmail: order.buyer.email,
    customerPhone: order.buyer.phone,
    customerMessage: order.customerMessage,
    staffNotes: order.staffNotes,
    currency: order.currency,
    total: order.total,
    tax: order.totalTax,
    // An order that was cancelled before it was ever here has no returns (R61).
    refunded: voided && fulfillmentStatus === null ? 0 : facts.refunded,
    itemCount: facts.unreturned,
    soldAt: order.placedAt,
    soldDay: stored?.soldDay ?? storeDay(order.placedAt, binding.timeZone),
    importedAt: stored?.importedAt ?? now,
    orderModifiedAt: order.modifiedAt,
    revision: stored ? stored.revision + 1 : 0,
  };
};

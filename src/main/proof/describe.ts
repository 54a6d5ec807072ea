import { formatAmount } from '../domain/amount.ts';
import type { Order } from '../domain/order.ts';
import { orderStatusOf } from '../domain/order-status.ts';
import type { Reader } from '../store/connection.ts';
import { emailOfCustomer } from '../store/mending.ts';
import { productNames } from '../store/products.ts';
import type { Finding } from './finding.ts';
import type { SaleSnapshot } from './sale-snapshot.ts';

/** Words for what differs, fit to stand beside each other. */
interface Texts {
  readonly ours: string;
  readonly theirs: string;
}

/** What can be said of one side of a fact, statement by statement. */
type Statements = (snapshot: SaleSnapshot, db: Reader) => readonly string[];

/** Says what stands on one side and not on the other; where a side has nothing of its own, all that it says. */
export const describeFact = (db: Reader, fact: DescribedKind, ours: SaleSnapshot, theirs: SaleSnapshot): Texts => {
  const [here, there] = [statements[fact](ours, db), statements[fact](theirs, db)];
  return { ours: beside(here, there), theirs: beside(there, here) };
};

const beside = (some: readonly string[], others: readonly string[]): string => {
  const own = some.filter((text) => !others.includes(text));
  return (own.length > 0 ? own : some).join('; ') || 'Nothing';
};

export type DescribedKind = Exclude<
  Finding['kind'],
  'order_missing_here' | 'order_held' | 'sale_doubled' | 'ledger_sum' | 'stock_level' | 'product_not_linked'
>;

const statements: Readonly<Record<DescribedKind, Statements>> = {
  order_gone_there: ({ sale }) => [sale.archived ? 'Archived' : 'There'],
  sale_status: ({ sale }) => [
    sale.saleStatus === 'closed' ? 'Closed' : 'Voided',
    sale.onHold ? 'on hold' : 'not on hold',
  ],
  bigcommerce_status: ({ sale }) => [statusLabel(sale.bigcommerceStatusId)],
  total: (one) => [money(one.sale.total, one), `tax ${money(one.sale.tax, one)}`],
  lines: (one, db) => [
    ...one.lines.map(
      (line) =>
        `${line.quantity} × ${line.name}${inBrackets(line.sku)} for ${money(line.total, one)}, tax ${formatAmount(line.tax)}` +
        `${line.returned > 0 ? `, ${line.returned} returned` : ''}${line.parentLineId === null ? '' : ', part of a bundle'}` +
        `${line.productKey === null ? '' : `, sold as ${productNames(db, line.productKey)?.sku ?? 'nothing'}`}`,
    ),
    `${one.sale.itemCount} pieces`,
  ],
  payments: (one) => [
    paymentWords[one.sale.paymentState] ?? one.sale.paymentState,
    ...one.payments.map(({ method, tender, amount }) => `${method || tender} ${money(amount, one)}`),
  ],
  returns: (one) => [
    ...one.refunds.map((refund) => {
      const pieces = refund.items.reduce((sum, item) => sum + item.quantity, 0);
      return `refund ${refund.refundId} of ${money(refund.amount, one)}, ${pieces} pieces${inBrackets(refund.reason)}, ${minute(refund.at)}`;
    }),
    ...one.returns.map(
      (back) =>
        `return ${back.refundId} of ${money(back.amount, one)}${inBrackets(back.reason)}, ${minute(back.returnedAt)}`,
    ),
  ],
  stock_of_sale: (one, db) =>
    one.stock.map(({ lineId, productKey, taken }) => {
      const line = one.lines.find((each) => each.lineId === lineId);
      return `${taken} × ${productNames(db, productKey)?.sku ?? 'nothing'} taken for ${line?.name ?? `line ${lineId}`}`;
    }),
  fulfillment: (one) => [
    ...one.fulfillments.map(
      (each) =>
        `${each.type} to ${[each.recipientName, each.recipientAddress.replaceAll('\n', ', '), each.recipientPhone].filter(Boolean).join(', ')} ` +
        `by ${each.method}, ${each.status}: ` +
        each.lines.map((line) => `${line.fulfilled} of ${line.ordered} handed over, ${line.packed} packed`).join(', '),
    ),
    `in all ${one.sale.fulfillmentStatus ?? 'none'}`,
  ],
  customer: ({ sale }, db) => [
    sale.customerName || 'no name',
    sale.customerEmail || 'no e-mail address',
    sale.customerPhone || 'no telephone',
    sale.customerKey === null ? 'no customer' : `customer ${emailOfCustomer(db, sale.customerKey) ?? 'gone'}`,
  ],
  details: ({ sale }) => [
    `order ${sale.orderId}`,
    `receipt ${sale.receiptNumber}`,
    `sale ${sale.saleId}`,
    `placed ${minute(sale.soldAt)}`,
    `on ${sale.soldDay}`,
    `changed ${minute(sale.orderModifiedAt)}`,
    sale.customerMessage ? `message “${sale.customerMessage}”` : 'no message',
    sale.staffNotes ? `notes “${sale.staffNotes}”` : 'no notes',
  ],
};

const paymentWords: Readonly<Record<string, string>> = {
  unpaid: 'Not paid',
  part_paid: 'Paid in part',
  paid: 'Paid',
  refunded: 'Refunded',
  part_refunded: 'Refunded in part',
};

const inBrackets = (text: string): string => (text === '' ? '' : ` (${text})`);

const money = (amount: number, { sale }: SaleSnapshot): string => `${formatAmount(amount)} ${sale.currency}`;

const statusLabel = (id: number): string => orderStatusOf(id)?.label ?? `Status ${id}`;

const minute = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** An order in a few words. */
export const describeTheirs = (order: Order): string =>
  `${statusLabel(order.statusId)}, ${formatAmount(order.total)} ${order.currency}, placed ${minute(order.placedAt)}`;

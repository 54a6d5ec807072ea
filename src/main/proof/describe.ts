import { formatAmount } from '../domain/amount.ts';
import type { Order } from '../domain/order.ts';
import { orderStatusOf } from '../domain/order-status.ts';
import type { Finding } from './finding.ts';
import type { SaleSnapshot } from './sale-snapshot.ts';

/** Words for what differs, fit to stand beside each other. */
interface Texts {
  readonly ours: string;
  readonly theirs: string;
}

type Describe = (ours: SaleSnapshot, theirs: SaleSnapshot) => Texts;

/** The same words for both sides. */
const both =
  (describe: (snapshot: SaleSnapshot) => string): Describe =>
  (ours, theirs) => ({ ours: describe(ours), theirs: describe(theirs) });

/** Of two lists only what stands in one of them. */
const onlyWhatDiffers =
  (list: (snapshot: SaleSnapshot) => readonly string[], none: string): Describe =>
  (ours, theirs) => {
    const [here, there] = [list(ours), list(theirs)];
    const beside = (some: readonly string[], others: readonly string[]) =>
      some.filter((text) => !others.includes(text)).join('; ') || (some.length > 0 ? some.join('; ') : none);
    return { ours: beside(here, there), theirs: beside(there, here) };
  };

const money = (amount: number, { sale }: SaleSnapshot): string => `${formatAmount(amount)} ${sale.currency}`;

const statusLabel = (id: number): string => orderStatusOf(id)?.label ?? `Status ${id}`;

const day = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

export const describers: Readonly<Record<DescribedKind, Describe>> = {
  order_gone_there: both(({ sale }) => (sale.archived ? 'Archived' : 'There')),
  sale_status: both(({ sale }) => `${sale.saleStatus}${sale.onHold ? ', on hold' : ''}`),
  bigcommerce_status: both(({ sale }) => statusLabel(sale.bigcommerceStatusId)),
  total: both((one) => `${money(one.sale.total, one)}, tax ${formatAmount(one.sale.tax)}`),
  lines: onlyWhatDiffers(
    (one) =>
      one.lines.map(
        (line) =>
          `${line.quantity} × ${line.sku || line.name} for ${money(line.total, one)}, tax ${formatAmount(line.tax)}` +
          `${line.returned > 0 ? `, ${line.returned} returned` : ''}`,
      ),
    'No lines',
  ),
  payments: (ours, theirs) => ({ ours: paymentsText(ours), theirs: paymentsText(theirs) }),
  returns: onlyWhatDiffers(
    (one) => [
      ...one.refunds.map((refund) => `Refund ${refund.refundId} of ${money(refund.amount, one)}`),
      ...one.returns.map((back) => `Return ${back.refundId} of ${money(back.amount, one)}`),
    ],
    'No returns',
  ),
  stock_of_sale: onlyWhatDiffers(
    (one) =>
      one.stock.map(({ lineId, taken }) => {
        const line = one.lines.find((each) => each.lineId === lineId);
        return `${taken} × ${line?.sku || line?.name || `line ${lineId}`} taken`;
      }),
    'Nothing taken',
  ),
  fulfillment: onlyWhatDiffers(
    (one) =>
      one.fulfillments.map(
        (each) =>
          `${each.type} to ${each.recipientName}, ${each.status}: ` +
          each.lines.map((line) => `${line.fulfilled} of ${line.ordered} handed over`).join(', '),
      ),
    'No fulfillment',
  ),
  customer: (ours, theirs) => ({
    ours: customerText(ours, ours.sale.customerKey !== theirs.sale.customerKey),
    theirs: customerText(theirs, false),
  }),
  details: both(({ sale }) =>
    [
      `Order ${sale.orderId}`,
      `receipt ${sale.receiptNumber}`,
      `placed ${day(sale.soldAt)} (${sale.soldDay})`,
      `changed ${day(sale.orderModifiedAt)}`,
      sale.customerMessage && `message “${sale.customerMessage}”`,
      sale.staffNotes && `notes “${sale.staffNotes}”`,
    ]
      .filter(Boolean)
      .join(', '),
  ),
};

type DescribedKind = Exclude<
  Finding['kind'],
  'order_missing_here' | 'order_held' | 'sale_doubled' | 'ledger_sum' | 'stock_level' | 'product_not_linked'
>;

const customerText = ({ sale }: SaleSnapshot, otherRecord: boolean): string =>
  [sale.customerName, sale.customerEmail, sale.customerPhone, otherRecord && 'not their customer record']
    .filter(Boolean)
    .join(', ');

const paymentsText = (one: SaleSnapshot): string => {
  const paid = one.payments.map(({ method, tender, amount }) => `${method || tender} ${money(amount, one)}`);
  return `${one.sale.paymentState}: ${paid.join(', ') || 'nothing'}`;
};

/** An order in a few words. */
export const describeTheirs = (order: Order): string =>
  `${statusLabel(order.statusId)}, ${formatAmount(order.total)} ${order.currency}, placed ${day(order.placedAt)}`;

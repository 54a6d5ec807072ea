import type { SaleRowView } from '../../contract/sales.ts';
import type { Output } from '../state/bridge.ts';

const usd = (amount: string) => ({ amount, currency: 'USD' });

const row: SaleRowView = {
  ...{ saleId: 'a', receiptNumber: 'W1042', orderId: '1042', source: 'online', saleStatus: 'closed' },
  ...{ bigcommerceStatusId: 11, bigcommerceStatus: 'Awaiting Fulfillment', paymentState: 'paid' },
  ...{ fulfillmentStatus: 'new', onHold: false, archived: false, soldAt: '2026-11-12T14:02:00Z' },
  ...{ soldDay: '2026-11-12', importedAt: '2026-11-12T14:02:10Z', outletId: 'outlet', registerId: 'till' },
  ...{ customerName: 'Mei Haddad', itemCount: 3, total: usd('113.5600'), refunded: usd('0.0000') },
};

const rows: readonly SaleRowView[] = [
  row,
  { ...row, saleId: 'b', receiptNumber: 'W1041', orderId: '1041', paymentState: 'unpaid', onHold: true },
  {
    ...{ ...row, saleId: 'c', receiptNumber: 'S-17', orderId: null, source: 'in_store', customerName: '' },
    ...{ bigcommerceStatusId: null, bigcommerceStatus: null, fulfillmentStatus: null, soldDay: '2026-11-11' },
  },
  {
    ...{ ...row, saleId: 'd', receiptNumber: 'W1039', orderId: '1039', saleStatus: 'voided', soldDay: '2026-11-11' },
    ...{ bigcommerceStatusId: 5, bigcommerceStatus: 'Cancelled', archived: true, fulfillmentStatus: 'cancelled' },
  },
  {
    ...{ ...row, saleId: 'e', receiptNumber: 'W1038', orderId: '1038', soldDay: '2026-11-11' },
    ...{ paymentState: 'part_refunded', fulfillmentStatus: 'fulfilled', refunded: usd('30.0000') },
  },
];

const days: Output<'sales.days'>['days'] = [
  { day: '2026-11-12', count: 2, totals: [usd('227.1200')], returned: [] },
  { day: '2026-11-11', count: 2, totals: [usd('83.5600'), { amount: '5200.0000', currency: 'JPY' }], returned: [] },
  { day: '2026-11-10', count: 0, totals: [], returned: [] },
  { day: '2026-11-09', count: 9, totals: [usd('910.0000')], returned: [usd('12.0000')] },
];

const summary: Output<'sales.summary'> = {
  ...{ count: 13, complete: true },
  totals: [usd('1220.6800'), { amount: '5200.0000', currency: 'JPY' }],
  returned: [usd('42.0000')],
};

/** Two days of a shop, for what shows sales. */
export const exampleSales = { rows, days, summary, today: '2026-11-12' } as const;

import type { Printable, PrintableLine } from '../../src/main/store/printable.ts';

export const lineOf = (lineId: string, changes: Partial<PrintableLine> = {}): PrintableLine => ({
  lineId,
  productKey: Number(lineId),
  sku: `SKU-${lineId}`,
  name: `Article ${lineId}`,
  options: '',
  bin: '',
  barcode: '',
  ordered: 1,
  picked: 0,
  packed: 0,
  fulfilled: 0,
  ...changes,
});

/** A paid delivery of one article. */
export const printableOf = (changes: Partial<Printable> = {}): Printable => ({
  fulfillmentId: '01993b2e-8a7f-7c36-9f0e-6f2a1d4b7c90',
  orderId: 1234,
  receiptNumber: 'W1234',
  type: 'delivery',
  status: 'new',
  digital: 0,
  placedAt: Date.UTC(2026, 10, 26, 9),
  method: 'UPS Ground',
  recipientName: 'Ada Byron',
  recipientAddress: '12 Long Road\nDublin\nIreland',
  recipientPhone: '',
  customerName: 'Ada Byron',
  customerMessage: '',
  staffNotes: '',
  saleStatus: 'closed',
  paymentState: 'paid',
  onHold: 0,
  lines: [lineOf('1')],
  ...changes,
});

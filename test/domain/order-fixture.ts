import type { Order, OrderLine } from '../../src/main/domain/order.ts';

const free = { incTax: 0, exTax: 0, tax: 0 };

/** A line of one piece for 11.00, of which 1.00 is tax. */
export const lineOf = (changes: Partial<OrderLine> = {}): OrderLine => ({
  lineId: 1,
  productId: 100,
  variantId: 200,
  sku: 'MUG',
  name: 'Mug',
  options: '',
  bin: '',
  barcode: '',
  kind: 'physical',
  quantity: 1,
  shipped: 0,
  refunded: 0,
  incTax: 110_000,
  exTax: 100_000,
  tax: 10_000,
  parentLineId: null,
  consignmentId: 'address:1',
  ...changes,
});

/** A paid order of one line, to be sent to one address. */
export const orderOf = (changes: Partial<Order> = {}): Order => ({
  orderId: 1001,
  statusId: 11,
  statusLabel: 'Awaiting Fulfillment',
  placedAt: 1_790_000_000_000,
  modifiedAt: 1_790_000_000_000,
  archived: false,
  currency: 'USD',
  buyer: { bigcommerceCustomerId: 0, name: 'Ann Byrne', email: 'ann@example.com', phone: '' },
  customerMessage: '',
  staffNotes: '',
  externalSource: '',
  taxInclusive: true,
  total: 110_000,
  totalTax: 10_000,
  shipping: free,
  handling: free,
  wrapping: free,
  fees: [],
  discount: 0,
  couponDiscount: 0,
  storeCredit: 0,
  giftCertificate: 0,
  paymentMethod: 'Visa',
  paymentStatus: '',
  lines: [lineOf()],
  consignments: [
    {
      consignmentId: 'address:1',
      type: 'delivery',
      method: 'Ground',
      name: 'Ann Byrne',
      addressLines: [],
      phone: '',
      email: '',
    },
  ],
  ...changes,
});

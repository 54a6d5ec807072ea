import type { OrderDraft } from '../../src/practice-store/practice-store.ts';
import type { Charge, Item, LinePlan, OrderPlan } from './history.ts';

type LineDraft = NonNullable<OrderDraft['lines']>[number];

/** Each history has goods and buyers of its own, named by its number, so that many can share a store and a till. */
export const draftOf = (plan: OrderPlan, owner: number): OrderDraft => {
  const { currency, delivery } = plan;
  const goods = plan.lines.reduce((worth, line) => worth + line.price * line.quantity, 0);
  const coins = (amount: number) => coinsAsDecimal(Math.floor(amount), currency);
  const percent = (share: number) => coins((goods * share) / 100);
  return {
    email: emails(owner)[plan.buyer] ?? '',
    customer: { firstName: `Buyer ${plan.buyer}`, lastName: `of ${owner}` },
    lines: plan.lines.map((line, index) => ({
      ...lineDraftOf(delivery === 'digital' ? { ...line, item: 'download' } : line, owner, currency),
      address: delivery === 'two addresses' ? index % 2 : 0,
    })),
    currency,
    taxInclusive: plan.taxInclusive,
    taxRate: plan.taxRate,
    paymentMethod: plan.paymentMethod,
    statusId: plan.statusId,
    ...deliveries[delivery],
    ...chargesOf(plan, coins),
    ...(plan.discounts.includes('discount') ? { discount: percent(10) } : {}),
    ...(plan.discounts.includes('promotion') ? { promotion: percent(7) } : {}),
    ...(plan.discounts.includes('coupon') ? { coupon: { code: 'TEN', discount: percent(12) } } : {}),
    ...(plan.tenders.includes('store credit') ? { storeCredit: percent(15) } : {}),
    ...(plan.tenders.includes('gift certificate') ? { giftCertificate: percent(25) } : {}),
  };
};

/** One person writes the address in three ways; the last is somebody else (R12). */
const emails = (owner: number): readonly string[] => [
  `buyer${owner}@example.com`,
  `BUYER${owner}@Example.COM`,
  ` Buyer${owner}@example.com `,
  `other${owner}@example.com`,
];

/** A whole number of a currency's smallest coins, as a decimal. */
const coinsAsDecimal = (coins: number, currency: string): string =>
  currency === 'JPY' ? String(coins) : `${Math.floor(coins / 100)}.${String(coins % 100).padStart(2, '0')}`;

const deliveries: Readonly<Record<OrderPlan['delivery'], Partial<OrderDraft>>> = {
  delivery: {},
  'two addresses': { addresses: [{}, { street1: '2 Second Street' }] },
  pickup: { pickup: true },
  'pickup method': { shippingMethod: 'Pickup In Store' },
  digital: { digital: true },
};

const chargesOf = (plan: OrderPlan, coins: (amount: number) => string): Partial<OrderDraft> => {
  const charged = (charge: Charge) => plan.charges.includes(charge);
  return {
    ...(charged('shipping') ? { shipping: coins(799) } : {}),
    ...(charged('handling') ? { handling: coins(350) } : {}),
    ...(charged('wrapping') ? { wrapping: coins(455) } : {}),
    fees: [
      ...(charged('bulky fee') ? [{ name: 'Bulky goods', amount: coins(1_230) }] : []),
      ...(charged('cold fee') ? [{ name: 'Cold chain', amount: coins(299) }] : []),
    ],
  };
};

export const lineDraftOf = (line: LinePlan, owner: number, currency: string): LineDraft => ({
  ...goods[line.item](owner),
  quantity: line.quantity,
  price: coinsAsDecimal(line.price, currency),
});

const catalogued = (owner: number, product: number, sku: string, variant = 0): LineDraft => ({
  productId: 1_000_000 + owner * 100 + product,
  variantId: 2_000_000 + owner * 100 + product + variant,
  name: `Product ${product}.${variant} of ${owner}`,
  sku,
});

/** Nothing of it is in the practice store's catalogue, as after a product was deleted: orders must not need it (R17). */
const goods: Readonly<Record<Item, (owner: number) => LineDraft>> = {
  mug: (owner) => catalogued(owner, 1, `MUG-${owner}`),
  'red shirt': (owner) => catalogued(owner, 2, `SHIRT-${owner}-R`),
  'blue shirt': (owner) => catalogued(owner, 2, `SHIRT-${owner}-B`, 1),
  'other with the mug’s SKU': (owner) => catalogued(owner, 11, `MUG-${owner}`),
  'without SKU': (owner) => catalogued(owner, 12, ''),
  'another without SKU': (owner) => catalogued(owner, 13, ''),
  custom: (owner) => ({ productId: 0, name: `Engraving for ${owner}` }),
  'custom with SKU': (owner) => ({ productId: 0, sku: `CUSTOM-${owner}`, name: `Made for ${owner}` }),
  download: (owner) => ({ ...catalogued(owner, 14, `MAP-${owner}`), kind: 'digital' }),
  certificate: (owner) => ({ productId: 0, name: `Certificate of ${owner}`, kind: 'giftcertificate' }),
  bundle: (owner) => ({
    ...catalogued(owner, 15, `BOX-${owner}`),
    parts: [catalogued(owner, 1, `MUG-${owner}`), { ...catalogued(owner, 2, `SHIRT-${owner}-R`), quantity: 2 }],
  }),
};

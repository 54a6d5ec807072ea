import { type Amount, amountOf } from '../money.ts';
import { seededRandom } from '../random.ts';
import { currencyOf, exchangeRateOf } from '../shop/currencies.ts';
import { pickupMethodById } from '../shop/locations.ts';
import { countries } from '../shop/places.ts';
import type { Shop } from '../shop/shop.ts';
import { type Address, addressFields, homeCountryOf, randomAddress } from '../shop/shoppers.ts';
import { lineFrom } from './line-from-draft.ts';
import type { Discount, Line, Order, Pickup, ShippingAddress } from './order.ts';
import type { LineDraft, OrderDraft } from './order-draft.ts';
import { paymentMethodOf } from './payment-methods.ts';

/** An order as the draft says, just placed: nothing paid, shipped or taken from stock yet. `second` is when. */
export const writeOrder = (shop: Shop, draft: OrderDraft, second: number): Order => {
  const currency = draft.currency === undefined ? shop.settings.currency : currencyOf(draft.currency);
  const exchangeRate = exchangeRateOf(shop.settings.currency, currency);
  const billing = billingOf(shop, draft);
  const id = shop.ids.order.next();
  const pickup = pickupOf(shop, draft);
  const addresses = pickup === null ? addressesOf(shop, draft, billing) : [];
  return {
    id,
    createdAt: second,
    modifiedAt: second,
    shippedAt: 0,
    statusId: 0,
    customerId: draft.customerId ?? 0,
    email: draft.email ?? `shopper${id}@example.com`,
    billing,
    currency,
    displayCurrency: draft.displayCurrency === undefined ? currency : currencyOf(draft.displayCurrency),
    exchangeRate,
    taxInclusive: draft.taxInclusive ?? shop.settings.taxInclusive ?? false,
    taxRate: draft.taxRate === undefined ? townRate(billing) : Math.round(amountOf(draft.taxRate) / 100),
    lines: linesOf(shop, draft, {
      addressIds: addresses.map((each) => each.id),
      digital: draft.digital ?? false,
      currency,
      rate: exchangeRate,
    }),
    addresses,
    pickup,
    discounts: discountsOf(shop, draft),
    fees: draft.fees?.map((fee) => ({ id: shop.ids.fee.next(), name: fee.name, amount: amountOf(fee.amount) })) ?? none,
    storeCredit: optional(draft.storeCredit),
    giftCertificate: optional(draft.giftCertificate),
    paymentMethod: draft.paymentMethod ?? 'Credit Card',
    paymentProvider: paymentMethodOf(draft.paymentMethod ?? 'Credit Card').providerId,
    paymentStatus: '',
    transactions: none,
    refunds: none,
    shipments: none,
    collections: none,
    ...remarksOf(draft),
    archived: false,
  };
};

const remarksOf = (draft: OrderDraft) => ({
  staffNotes: draft.staffNotes ?? null,
  customerMessage: draft.customerMessage ?? '',
  source: draft.source ?? 'www',
  channelId: draft.channelId ?? 1,
  externalSource: draft.externalSource ?? null,
  externalOrderId: draft.externalOrderId ?? '',
});

/** Shared by all orders that have nothing of a kind: a hundred thousand empty lists would be many. */
const none: readonly never[] = [];

const optional = (amount: string | undefined): Amount => (amount === undefined ? 0 : amountOf(amount));

const billingOf = (shop: Shop, { customer = {}, email = '' }: OrderDraft): Address => {
  if (isWhole(customer)) return customer;
  const home = homeCountryOf(shop.settings.currency.code);
  const [town] = home.towns;
  if (town === undefined) throw new RangeError(`${home.name} has no towns.`);
  // What a draft leaves out is made up from its own e-mail, so that it disturbs no other order.
  return { ...randomAddress(seededRandom(shop.settings.seed ^ hashOf(email)), home, town), ...customer };
};

const isWhole = (address: Partial<Address>): address is Address => addressFields.every((field) => field in address);

const hashOf = (text: string): number =>
  [...text].reduce((hash, letter) => Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0), 7);

const townRate = (address: Address): number =>
  countries.find((each) => each.iso2 === address.countryIso2)?.towns.find((each) => each.city === address.city)
    ?.taxRate ?? 0;

const pickupOf = (shop: Shop, { pickup }: OrderDraft): Pickup | null => {
  if (pickup === undefined || pickup === false) return null;
  const method = pickupMethodById.get(pickup === true ? 1 : pickup);
  if (method === undefined) throw new RangeError(`The shop has no pickup method ${pickup}.`);
  return { id: shop.ids.pickup.next(), method };
};

const addressesOf = (shop: Shop, draft: OrderDraft, billing: Address): ShippingAddress[] => {
  if (draft.digital || !hasGoods(shop, draft)) return [];
  return (draft.addresses ?? [billing]).map((address, index) => ({
    id: shop.ids.address.next(),
    address: address === billing ? billing : { ...billing, ...address },
    method: draft.shippingMethod ?? 'Standard Shipping',
    cost: index === 0 ? optional(draft.shipping) : 0,
    handling: index === 0 ? optional(draft.handling) : 0,
  }));
};

const hasGoods = (shop: Shop, { lines = [{}] }: OrderDraft): boolean =>
  lines.some(({ kind, sku, productId }) => {
    const known = sku === undefined ? undefined : shop.catalogue.bySku(sku)?.product;
    const product = known ?? (productId === undefined ? undefined : shop.catalogue.products.get(productId));
    return (kind ?? product?.type ?? 'physical') === 'physical';
  });

const linesOf = (shop: Shop, draft: OrderDraft, order: Parameters<typeof lineFrom>[2]): Line[] => {
  const drafts = draft.lines ?? [firstProduct(shop)];
  const [first, ...others] = drafts;
  const wrapped =
    draft.wrapping === undefined || first === undefined ? drafts : [{ ...first, wrapping: draft.wrapping }, ...others];
  return wrapped.flatMap((line) => lineFrom(shop, line, order));
};

const firstProduct = (shop: Shop): LineDraft => {
  for (const productId of shop.catalogue.products.keys()) return { productId };
  throw new RangeError('The catalogue is empty: name what is ordered.');
};

const discountsOf = (shop: Shop, { discount, promotion, coupon }: OrderDraft): readonly Discount[] => {
  const found: Omit<Discount, 'id'>[] = [];
  const plain = { code: '', couponType: 0 };
  if (discount !== undefined) found.push({ ...plain, kind: 'manual', name: 'Manual discount', ...both(discount) });
  if (promotion !== undefined) found.push({ ...plain, kind: 'promotion', name: 'Seasonal offer', ...both(promotion) });
  if (coupon !== undefined) {
    const { code, discount: off, amount = off, type = 2 } = coupon;
    found.push({ kind: 'coupon', name: code, code, couponType: type, face: amountOf(amount), amount: amountOf(off) });
  }
  return found.length === 0 ? none : found.map((each) => ({ ...each, id: shop.ids.discount.next() }));
};

const both = (amount: string) => ({ face: amountOf(amount), amount: amountOf(amount) });

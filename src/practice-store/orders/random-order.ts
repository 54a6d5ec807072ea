import { elementAt, type Random } from '../random.ts';
import { exchangeRateOf } from '../shop/currencies.ts';
import { messages } from '../shop/names.ts';
import { type Country, countries } from '../shop/places.ts';
import type { Product } from '../shop/product.ts';
import type { Shop } from '../shop/shop.ts';
import { homeCountryOf } from '../shop/shoppers.ts';
import { inCurrency } from './line-from-draft.ts';
import type { OrderDraft } from './order-draft.ts';
import {
  type Basket,
  currencyFor,
  kindWeights,
  type OrderKind,
  type PricedLine,
  priced,
  recipes,
} from './order-kinds.ts';
import { randomStatus } from './status-mix.ts';

/** What may be fixed of an order that is otherwise left to chance. */
export interface RandomOrderOptions {
  readonly kind?: OrderKind | undefined;
  readonly statusId?: number | undefined;
  readonly linesPerOrder?: number | undefined;
}

/** An order that somebody could have placed in this shop. The same seed gives the same orders in the same order. */
export const randomOrder = (shop: Shop, options: RandomOrderOptions): OrderDraft => {
  const { random, settings } = shop;
  const kind = options.kind ?? random.weighted(kindWeights);
  const shopper = shop.nextShopper(random, countryFor(random, kind, settings.currency.code));
  const currency = currencyFor(kind, shopper, settings.currency);
  const rate = exchangeRateOf(settings.currency, currency);
  const moreLines = (count: number): PricedLine[] =>
    pickGoods(shop, count).map(({ sku, listed }) => ({
      sku,
      quantity: random.weighted(quantities),
      listed: inCurrency(listed, rate, currency),
    }));
  const lines = moreLines(options.linesPerOrder ?? random.weighted(lineCounts));
  const basket: Basket = { random, shopper, currency, rate, lines, moreLines };
  return {
    customerId: shopper.customerId,
    email: shopper.email,
    customer: shopper.address,
    currency: currency.code,
    taxInclusive: settings.taxInclusive ?? shopper.country.taxInclusive,
    lines,
    shipping: priced(basket, random.pick(['0', '6.95', '9.95', '14.50'])),
    shippingMethod: random.pick(['Standard Shipping', 'Express', 'Free Shipping']),
    paymentMethod: random.weighted(paymentWeights),
    staffNotes: random.chance(0.5) ? null : '',
    customerMessage: random.chance(0.12) ? random.pick(messages) : '',
    source: random.weighted(sources),
    statusId: options.statusId ?? randomStatus(random, kind),
    ...recipes[kind](basket),
  };
};

const lineCounts: readonly (readonly [number, number])[] = [
  [1, 38],
  [2, 27],
  [3, 17],
  [4, 10],
  [5, 5],
  [8, 3],
];

const quantities: readonly (readonly [number, number])[] = [
  [1, 74],
  [2, 17],
  [3, 5],
  [4, 3],
  [12, 1],
];

const paymentWeights: readonly (readonly [string, number])[] = [
  ['Credit Card', 74],
  ['PayPal', 20],
  ['Manual', 6],
];

const sources: readonly (readonly [string, number])[] = [
  ['www', 80],
  ['iphone', 8],
  ['android', 4],
  ['manual', 4],
  ['checkout_api', 3],
  ['facebookshop', 1],
];

const countryFor = (random: Random, kind: OrderKind, own: string): Country => {
  const home = homeCountryOf(own);
  const abroad = countries.filter((each) => each !== home);
  if (kind === 'yen') return countries.find((each) => each.iso2 === 'JP') ?? home;
  if (kind === 'foreign_currency') return random.pick(abroad.filter((each) => each.currency !== own));
  if (kind === 'pickup' || kind === 'pickup_method') return home;
  return random.chance(0.78) ? home : random.pick(abroad);
};

/** Different goods as far as the shelves reach, each in one of its variants. */
const pickGoods = (shop: Shop, count: number): { sku: string; listed: number }[] => {
  const shelf = [...shop.catalogue.products.values()].filter(isShelfProduct);
  const picked: { sku: string; listed: number }[] = [];
  const used = new Set<Product>();
  while (picked.length < count) {
    const product = elementAt(shelf, shop.random.int(0, shelf.length - 1));
    if (used.has(product) && used.size < shelf.length) continue;
    used.add(product);
    picked.push({ sku: shop.random.pick(product.variants).sku, listed: product.price });
  }
  return picked;
};

const isShelfProduct = (product: Product): boolean => product.type === 'physical' && product.parts.length === 0;

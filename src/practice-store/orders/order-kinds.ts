import { type Amount, amountOf, money, portion, roundToCoin, sumOf } from '../money.ts';
import type { Random } from '../random.ts';
import { type Currency, currencyOf } from '../shop/currencies.ts';
import { randomAddress, type Shopper } from '../shop/shoppers.ts';
import { inCurrency } from './line-from-draft.ts';
import type { LineDraft, OrderDraft } from './order-draft.ts';

/** What an order can be special in. */
export type OrderKind =
  | 'plain'
  | 'discounted'
  | 'promoted'
  | 'coupon'
  | 'gift_wrapped'
  | 'handled'
  | 'with_fee'
  | 'store_credit'
  | 'gift_card'
  | 'everything'
  | 'cash_on_delivery'
  | 'bank_deposit'
  | 'pickup'
  | 'pickup_method'
  | 'digital'
  | 'gift_certificate'
  | 'custom_line'
  | 'bundle'
  | 'large'
  | 'two_addresses'
  | 'foreign_currency'
  | 'foreign_display'
  | 'yen';

/** What a recipe can look at: the plain order it starts from, and who buys it. */
export interface Basket {
  readonly random: Random;
  readonly shopper: Shopper;
  readonly currency: Currency;
  /** Ten-thousandths of the order's currency for one of the shop's own. */
  readonly rate: number;
  readonly lines: readonly PricedLine[];
  /** More goods, of the shelf only. */
  readonly moreLines: (count: number) => readonly PricedLine[];
}

export interface PricedLine extends LineDraft {
  readonly sku: string;
  readonly quantity: number;
  /** Of one piece in the order's currency; what the line is charged unless it says a price. */
  readonly listed: Amount;
}

/** What a kind changes of a plain order. */
type Recipe = (basket: Basket) => Partial<OrderDraft>;

const goodsOf = (lines: readonly PricedLine[]): Amount => sumOf(lines, (line) => line.listed * line.quantity);

/** Hundredths of the goods' worth, so that nothing ever costs less than nothing. */
const share = ({ lines, currency }: Basket, percent: number): string =>
  money(roundToCoin(portion(goodsOf(lines), percent, 100), currency.decimals));

/** A price of the shop's own currency in the order's. */
export const priced = ({ rate, currency }: Pick<Basket, 'rate' | 'currency'>, amount: string): string =>
  money(inCurrency(amountOf(amount), rate, currency));

const wrapped = (basket: Basket): LineDraft[] =>
  basket.lines.map((line, index) => (index === 0 ? { ...line, wrapping: priced(basket, '4.50') } : line));

const coupon = (basket: Basket): Partial<OrderDraft> => {
  const percent = basket.random.pick([5, 10, 15]);
  return {
    coupon: { code: `TRAIL${percent}`, amount: `${percent}`, discount: share(basket, percent), type: 1 },
  };
};

const fee = (basket: Basket) => [{ name: 'Bulky goods', amount: priced(basket, '12.30') }];

export const recipes: Readonly<Record<OrderKind, Recipe>> = {
  plain: () => ({}),
  discounted: (basket) => ({ discount: share(basket, 10), staffNotes: 'Discount agreed on the phone.' }),
  promoted: (basket) => ({ promotion: share(basket, 7) }),
  coupon,
  gift_wrapped: (basket) => ({
    lines: wrapped(basket),
    customerMessage: 'It is a present – no price on the slip, please.',
  }),
  handled: (basket) => ({ handling: priced(basket, '3.75') }),
  with_fee: (basket) => ({ fees: fee(basket) }),
  store_credit: (basket) => ({ storeCredit: share(basket, 30) }),
  gift_card: (basket) => ({ giftCertificate: share(basket, 40) }),
  everything: (basket) => ({
    ...coupon(basket),
    discount: share(basket, 5),
    lines: wrapped(basket),
    handling: priced(basket, '2.25'),
    fees: fee(basket),
    storeCredit: share(basket, 10),
    giftCertificate: share(basket, 20),
  }),
  cash_on_delivery: () => ({ paymentMethod: 'Cash on Delivery' }),
  bank_deposit: () => ({ paymentMethod: 'Bank Deposit' }),
  pickup: ({ random }) => ({ pickup: random.chance(0.8) ? 1 : 2, shipping: '0' }),
  pickup_method: () => ({ shippingMethod: 'Pickup In Store', shipping: '0' }),
  digital: ({ random }) => ({
    digital: true,
    shipping: '0',
    lines: [{ sku: random.pick(['DIG-MAPNL', 'DIG-MAPCP', 'DIG-KNIT', 'DIG-COOK']) }],
  }),
  gift_certificate: (basket) => ({
    lines: [
      ...(basket.random.chance(0.5) ? basket.lines.slice(0, 1) : []),
      { name: 'Gift certificate', kind: 'giftcertificate', productId: 0, price: priced(basket, '25') },
    ],
  }),
  custom_line: (basket) => ({
    lines: [...basket.lines, { productId: 0, name: 'Engraving, by arrangement', price: priced(basket, '18.00') }],
  }),
  bundle: (basket) => ({
    lines: [...basket.lines.slice(1), { sku: basket.random.pick(['BOX-KITCHEN', 'BOX-COFFEE', 'BOX-NIGHT']) }],
  }),
  large: ({ moreLines, random }) => ({ lines: moreLines(random.int(51, 70)), staffNotes: 'Scout group, see e-mail.' }),
  two_addresses: ({ shopper, random, lines, moreLines }) => {
    const [town = null] = shopper.country.towns;
    if (town === null) return {};
    const goods = lines.length > 1 ? lines : [...lines, ...moreLines(1)];
    return {
      addresses: [shopper.address, randomAddress(random, shopper.country, town)],
      lines: goods.map((line, index) => ({ ...line, address: index % 2 })),
    };
  },
  foreign_currency: () => ({}),
  foreign_display: ({ currency }) => ({ displayCurrency: currency.code === 'EUR' ? 'GBP' : 'EUR' }),
  yen: () => ({}),
};

/** How often each kind comes. */
export const kindWeights: readonly (readonly [OrderKind, number])[] = [
  ['plain', 46],
  ['discounted', 5],
  ['promoted', 5],
  ['coupon', 8],
  ['gift_wrapped', 4],
  ['handled', 3],
  ['with_fee', 3],
  ['store_credit', 3],
  ['gift_card', 3],
  ['everything', 1],
  ['cash_on_delivery', 3],
  ['bank_deposit', 3],
  ['pickup', 7],
  ['pickup_method', 4],
  ['digital', 3],
  ['gift_certificate', 2],
  ['custom_line', 1.5],
  ['bundle', 3],
  ['large', 0.4],
  ['two_addresses', 2],
  ['foreign_currency', 5],
  ['foreign_display', 1],
  ['yen', 1.2],
];

/** What the shoppers of a kind pay in. */
export const currencyFor = (kind: OrderKind, shopper: Shopper, own: Currency): Currency => {
  if (kind === 'yen') return currencyOf('JPY');
  return kind === 'foreign_currency' ? currencyOf(shopper.country.currency) : own;
};

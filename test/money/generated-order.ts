import fc from 'fast-check';

/** A row of BigCommerce's order list as far as its money goes, its lines alongside (bigcommerce.md §3.3, §3.4). */
export interface GeneratedRow {
  readonly id: number;
  readonly total_inc_tax: string;
  readonly total_tax: string;
  readonly default_currency_code: string;
  readonly is_tax_inclusive_pricing: boolean;
  readonly [field: string]: unknown;
}

/** Currencies with 0, 2, 3 and 4 decimals. */
const decimalsOf = { JPY: 0, KRW: 0, USD: 2, EUR: 2, GBP: 2, CHF: 2, KWD: 3, BHD: 3, CLF: 4 } as const;
type Code = keyof typeof decimalsOf;
export const currencies: readonly string[] = Object.keys(decimalsOf);

interface Recipe {
  readonly code: Code;
  readonly taxInclusive: boolean;
  /** Hundredths of a percent. */
  readonly rate: number;
  readonly lines: readonly { readonly coins: number; readonly quantity: number; readonly part: boolean }[];
  /** Coins of shipping, handling, wrapping and each fee. */
  readonly charges: readonly [number, number, number];
  readonly fees: readonly number[];
  /** Percent of the goods. */
  readonly discount: number;
  readonly coupon: number;
}

const coins = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 99_999 }));

const recipe: fc.Arbitrary<Recipe> = fc.record({
  code: fc.constantFrom<Code>('JPY', 'KRW', 'USD', 'EUR', 'GBP', 'CHF', 'KWD', 'BHD', 'CLF'),
  taxInclusive: fc.boolean(),
  rate: fc.constantFrom(0, 250, 550, 700, 825, 1000, 1900, 2100, 2300),
  lines: fc.array(
    fc.record({
      coins: fc.integer({ min: 0, max: 999_999 }),
      quantity: fc.integer({ min: 1, max: 24 }),
      part: fc.boolean(),
    }),
    { minLength: 1, maxLength: 7 },
  ),
  charges: fc.tuple(coins, coins, coins),
  fees: fc.array(fc.integer({ min: 1, max: 9_999 }), { maxLength: 2 }),
  discount: fc.constantFrom(0, 0, 3, 10, 33),
  coupon: fc.constantFrom(0, 0, 5, 7, 15),
});

const decimal = (amount: number): string => {
  const digits = String(Math.abs(amount)).padStart(5, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
};

interface Three {
  readonly inc: number;
  readonly ex: number;
  readonly tax: number;
}

const fields = (name: string, { inc, ex, tax }: Three) => ({
  [`${name}_inc_tax`]: decimal(inc),
  [`${name}_ex_tax`]: decimal(ex),
  [`${name}_tax`]: decimal(tax),
});

const added = (amounts: readonly number[]): number => amounts.reduce((total, each) => total + each, 0);

/** How a store with these prices reckons tax: rounded to coins wherever it is charged. */
const taxRules = ({ code, taxInclusive, rate }: Recipe) => {
  const coin = 10 ** (4 - decimalsOf[code]);
  const exactTax = (amount: number) => (amount * rate) / (taxInclusive ? 10_000 + rate : 10_000);
  const taxOf = (amount: number) => Math.round(exactTax(amount) / coin) * coin;
  const sides = (amount: number, tax: number): Three =>
    taxInclusive ? { inc: amount, ex: amount - tax, tax } : { inc: amount + tax, ex: amount, tax };
  return {
    coin,
    charge: (inCoins: number) => sides(inCoins * coin, taxOf(inCoins * coin)),
    /** Tax is that of what is left after discounts; the other side of the price is that of the undiscounted goods. */
    line: (gross: number, off: number) => ({ ...sides(gross, Math.round(exactTax(gross))), tax: taxOf(gross - off) }),
    total: (exactSide: number, tax: number): Three =>
      taxInclusive ? { inc: exactSide, ex: exactSide - tax, tax } : { inc: exactSide + tax, ex: exactSide, tax },
  };
};

/** Goods, discounts and charges of a recipe in ten-thousandths. */
const moneyOf = (recipe: Recipe) => {
  const rules = taxRules(recipe);
  const gross = recipe.lines.map((line, index) => (isPart(line, index) ? 0 : line.coins * line.quantity * rules.coin));
  const goods = added(gross);
  const percent = (hundredths: number) => Math.floor((goods * hundredths) / 100 / rules.coin) * rules.coin;
  const discount = percent(recipe.discount);
  const coupon = percent(recipe.coupon);
  const shareOf = (each: number) =>
    goods === 0 ? 0 : Math.floor((each * (discount + coupon)) / goods / rules.coin) * rules.coin;
  const lines = gross.map((each) => rules.line(each, shareOf(each)));
  const [shipping, handling, wrapping] = recipe.charges;
  const charges = {
    shipping: rules.charge(shipping),
    handling: rules.charge(handling),
    wrapping: rules.charge(wrapping),
  };
  const fees = recipe.fees.map(rules.charge);
  const extras = [...Object.values(charges), ...fees];
  const tax = added([...lines, ...extras].map((each) => each.tax));
  const side = recipe.taxInclusive ? 'inc' : 'ex';
  const total = rules.total(goods + added(extras.map((each) => each[side])) - discount - coupon, tax);
  return { lines, charges, fees, discount, coupon, total };
};

/** The parts of a bundle are lines that cost nothing; the first line is the bundle. */
const isPart = (line: Recipe['lines'][number], index: number): boolean => line.part && index > 0;

const generated = (recipe: Recipe, id: number): GeneratedOrder => {
  const money = moneyOf(recipe);
  return { row: rowOf(recipe, money, id), estimate: estimateOf(recipe, money) };
};

const estimateOf = ({ taxInclusive }: Recipe, { lines, charges, fees, discount, coupon }: OrderMoney): number =>
  added([...lines, ...Object.values(charges), ...fees].map((each) => (taxInclusive ? each.ex + each.tax : each.inc))) -
  discount -
  coupon;

type OrderMoney = ReturnType<typeof moneyOf>;

const rowOf = (
  recipe: Recipe,
  { lines, charges, fees, discount, coupon, total }: OrderMoney,
  id: number,
): GeneratedRow => {
  const placed = 'Thu, 24 Sep 2026 10:00:00 +0000';
  return {
    id,
    status_id: 11,
    date_created: placed,
    date_modified: placed,
    default_currency_code: recipe.code,
    currency_code: recipe.code,
    is_tax_inclusive_pricing: recipe.taxInclusive,
    total_inc_tax: decimal(total.inc),
    total_ex_tax: decimal(total.ex),
    total_tax: decimal(total.tax),
    ...fields('shipping_cost', charges.shipping),
    ...fields('handling_cost', charges.handling),
    ...fields('wrapping_cost', charges.wrapping),
    discount_amount: decimal(discount),
    coupon_discount: decimal(coupon),
    items_total: added(recipe.lines.map((line) => line.quantity)),
    fees: fees.map((fee, index) => ({ id: index + 1, display_name_customer: `Fee ${index}`, ...fields('cost', fee) })),
    consignments: {
      shipping: [
        {
          id,
          line_items: recipe.lines.map((line, index) => ({
            id: id * 10 + index,
            product_id: 100 + index,
            variant_id: 500 + index,
            name: `Thing ${index}`,
            sku: `T-${index}`,
            type: 'physical',
            quantity: line.quantity,
            parent_order_product_id: isPart(line, index) ? id * 10 : null,
            ...fields('total', lines[index] ?? { inc: 0, ex: 0, tax: 0 }),
          })),
        },
      ],
    },
  };
};

export interface GeneratedOrder {
  readonly row: GeneratedRow;
  /** What the column that is not exact adds up to, in ten-thousandths: it may explain another total by chance. */
  readonly estimate: number;
}

/** So many orders of every currency and both ways of taxing, always the same ones; their ids follow each other. */
export const generatedOrders = (count: number, firstId = 1_000): GeneratedOrder[] =>
  fc.sample(recipe, { seed: 34, numRuns: count }).map((each, index) => generated(each, firstId + index));

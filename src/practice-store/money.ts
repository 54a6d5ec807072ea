/** Ten-thousandths of a currency's unit: always a whole number, so that nothing here is ever a fraction. */
export type Amount = number;

/** One unit of a currency. */
const unit = 10_000;

/** Reads a decimal with up to four places, such as `12.34` or `-0.0050`; throws a RangeError for anything else. */
export const amountOf = (decimal: string): Amount => {
  const match = /^(-?)(\d{1,11})(?:\.(\d{1,4}))?$/.exec(decimal);
  if (match === null) throw new RangeError(`"${decimal}" is not an amount of money with up to four decimals.`);
  const [, sign, whole = '0', places = ''] = match;
  const amount = Number(whole) * unit + Number(places.padEnd(4, '0'));
  return sign === '-' && amount !== 0 ? -amount : amount;
};

/** The way the V2 interface writes money: always four decimals (bigcommerce.md §0.5). */
export const money = (amount: Amount): string => {
  const size = Math.abs(amount);
  const places = size % unit;
  return `${amount < 0 ? '-' : ''}${(size - places) / unit}.${String(places).padStart(4, '0')}`;
};

/** The way the V3 interface writes money: a JSON number (bigcommerce.md §0.5). */
export const jsonMoney = (amount: Amount): number => Number(money(amount));

/** `amount × part ÷ whole`, rounded half away from zero. Exact while the product stays below 2^53. */
export const portion = (amount: Amount, part: number, whole: number): Amount => {
  const product = Math.abs(amount) * part * 2 + whole;
  const result = (product - (product % (2 * whole))) / (2 * whole);
  return amount < 0 && result !== 0 ? -result : result;
};

/** Rounds to the smallest coin of a currency with that many decimals. */
export const roundToCoin = (amount: Amount, decimals: number): Amount => {
  const coin = coinOf(decimals);
  return portion(amount, 1, coin) * coin;
};

/** The smallest coin of a currency with that many decimals. */
export const coinOf = (decimals: number): Amount => 10 ** (4 - decimals);

/** Splits `total` by weight into whole coins that add up to it again. Without any weight nothing is split off. */
export const allot = (total: Amount, weights: readonly number[], decimals: number): Amount[] => {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const last = weights.findLastIndex((weight) => weight > 0);
  let seen = 0;
  let given = 0;
  return weights.map((weight, index) => {
    seen += weight;
    const upTo = index >= last ? total : roundToCoin(portionOfBig(total, seen, sum), decimals);
    const share = upTo - given;
    given = upTo;
    return share;
  });
};

/** Money times money can pass 2^53; weights here are amounts too. */
const portionOfBig = (total: Amount, part: number, whole: number): Amount =>
  Number((BigInt(total) * BigInt(part) * 2n + BigInt(whole)) / (2n * BigInt(whole)));

export const sumOf = <T>(list: readonly T[], amount: (each: T) => Amount): Amount =>
  list.reduce((sum, each) => sum + amount(each), 0);

/** A currency that shoppers pay in. `decimals` is the number of its coins' decimals (0 for yen, 3 for dinars). */
export interface Currency {
  readonly id: number;
  readonly code: string;
  readonly symbol: string;
  readonly decimals: number;
  /** Its value of one US dollar in hundredths, for believable rates between any two. */
  readonly perDollar: number;
}

export const currencies: readonly Currency[] = [
  { id: 1, code: 'USD', symbol: '$', decimals: 2, perDollar: 100 },
  { id: 2, code: 'EUR', symbol: '€', decimals: 2, perDollar: 92 },
  { id: 3, code: 'GBP', symbol: '£', decimals: 2, perDollar: 79 },
  { id: 4, code: 'AUD', symbol: '$', decimals: 2, perDollar: 152 },
  { id: 5, code: 'CAD', symbol: '$', decimals: 2, perDollar: 137 },
  { id: 6, code: 'NZD', symbol: '$', decimals: 2, perDollar: 165 },
  { id: 7, code: 'JPY', symbol: '¥', decimals: 0, perDollar: 15_000 },
  { id: 8, code: 'CHF', symbol: 'CHF', decimals: 2, perDollar: 88 },
  { id: 9, code: 'KWD', symbol: 'KD', decimals: 3, perDollar: 31 },
];

const byCode = new Map(currencies.map((each) => [each.code, each]));

/** Throws a RangeError for a currency that the practice store does not know. */
export const currencyOf = (code: string): Currency => {
  const found = byCode.get(code);
  if (found === undefined) {
    throw new RangeError(`The practice store knows the currencies ${[...byCode.keys()].join(', ')}, not "${code}".`);
  }
  return found;
};

/** How many ten-thousandths of `to` one unit of `from` is worth. */
export const exchangeRateOf = (from: Currency, to: Currency): number =>
  Math.round((to.perDollar * 10_000) / from.perDollar);

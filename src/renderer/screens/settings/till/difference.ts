import { moneyOf } from '../../../format/cash.ts';
import { formatMoney } from '../../../format/money.ts';
import { text } from '../../../text.ts';

const words = text.till.close;

/** What is missing in a drawer, or too much in it, in words. */
export const differenceWords = (units: bigint, currency: string): string => {
  if (units === 0n) return words.exact;
  const amount = formatMoney(moneyOf(units < 0n ? -units : units, currency));
  return units < 0n ? words.missing(amount) : words.over(amount);
};

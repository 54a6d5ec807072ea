import type { Money } from '../../contract/values.ts';
import { type Locale, perLocale } from './locale.ts';

/** The currency's own decimals (none for JPY, three for KWD); up to four where an amount really has them. */
const formatOf = perLocale(
  ({ figures }, currency) => new Intl.NumberFormat(figures, { style: 'currency', currency, maximumFractionDigits: 4 }),
);

const isDecimal = (amount: string): amount is `${number}` => /^-?\d+(\.\d+)?$/.test(amount);

/** Money as staff read it, from its decimal string and never through a float (law 9): `$1,204.50`, `−¥300`. */
export const formatMoney = (money: Money): string => moneyIn(undefined, money);

/** The same as another locale writes it. */
export const moneyIn = (locale: Locale | undefined, { amount, currency }: Money): string =>
  isDecimal(amount) ? formatOf(currency, locale).format(amount).replace('-', '−') : `${amount} ${currency}`;

/** Whether there is no money at all, whatever the currency. */
export const isZero = ({ amount }: Money): boolean => !/[1-9]/.test(amount);

/** Totals as they are shown: the shop's own currency first, and of the others only what is not zero. */
export const ownFirst = (totals: readonly Money[], own: string | undefined): Money[] => {
  const others = totals.filter((money) => money.currency !== own && !isZero(money));
  return [...totals.filter((money) => money.currency === own), ...others];
};

/** What was given back is shown with a minus. */
export const negated = (money: Money): Money => {
  if (isZero(money)) return money;
  return { ...money, amount: money.amount.startsWith('-') ? money.amount.slice(1) : `-${money.amount}` };
};

const units = (amount: string): bigint => BigInt(amount.replace('.', ''));

/** How much of the largest each amount is, 0 to 1, for bars. Amounts are of one currency; negative ones are 0. */
export const sharesOfLargest = (amounts: readonly string[]): number[] => {
  const all = amounts.map(units).map((each) => (each < 0n ? 0n : each));
  const largest = all.reduce((most, each) => (each > most ? each : most), 0n);
  return all.map((each) => (largest === 0n ? 0 : Number((each * 1000n) / largest) / 1000));
};

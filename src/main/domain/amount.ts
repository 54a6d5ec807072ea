/**
 * Money as an integer of ten-thousandths of the currency's unit (`"12.3400"` is 123400), never a float (R34).
 * BigCommerce sends at most four decimals, whatever the currency (bigcommerce.md §0.5).
 */
export type Amount = number;

const DECIMALS = 4;
const SCALE = 10_000;
const decimal = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Reads a decimal string or a JSON number. Null when it is not one, is too large, or says more than four decimals. */
export const parseAmount = (value: string | number): Amount | null => {
  const text = typeof value === 'number' ? numberText(value) : value.trim();
  const parts = decimal.exec(text);
  if (!parts) return null;
  const [, sign, whole = '', fraction = ''] = parts;
  if (/[1-9]/.test(fraction.slice(DECIMALS))) return null;
  const amount = Number(whole + fraction.slice(0, DECIMALS).padEnd(DECIMALS, '0'));
  if (!Number.isSafeInteger(amount)) return null;
  return sign === '-' ? 0 - amount : amount;
};

/** V3 money is a JSON number, which may carry binary noise behind the fourth decimal. */
const numberText = (value: number): string => {
  const rounded = Math.round(value * SCALE) / SCALE;
  return String(Math.abs(value - rounded) < 1e-7 ? rounded : value);
};

/** `123400` → `"12.3400"`. */
export const formatAmount = (amount: Amount): string => {
  const digits = String(Math.abs(amount)).padStart(DECIMALS + 1, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`;
};

export const sumOf = <T>(items: readonly T[], amountOf: (item: T) => Amount): Amount =>
  items.reduce((sum, item) => sum + amountOf(item), 0);

import { perLocale } from './locale.ts';

/** The marks of money in a locale: before its decimals, and between its thousands. */
const marksOf = perLocale(({ figures }) => {
  const format = new Intl.NumberFormat(figures, { style: 'currency', currency: 'EUR' });
  const parts = format.formatToParts(1_234_567.5);
  const mark = (type: 'decimal' | 'group', otherwise: string): string =>
    parts.find((part) => part.type === type)?.value ?? otherwise;
  return { decimal: mark('decimal', '.'), group: mark('group', ' ') };
});

const wholeOf = (thousands: string): string => `(?:\\d{1,9}|[1-9]\\d{0,2}(?:${thousands}\\d{2,3})*${thousands}\\d{3})`;

const readerOf = perLocale((locale) => {
  const { decimal, group } = marksOf('', locale);
  const other = decimal === ',' ? '.' : ',';
  // Spaces and apostrophes are between thousands wherever they stand; a point or a comma only where the locale puts it there.
  const thousands = group === other ? `[\\s'’${other}]` : "[\\s'’]";
  return {
    inItsWay: new RegExp(`^(${wholeOf(thousands)})(?:[${decimal}](\\d{1,4}))?$`),
    /** The keypad's point where the locale has a comma, or the reverse. Three digits after it may be thousands: nobody can say. */
    inTheOther: new RegExp(`^(\\d{1,9})[${other}](\\d{1,2}|\\d{4})$`),
  };
});

/**
 * An amount as somebody types it, read as the outlet writes amounts: `1.234,50` is `1234.50` where `,` stands before the decimals,
 * and none where `.` does. Where it cannot be mistaken the other mark is good as well: `12.5`. Null while it is none.
 */
export const typedAmount = (typed: string): string | null => {
  const { inItsWay, inTheOther } = readerOf();
  const text = typed.trim();
  const [, whole, decimals] = inItsWay.exec(text) ?? inTheOther.exec(text) ?? [];
  if (whole === undefined) return null;
  const digits = whole.replace(/\D/g, '');
  if (digits.length > 9) return null;
  return decimals === undefined ? digits : `${digits}.${decimals}`;
};

/** The same with a sign, `−12,5` → `-12.5`. */
export const signedAmount = (typed: string): string | null => {
  const [, sign = '', text = ''] = /^\s*([-−]?)(.*)$/s.exec(typed) ?? [];
  const amount = typedAmount(text);
  return amount === null || sign === '' ? amount : `-${amount}`;
};

/** A decimal as it would be typed here: `-12.50` → `-12,50`. */
export const asTyped = (amount: string): string => amount.replace('.', marksOf().decimal);

import { locale } from './locale.ts';

const format = new Intl.NumberFormat(locale);

/** A whole number with its thousands apart: `8,300`, `−3`. */
export const formatCount = (count: number): string => format.format(count).replace('-', '−');

const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });

/** A change of quantity, always with its sign: `+2`, `−1`. */
export const formatSigned = (quantity: number): string => signed.format(quantity).replace('-', '−');

const rules = new Intl.PluralRules(locale);

/** The form of a word that goes with a count. English and German have two; a language with more needs more here. */
export const plural = (count: number, one: string, many: string): string =>
  rules.select(count) === 'one' ? one : many;

/** A count and its word: `1 sale`, `8,300 sales`. */
export const counted = (count: number, one: string, many: string): string =>
  `${formatCount(count)} ${plural(count, one, many)}`;

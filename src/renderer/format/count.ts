import { language } from './language.ts';
import { perLocale } from './locale.ts';

const formatOf = perLocale(({ figures }) => new Intl.NumberFormat(figures));

/** A whole number with its thousands apart: `8,300`, `−3`. */
export const formatCount = (count: number): string => formatOf().format(count).replace('-', '−');

const signedOf = perLocale(({ figures }) => new Intl.NumberFormat(figures, { signDisplay: 'exceptZero' }));

/** A change of quantity, always with its sign: `+2`, `−1`. */
export const formatSigned = (quantity: number): string => signedOf().format(quantity).replace('-', '−');

const tenthsOf = perLocale(
  ({ figures }) => new Intl.NumberFormat(figures, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);

/** A measure to its tenth: `1,234.5`. */
export const formatTenths = (measure: number): string => tenthsOf().format(measure);

/** Words have the plural of their own language, wherever the outlet is. */
const rules = new Intl.PluralRules(language);

/** The form of a word that goes with a count. English and German have two; a language with more needs more here. */
export const plural = (count: number, one: string, many: string): string =>
  rules.select(count) === 'one' ? one : many;

/** A count and its word: `1 sale`, `8,300 sales`. */
export const counted = (count: number, one: string, many: string): string =>
  `${formatCount(count)} ${plural(count, one, many)}`;

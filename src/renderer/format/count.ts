import { locale } from './locale.ts';

const format = new Intl.NumberFormat(locale);

/** A whole number with its thousands apart: `8,300`, `−3`. */
export const formatCount = (count: number): string => format.format(count).replace('-', '−');

const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });

/** A change of quantity, always with its sign: `+2`, `−1`. */
export const formatSigned = (quantity: number): string => signed.format(quantity).replace('-', '−');

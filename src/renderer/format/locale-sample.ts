import { digitsOfDay, timeOf } from './instants.ts';
import { localeFor, perLocale } from './locale.ts';
import { moneyIn } from './money.ts';

const hundredthsOf = perLocale(({ figures }) => new Intl.NumberFormat(figures, { minimumFractionDigits: 2 }));

/**
 * A day, a time, a figure and money as an outlet of that locale writes them: `27/11/2026 14:02 · 1,234.50 · £12.00`. The day is one
 * that cannot be taken for a month. What is no currency yet is left out.
 */
export const localeSample = (outlets: string | null, currency: string): string => {
  const locale = localeFor(outlets);
  const [day, time] = ['2026-11-27', '14:02'];
  return [
    `${digitsOfDay(day, locale)} ${timeOf(`${day}T${time}:00Z`, 'UTC', locale)}`,
    hundredthsOf('', locale).format(1234.5),
    ...(/^[A-Z]{3}$/.test(currency) ? [moneyIn(locale, { amount: '12.00', currency })] : []),
  ].join(' · ');
};

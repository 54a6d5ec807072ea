import { afterEach, describe, expect, test, vi } from 'vitest';
import { counted, formatCount, formatSigned, formatTenths } from '../../src/renderer/format/count.ts';
import { dayHeading, digitsOfDay, fullWhenOf, timeOf, whenOf } from '../../src/renderer/format/instants.ts';
import { localeNow, perLocale, setLocale } from '../../src/renderer/format/locale.ts';
import { localeChoices } from '../../src/renderer/format/locale-names.ts';
import { localeSample } from '../../src/renderer/format/locale-sample.ts';
import { formatMoney } from '../../src/renderer/format/money.ts';
import { asTyped, signedAmount, typedAmount } from '../../src/renderer/format/typed-amount.ts';
import { typedDay } from '../../src/renderer/format/typed-day.ts';

afterEach(() => setLocale(null));

/** `Intl` parts figures and marks with spaces that do not break. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const afternoon = '2026-11-27T14:02:00Z';
const euros = { amount: '1234.5000', currency: 'EUR' };

describe('the outlet’s locale', () => {
  test('writes days, figures, money and the clock; the words stay in their own language', () => {
    const written = (locale: string | null) => {
      setLocale(locale);
      return [
        ...[digitsOfDay('2026-11-27'), timeOf(afternoon, 'UTC'), dayHeading('2025-11-27', '2026-11-28')],
        ...[formatCount(-8300), formatSigned(1200), formatTenths(1234.5), formatMoney(euros)],
        counted(0, 'sale', 'sales'),
      ].map(plain);
    };
    expect(written('de-DE')).toEqual([
      ...['27.11.2026', '14:02', 'Thu, 27 Nov 2025', '−8.300', '+1.200', '1.234,5', '1.234,50 €', '0 sales'],
    ]);
    expect(written('en-GB')).toEqual([
      ...['27/11/2026', '14:02', 'Thu, 27 Nov 2025', '−8,300', '+1,200', '1,234.5', '€1,234.50', '0 sales'],
    ]);
    expect(written('en-US')).toEqual([
      ...['11/27/2026', '02:02 PM', 'Thu, Nov 27, 2025', '−8,300', '+1,200', '1,234.5', '€1,234.50', '0 sales'],
    ]);
    expect(written('fr-CA'), 'French calls nothing one of it, English does not').toEqual([
      ...['2026-11-27', '14 h 02', 'Thu, Nov 27, 2025', '−8 300', '+1 200', '1 234,5', '1 234,50 €', '0 sales'],
    ]);
    expect(written(null)[1], 'without one the clock has 24 hours, as before').toBe('14:02');
  });

  test('changes what is written at once, and nothing is made again for it', () => {
    const made = vi.fn();
    const of = perLocale(({ figures }, name) => made(figures, name) ?? name);
    for (const locale of ['de-DE', 'en-GB', 'de-DE', 'en-GB', null, 'de-DE']) {
      setLocale(locale);
      for (const zone of ['UTC', 'Europe/Vienna', 'UTC']) of(zone);
    }
    expect(made).toHaveBeenCalledTimes(6);
    const now = vi.fn();
    const stop = localeNow.subscribe(now);
    setLocale('de-DE');
    expect(now, 'the same locale draws nothing anew').not.toHaveBeenCalled();
    stop();
  });

  test('shows what it means before it is chosen, with the outlet’s own money', () => {
    const sample = (locale: string | null, currency: string) => plain(localeSample(locale, currency));
    expect(sample('en-GB', 'GBP')).toBe('27/11/2026 14:02 · 1,234.50 · £12.00');
    expect(sample('de-DE', 'EUR')).toBe('27.11.2026 14:02 · 1.234,50 · 12,00 €');
    expect(sample('en-GB', 'GB'), 'while the currency is being typed').toBe('27/11/2026 14:02 · 1,234.50');
    expect(localeChoices('en-AE').map(({ tag, name }) => `${tag} ${name}`)).toEqual(
      expect.arrayContaining(['en-GB English (United Kingdom)', 'en-AE English (United Arab Emirates)']),
    );
    for (const { tag } of localeChoices('')) expect(Intl.NumberFormat.supportedLocalesOf(tag), tag).toEqual([tag]);
  });

  test('is that of paper as well, with day, year and clock', () => {
    setLocale('de-AT');
    expect(plain(fullWhenOf('2026-11-27T23:30:00Z', 'Europe/Vienna'))).toBe('Sat, 28 Nov 2026, 00:30');
    expect(plain(whenOf(afternoon, 'UTC', Date.parse(afternoon)))).toBe('14:02');
  });
});

describe('an amount is read as the outlet writes it', () => {
  const typed = (locale: string, ...texts: readonly string[]) => {
    setLocale(locale);
    return texts.map(typedAmount);
  };

  test('with its own marks between thousands and before decimals', () => {
    expect(typed('de-DE', '1.234,50', '1234,5', '1.234', '12.345.678,9')).toEqual([
      ...['1234.50', '1234.5', '1234', '12345678.9'],
    ]);
    expect(typed('en-GB', '1,234.50', '1234.5', '1,234')).toEqual(['1234.50', '1234.5', '1234']);
    expect(typed('de-CH', '1’234.50', "1'234.5")).toEqual(['1234.50', '1234.5']);
    expect(typed('fr-FR', '1 234,50', '1\u202f234,5')).toEqual(['1234.50', '1234.5']);
    expect(typed('en-IN', '1,23,456.50')).toEqual(['123456.50']);
  });

  test('with the other mark only where it cannot be mistaken', () => {
    for (const locale of ['de-DE', 'en-GB', 'fr-FR', 'de-CH']) {
      expect(typed(locale, '150', ' 12,5 ', '12.5', '0.10', '0,10'), locale).toEqual([
        ...['150', '12.5', '12.5', '0.10', '0.10'],
      ]);
    }
    expect(typed('de-DE', '1,234.50', '0.500'), 'English marks in Germany').toEqual([null, null]);
    expect(typed('en-GB', '1.234,50', '0,500'), 'German marks in Britain').toEqual([null, null]);
    expect(typed('fr-FR', '1.234'), 'thousands or decimals: nobody can say').toEqual([null]);
    expect(typed('en-GB', '12.3456', '12,3456')).toEqual(['12.3456', '12.3456']);
  });

  test('and is none where it is anything else', () => {
    const none = ['', '-5', '12.', '1.23456', 'ten', '1e3', '12 50', '1,2,3', '1,234,5', '.5', '1234567890'];
    expect(typed('en-GB', ...none)).toEqual(none.map(() => null));
    expect(typed('de-DE', ...none)).toEqual(none.map(() => null));
  });

  test('with a sign where sales may come to less than nothing, and shown as it is typed', () => {
    setLocale('de-DE');
    expect(['−1.234,50', '-3.5', ' 7 ', '--7', '12.34567', ''].map(signedAmount)).toEqual([
      ...['-1234.50', '-3.5', '7', null, null, null],
    ]);
    expect(asTyped('-1234.567')).toBe('-1234,567');
    expect(signedAmount(asTyped('-1234.567')), 'and read again it is the same').toBe('-1234.567');
  });
});

test('a day is read in the order in which the outlet writes days', () => {
  const typed = (locale: string, ...texts: readonly string[]) => {
    setLocale(locale);
    return texts.map(typedDay);
  };
  expect(typed('en-GB', '3/4/2026', '03.04.26', '2026-04-03', '2026-4-3')).toEqual(Array(4).fill('2026-04-03'));
  expect(typed('en-US', '4/3/2026', '04-03-26', '2026-04-03')).toEqual(Array(3).fill('2026-04-03'));
  expect(typed('de-DE', '3.4.2026', '3. 4. 26')).toEqual(Array(2).fill('2026-04-03'));
  expect(typed('en-CA', '26-04-03')).toEqual(['2026-04-03']);
  expect(typed('en-GB', '31/2/2026', '4/13/2026', '27/11', '', '27/11/202', 'soon')).toEqual(Array(6).fill(null));
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMoney, isZero, negated, ownFirst, sharesOfLargest } from '../../src/renderer/format/money.ts';

const money = (amount: string, currency: string) => ({ amount, currency });
const digits = (shown: string): string => shown.replace(/[^\d.]/g, '');

describe('money on the screens (law 9, R34)', () => {
  test('an amount is shown with its own currency’s decimals: two, none for JPY, three for KWD', () => {
    expect(digits(formatMoney(money('1204.5000', 'USD')))).toBe('1204.50');
    expect(digits(formatMoney(money('1200.0000', 'JPY')))).toBe('1200');
    expect(digits(formatMoney(money('7.1250', 'KWD')))).toBe('7.125');
  });

  test('a fraction of a cent is not rounded away', () => {
    expect(digits(formatMoney(money('10.0025', 'USD')))).toBe('10.0025');
  });

  test('no digit of a large amount is lost, where a float would lose it', () => {
    expect(digits(formatMoney(money('99999999999999999.9900', 'USD')))).toBe('99999999999999999.99');
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), (whole) => {
        expect(digits(formatMoney(money(`${whole}.0000`, 'JPY')))).toBe(String(whole));
      }),
    );
  });

  test('what was given back has a minus in front, and nothing given back has none', () => {
    expect(formatMoney(negated(money('12.5000', 'EUR')))).toMatch(/^−.*12\.50/);
    expect(negated(money('-12.5000', 'EUR'))).toEqual(money('12.5000', 'EUR'));
    expect(negated(money('0.0000', 'EUR'))).toEqual(money('0.0000', 'EUR'));
  });

  test('only an amount without any digit above zero is nothing', () => {
    expect(isZero(money('0.0000', 'USD'))).toBe(true);
    expect(isZero(money('-0.0100', 'USD'))).toBe(false);
  });

  test('a day’s bar is its share of the best day; a day of returns has none', () => {
    expect(sharesOfLargest(['50.0000', '100.0000', '-20.0000', '0.0000'])).toEqual([0.5, 1, 0, 0]);
    expect(sharesOfLargest(['0.0000'])).toEqual([0]);
    expect(sharesOfLargest([])).toEqual([]);
  });

  test('the shop’s own currency leads the totals, and currencies that come to nothing are left out', () => {
    const totals = [money('0.0000', 'CAD'), money('9.0000', 'EUR'), money('0.0000', 'USD')];
    expect(ownFirst(totals, 'USD').map(({ currency }) => currency)).toEqual(['USD', 'EUR']);
    expect(ownFirst(totals, undefined).map(({ currency }) => currency)).toEqual(['EUR']);
  });
});

import type { Money } from '../../contract/values.ts';

/** Money as ten-thousandths, exact (law 9). */
type Units = bigint;

const SCALE = 4;

export const unitsOf = (amount: string): Units => {
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.');
  const units = BigInt(whole + fraction.slice(0, SCALE).padEnd(SCALE, '0'));
  return amount.startsWith('-') ? -units : units;
};

export const moneyOf = (units: Units, currency: string): Money => {
  const digits = String(units < 0n ? -units : units).padStart(SCALE + 1, '0');
  return { amount: `${units < 0n ? '-' : ''}${digits.slice(0, -SCALE)}.${digits.slice(-SCALE)}`, currency };
};

/** Coins and notes of a currency, the largest first, as decimals. */
const known: Readonly<Record<string, readonly string[]>> = {
  USD: ['100', '50', '20', '10', '5', '2', '1', '0.50', '0.25', '0.10', '0.05', '0.01'],
  CAD: ['100', '50', '20', '10', '5', '2', '1', '0.25', '0.10', '0.05'],
  EUR: ['200', '100', '50', '20', '10', '5', '2', '1', '0.50', '0.20', '0.10', '0.05', '0.02', '0.01'],
  GBP: ['50', '20', '10', '5', '2', '1', '0.50', '0.20', '0.10', '0.05', '0.02', '0.01'],
  AUD: ['100', '50', '20', '10', '5', '2', '1', '0.50', '0.20', '0.10', '0.05'],
  NZD: ['100', '50', '20', '10', '5', '2', '1', '0.50', '0.20', '0.10'],
  CHF: ['1000', '200', '100', '50', '20', '10', '5', '2', '1', '0.50', '0.20', '0.10', '0.05'],
  JPY: ['10000', '5000', '2000', '1000', '500', '100', '50', '10', '5', '1'],
};

/** Where a currency is not known: steps of 1, 2 and 5, as most have them. */
const usual = ['500', '200', '100', '50', '20', '10', '5', '2', '1', '0.50', '0.20', '0.10', '0.05'];

export const denominationsOf = (currency: string): readonly string[] => known[currency] ?? usual;

/** What so many of each come to. */
export const sumOfPieces = (pieces: readonly { readonly value: string; readonly count: number }[]): Units =>
  pieces.reduce((sum, { value, count }) => sum + unitsOf(value) * BigInt(count), 0n);

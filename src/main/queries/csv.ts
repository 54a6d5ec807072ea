import { stringify } from 'csv-stringify/sync';
import { formatAmount } from '../domain/amount.ts';

/** Text, or money as ten-thousandths: a figure below nothing begins with the sign of a formula, and is none. */
export type CsvCell = string | bigint;

/**
 * A list as CSV for spreadsheets: with a byte-order mark, without which they take it for another alphabet, and nothing in
 * it that they would run as a formula.
 */
export const csvOf = (heading: readonly string[], rows: readonly (readonly CsvCell[])[]): string =>
  stringify([heading, ...rows], { ...forSpreadsheets, bom: true });

/** More rows of the same, to be written behind it. */
export const moreCsv = (rows: readonly (readonly CsvCell[])[]): string => stringify([...rows], forSpreadsheets);

const forSpreadsheets = {
  record_delimiter: 'windows',
  escape_formulas: true,
  cast: { bigint: (amount: bigint) => formatAmount(Number(amount)) },
} as const;

import { stringify } from 'csv-stringify/sync';

/**
 * A list as CSV for spreadsheets: with a byte-order mark, without which they take it for another alphabet, and nothing in
 * it that they would run as a formula.
 */
export const csvOf = (heading: readonly string[], rows: readonly (readonly string[])[]): string =>
  stringify([heading, ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true });

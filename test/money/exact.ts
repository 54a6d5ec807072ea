import { readOrder } from '../../src/main/bigcommerce/read-order.ts';
import type { Order } from '../../src/main/domain/order.ts';
import { type SaleLine, saleLinesOf } from '../../src/main/domain/sale-lines.ts';

/** Ten-thousandths, read digit by digit: nothing here may share the product's arithmetic. */
export const exact = (decimal: string): bigint => {
  const parts = /^(-?)(\d+)(?:\.(\d{1,4}))?$/.exec(decimal);
  if (!parts) throw new Error(`"${decimal}" is not money with at most four decimals.`);
  const size = BigInt((parts[2] ?? '') + (parts[3] ?? '').padEnd(4, '0'));
  return parts[1] === '-' ? -size : size;
};

/** Ten-thousandths as BigCommerce writes them: always four decimals. */
export const decimal = (amount: bigint): string => {
  const digits = String(amount < 0n ? -amount : amount).padStart(5, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
};

export const sum = (amounts: readonly (number | bigint)[]): bigint =>
  amounts.reduce<bigint>((all, each) => all + BigInt(each), 0n);

/** An order's row of the list as it has to be read; throws with the reason when it is not. */
const understood = (row: unknown): Order => {
  const read = readOrder(row);
  if (read.kind !== 'order') throw new Error(read.why);
  return read.order;
};

/** The lines of the sale that a row becomes, with what they add up to. */
export const saleOf = (row: unknown): { readonly lines: SaleLine[]; readonly total: bigint; readonly tax: bigint } => {
  const lines = saleLinesOf(understood(row));
  return { lines, total: sum(lines.map((line) => line.total)), tax: sum(lines.map((line) => line.tax)) };
};

export const roundingLines = (lines: readonly SaleLine[]): SaleLine[] =>
  lines.filter((line) => line.kind === 'rounding');

import type { z } from 'zod';
import { type Amount, parseAmount } from '../domain/amount.ts';
import type { Charge } from '../domain/order.ts';

/** A field whose value has no meaning to us: the order is held with this reason. */
export class UnreadableField extends Error {
  constructor(field: string, value: unknown) {
    super(`The field "${field}" has a value that is not understood: ${JSON.stringify(value)?.slice(0, 80)}.`);
    this.name = 'UnreadableField';
  }
}

/** Parses with a schema, naming the first field that does not fit. Throws `UnreadableField`. */
export const check = <S extends z.ZodType>(schema: S, raw: unknown): z.output<S> => {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const path = deepestPath(parsed.error.issues);
  throw new UnreadableField(path.join('.') || 'order', valueAt(raw, path));
};

/** Of the shapes that a field may have, the one that fits furthest tells what is wrong; the last of them, if several. */
const deepestPath = (issues: readonly z.core.$ZodIssue[]): readonly PropertyKey[] => {
  const [issue] = issues;
  if (!issue) return [];
  const inside = issue.code === 'invalid_union' ? issue.errors.map(deepestPath) : [];
  return inside.reduce((deepest, path) => {
    const whole = [...issue.path, ...path];
    return whole.length >= deepest.length ? whole : deepest;
  }, issue.path);
};

const valueAt = (raw: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    raw,
  );

const isMissing = (value: unknown): boolean => value === null || value === undefined || value === '';

/** A value without which an order cannot be understood. Throws `UnreadableField`. */
export const required = (field: string, value: unknown): unknown => {
  if (isMissing(value)) throw new UnreadableField(field, value);
  return value;
};

/** Missing money is zero; money that is there and unreadable is not. Throws `UnreadableField`. */
export const amountOf = (field: string, value: unknown): Amount => {
  if (isMissing(value)) return 0;
  const amount = typeof value === 'string' || typeof value === 'number' ? parseAmount(value) : null;
  if (amount === null) throw new UnreadableField(field, value);
  return amount;
};

/** Later ones have no four-digit year in every time zone, which no calendar of the app could show. */
const LAST_INSTANT = Date.parse('9999-12-30T00:00:00Z');

/** RFC 2822 or ISO 8601 (bigcommerce.md §3.2) → UTC ms, from 1970 on. Throws `UnreadableField`. */
export const instantOf = (field: string, value: string): number => {
  const at = Date.parse(value);
  if (!(at >= 0 && at <= LAST_INSTANT)) throw new UnreadableField(field, value);
  return at;
};

/** Completes a charge of which some stores send two of the three figures. */
export const chargeOf = (field: string, incTax: unknown, exTax: unknown, tax: unknown): Charge => {
  const inc = amountOf(`${field}_inc_tax`, incTax);
  if (isMissing(tax) && isMissing(exTax)) return { incTax: inc, exTax: inc, tax: 0 };
  const taxAmount = isMissing(tax) ? inc - amountOf(`${field}_ex_tax`, exTax) : amountOf(`${field}_tax`, tax);
  const exAmount = isMissing(exTax) ? inc - taxAmount : amountOf(`${field}_ex_tax`, exTax);
  return { incTax: inc, exTax: exAmount, tax: taxAmount };
};

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
  const path = parsed.error.issues[0]?.path ?? [];
  throw new UnreadableField(path.join('.') || 'order', valueAt(raw, path));
};

const valueAt = (raw: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    raw,
  );

/** Missing money is zero; money that is there and unreadable is not. Throws `UnreadableField`. */
export const amountOf = (field: string, value: string | number | null | undefined): Amount => {
  if (value === null || value === undefined || value === '') return 0;
  const amount = parseAmount(value);
  if (amount === null) throw new UnreadableField(field, value);
  return amount;
};

/** RFC 2822 or ISO 8601 (bigcommerce.md §3.2) → UTC ms. Throws `UnreadableField`. */
export const instantOf = (field: string, value: string): number => {
  const at = Date.parse(value);
  if (Number.isNaN(at)) throw new UnreadableField(field, value);
  return at;
};

type MoneyField = string | number | null | undefined;

/** Completes a charge of which some stores send two of the three figures. */
export const chargeOf = (field: string, incTax: MoneyField, exTax: MoneyField, tax: MoneyField): Charge => {
  const inc = amountOf(`${field}_inc_tax`, incTax);
  const part = tax ?? null;
  const ex = exTax ?? null;
  if (part === null && ex === null) return { incTax: inc, exTax: inc, tax: 0 };
  const taxAmount = part === null ? inc - amountOf(`${field}_ex_tax`, ex) : amountOf(`${field}_tax`, part);
  const exAmount = ex === null ? inc - taxAmount : amountOf(`${field}_ex_tax`, ex);
  return { incTax: inc, exTax: exAmount, tax: taxAmount };
};

import { z } from 'zod';

/** Money as a decimal string with four decimals, in its own currency (`{"amount":"12.3400","currency":"USD"}`). */
export const money = z.object({
  amount: z.string().regex(/^-?\d+\.\d{4}$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
});
export type Money = z.output<typeof money>;

/** An amount as people write it, with at most four places. */
export const decimal = z.string().regex(/^-?\d{1,12}(\.\d{1,4})?$/, 'An amount is a decimal such as 12.50.');

/**
 * A decimal with at most four places, in the outlet's currency; `{amount, currency}` is read as well, and then the
 * currency has to be the outlet's.
 */
export const amountGiven = z.union([decimal.transform((amount) => ({ amount, currency: null })), money]);

/** An instant, ISO 8601 in UTC. */
export const instant = z.iso.datetime();

/** A day of the outlet's own calendar, `YYYY-MM-DD`. */
export const day = z.iso.date();

export const identifier = z.string().min(1).max(100);

/** A BigCommerce order number, digits only; a bare number is accepted and read as one. */
export const orderId = z.union([z.number().int().positive().transform(String), z.string().regex(/^\d{1,15}$/)]);

export const pageCursor = z.string().max(500);
export const pageLimit = z.number().int().min(1).max(250).default(50);
export const searchText = z.string().max(200);

/** A page of rows; `nextCursor` is null on the last one. */
export const pageOf = <T extends z.ZodType>(row: T) =>
  z.object({ rows: z.array(row), nextCursor: pageCursor.nullable() });

export const nothing = z.object({});

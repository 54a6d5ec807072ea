import { Buffer } from 'node:buffer';
import { Refusal } from '../../contract/fault.ts';

/** Where a keyset page ends: the sort value and the key of its last row. */
export interface Position {
  readonly value: string | number;
  readonly key: number;
  /** What is sorted by before the value, in lists where some rows lead the others. */
  readonly lead?: number | undefined;
}

export const cursorOf = ({ value, key, lead }: Position): string =>
  Buffer.from(JSON.stringify(lead === undefined ? [value, key] : [value, key, lead])).toString('base64url');

/** Throws `invalid_input` for a cursor that no list gave out. */
export const positionOf = (cursor: string): Position => {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parsed)) {
      const [value, key, lead]: unknown[] = parsed;
      if ((typeof value === 'string' || typeof value === 'number') && typeof key === 'number') {
        return typeof lead === 'number' ? { value, key, lead } : { value, key };
      }
    }
  } catch {
    // Not JSON: refused below like any other text that is not a cursor.
  }
  throw new Refusal('invalid_input', { message: 'That page is not known. Start the list again.', field: 'cursor' });
};

/** Cuts the one row too many that tells whether there is another page. */
export const pageOf = <R, V>(
  rows: readonly R[],
  limit: number,
  position: (row: R) => Position,
  view: (row: R) => V,
): { rows: V[]; nextCursor: string | null } => pageOfAll(rows, limit, position, (shown) => shown.map(view));

/** The same for rows whose views are made all at once: what each needs besides is read with one statement for all. */
export const pageOfAll = <R, V>(
  rows: readonly R[],
  limit: number,
  position: (row: R) => Position,
  views: (rows: readonly R[]) => V[],
): { rows: V[]; nextCursor: string | null } => {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: views(shown), nextCursor: last && rows.length > limit ? cursorOf(position(last)) : null };
};

/** Conditions that apply, joined; each is a constant text, its values are bound. */
export const where = (conditions: readonly (string | false | undefined)[]): string => {
  const given = conditions.filter(Boolean);
  return given.length > 0 ? `WHERE ${given.join(' AND ')}` : '';
};

/**
 * What was typed, as a full-text question: every word must begin a word of the sale, but for a single letter, which half
 * of all sales have a word with. Of an e-mail address counts what stands before the @. Null when there is no word.
 */
export const searchPattern = (typed: string): string | null => {
  const words = typed
    .normalize('NFC')
    .replace(/@\S*/g, ' ')
    .match(/[\p{L}\p{N}\p{M}]+/gu);
  return words
    ? words.map((word) => (/^[\p{Script=Latin}\p{N}]$/u.test(word) ? `"${word}"` : `"${word}"*`)).join(' ')
    : null;
};

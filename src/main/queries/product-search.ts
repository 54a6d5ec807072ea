import type { Reader, SqlParams } from '../store/connection.ts';
import { type Position, positionOf, where } from './paging.ts';

/** What a list by name is asked for. */
export interface NamedListInput {
  readonly search?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Where the page before ended; undefined on the first one. Throws `invalid_input`. */
export const placeBefore = (cursor: string | undefined): Position | undefined =>
  cursor === undefined ? undefined : positionOf(cursor);

/** Letters, digits, and the signs that stand between and within words. */
const onlyWords = /^[\p{L}\p{N}\p{M}\s'’.,/-]*$/u;

/**
 * What was typed, as a full-text question of products: each piece between spaces has to begin words of SKU or name, in the
 * order of its own words, so that `TEN-R` finds TEN-RDG2. Null where it is not made of words.
 */
const wordsTyped = (typed: string): string | null => {
  const text = typed.normalize('NFC');
  if (!onlyWords.test(text)) return null;
  const asked = text.split(/\s+/).flatMap((piece) => {
    const words = piece.match(/[\p{L}\p{N}\p{M}]+/gu);
    return words ? [`"${words.join(' ')}"*`] : [];
  });
  return asked.length === 0 ? null : asked.join(' ');
};

/** Products (`p`), as SQL: where they are read from, and which of them fit what was typed. */
export interface ProductSource {
  readonly from: string;
  readonly fits: string | false;
  readonly params: SqlParams;
}

const byName = 'products p INDEXED BY products_by_name';

/** So many matches are sorted by name; of more, the names are walked in their order, where a page is soon full. */
const FEW = 1_000;

/**
 * Those that have the words that were typed, without case and accents. What holds other signs, and what no words begin with,
 * is looked for as it stands, in the middle of words too: `0%`, or the end of a SKU. `all` is what is walked where many fit.
 */
export const productsWith = (db: Reader, search: string | undefined, all = byName): ProductSource => {
  const typed = search?.trim();
  if (!typed) return { from: all, fits: false, params: {} };
  const pattern = wordsTyped(typed);
  const found = pattern === null ? 0 : countUpTo(db, pattern, FEW + 1);
  if (pattern === null || found === 0) {
    return {
      from: all,
      fits: "(p.name LIKE :typed ESCAPE '\\' OR p.sku LIKE :typed ESCAPE '\\')",
      params: { typed: `%${typed.replace(/[\\%_]/g, '\\$&')}%` },
    };
  }
  const fits = 'product_search MATCH :pattern';
  return found <= FEW
    ? {
        from: 'product_search CROSS JOIN products p ON p.product_key = product_search.rowid',
        fits,
        params: { pattern },
      }
    : { from: all, fits: `p.product_key IN (SELECT rowid FROM product_search WHERE ${fits})`, params: { pattern } };
};

const countUpTo = (db: Reader, pattern: string, most: number): number =>
  db.get<{ count: number }>(
    'SELECT count(*) AS count FROM (SELECT 1 FROM product_search WHERE product_search MATCH :pattern LIMIT :most)',
    { pattern, most },
  )?.count ?? 0;

/** The keys of a page of products by name, and of one more, as SQL: what a row shows is read for these alone. */
export const pageOfProducts = (
  db: Reader,
  { search, cursor, limit }: NamedListInput,
  conditions: readonly (string | false)[],
  joins = '',
): { readonly keys: string; readonly params: SqlParams } => {
  const { from, fits, params } = productsWith(db, search);
  const after = placeBefore(cursor);
  return {
    keys: `SELECT p.product_key FROM ${from} ${joins}
           ${where([fits, ...conditions, after && '(p.name, p.product_key) > (:afterValue, :afterKey)'])}
           ORDER BY p.name, p.product_key LIMIT :limit`,
    params: { ...params, ...(after ? { afterValue: after.value, afterKey: after.key } : {}), limit: limit + 1 },
  };
};

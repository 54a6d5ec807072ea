import type { Contract } from '../../contract/contract.ts';
import { Refusal } from '../../contract/fault.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import type { Reader } from '../store/connection.ts';
import { currentLink } from '../store/links.ts';
import { foldSku, productById } from '../store/products.ts';

type Candidates = OutputOf<Contract['products.candidates']>;
type Candidate = Candidates['rows'][number];

interface CandidateRow extends Omit<Candidate, 'bigcommerceProductId' | 'bigcommerceVariantId'> {
  readonly bigcommerceProductId: number;
  readonly bigcommerceVariantId: number;
}

const MOST = 50;
/** More words than this tell no two products apart, and each is looked for in the whole catalogue. */
const MOST_WORDS = 12;

const wordsOf = (text: string): string[] =>
  [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, MOST_WORDS);

/** How many of some words a variant has, as SQL: named one by one, for a list of them would be unpacked for each. */
const sharedWords = (count: number): string =>
  Array.from({ length: count }, (_, place) => `(instr(words, :word${place}) > 0)`).join(' + ') || '0';

/**
 * Variants that a product may be: those with its SKU first, then by how many words of its name they share. What is
 * typed searches SKU, name and options instead, and every word of it has to be there. None without a link, and until
 * the catalogue was read. Throws `not_found`.
 */
export const productCandidates = (
  db: Reader,
  { productId, search = '' }: { readonly productId: string; readonly search?: string | undefined },
): Candidates => {
  const product = productById(db, productId);
  if (!product) throw new Refusal('not_found', { field: 'productId' });
  const link = currentLink(db);
  if (!link) return { rows: [] };
  const typed = wordsOf(search);
  const words = typed.length > 0 ? typed : wordsOf(product.name);
  // With a limit it stays a query of its own, so that a variant's words are put together once and not for each word.
  const rows = db.all<CandidateRow>(
    `SELECT bigcommerceProductId, bigcommerceVariantId, sku, name, options, tracking,
            (SELECT p.product_id FROM product_links l JOIN products p ON p.product_key = l.product_key
              WHERE l.link_key = :linkKey AND l.subject = 'variant'
                AND l.name = bigcommerceProductId || ':' || bigcommerceVariantId) AS productId
       FROM (SELECT bigcommerce_product_id AS bigcommerceProductId, variant_id AS bigcommerceVariantId, sku, name,
                    options, tracking, sku_fold <> '' AND sku_fold = :fold AS sameSku,
                    ${sharedWords(words.length)} AS shared
               FROM (SELECT *, lower(sku || ' ' || name || ' ' || options) AS words
                       FROM catalog_variants WHERE link_key = :linkKey LIMIT -1))
      WHERE shared >= :least OR (sameSku AND :typed = 0)
      ORDER BY sameSku DESC, shared DESC, name, options, bigcommerceVariantId LIMIT :most`,
    {
      linkKey: link.linkKey,
      fold: foldSku(product.sku),
      ...Object.fromEntries(words.map((word, place) => [`word${place}`, word])),
      least: Math.max(1, typed.length),
      typed: typed.length,
      most: MOST,
    },
  );
  return {
    rows: rows.map((row) => ({
      ...row,
      bigcommerceProductId: String(row.bigcommerceProductId),
      bigcommerceVariantId: String(row.bigcommerceVariantId),
    })),
  };
};

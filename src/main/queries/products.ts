import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import type { ProductView } from '../../contract/products.ts';
import type { Reader } from '../store/connection.ts';
import { pageOf, positionOf, where } from './paging.ts';

export interface NamedListInput {
  readonly search?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** The bound values of a list by name: what is looked for, where the last page ended, how many. */
export const namedListParams = ({ search, cursor, limit }: NamedListInput) => {
  const after = cursor === undefined ? undefined : positionOf(cursor);
  const text = search?.trim();
  return {
    after: after !== undefined,
    search: !!text,
    params: {
      ...(text ? { search: `%${text.replace(/[\\%_]/g, '\\$&')}%` } : {}),
      ...(after ? { afterValue: after.value, afterKey: after.key } : {}),
      limit: limit + 1,
    },
  };
};

interface ProductRow extends Omit<ProductView, 'stocked' | 'bigcommerceProductId' | 'bigcommerceVariantId'> {
  readonly productKey: number;
  readonly stocked: number;
  readonly bigcommerceProductId: number | null;
  readonly bigcommerceVariantId: number | null;
}

const idText = (id: number | null): string | null => (id === null ? null : String(id));

export const listProducts = (db: Reader, input: NamedListInput): OutputOf<Contract['products.list']> => {
  const { after, search, params } = namedListParams(input);
  const rows = db.all<ProductRow>(
    `SELECT p.product_key AS productKey, p.product_id AS productId, p.sku, p.name, p.created_from AS createdFrom,
            p.stocked, l.bigcommerce_product_id AS bigcommerceProductId,
            l.bigcommerce_variant_id AS bigcommerceVariantId
       FROM products p
       LEFT JOIN product_links l ON l.product_link_key = (
         SELECT min(first.product_link_key) FROM product_links first
          WHERE first.product_key = p.product_key AND first.subject = 'variant')
     ${where([
       search && "(p.name LIKE :search ESCAPE '\\' OR p.sku LIKE :search ESCAPE '\\')",
       after && '(p.name, p.product_key) > (:afterValue, :afterKey)',
     ])}
     ORDER BY p.name, p.product_key LIMIT :limit`,
    params,
  );
  return pageOf(
    rows,
    input.limit,
    (row) => ({ value: row.name, key: row.productKey }),
    ({ productKey: _, ...row }) => ({
      ...row,
      stocked: row.stocked === 1,
      bigcommerceProductId: idText(row.bigcommerceProductId),
      bigcommerceVariantId: idText(row.bigcommerceVariantId),
    }),
  );
};

import { z } from 'zod';
import type { CatalogVariant } from '../domain/catalog-variant.ts';
import type { Client } from './client.ts';
import { PAGE_SIZE } from './every-row.ts';
import { check, UnreadableField } from './fields.ts';
import { everyV3Page, IDS_PER_REQUEST, inChunks, readV3Page } from './v3-list.ts';

export interface CatalogPage {
  readonly variants: readonly CatalogVariant[];
  /** The numbers of products that are there and not understood. */
  readonly unreadable: readonly number[];
  /** The number of the page's first product; null for an empty page. */
  readonly begins: number | null;
  readonly isLast: boolean;
  /** How many products the catalogue has; null where it is not told. */
  readonly total: number | null;
}

/** Names, prices and levels are not ours to take over (R10), so no more is asked for than tells products apart. */
const query = { include: 'variants', include_fields: 'name,sku,inventory_tracking' };
const path = '/v3/catalog/products';

/** A page of the catalogue, by rising product number; the first is 1. Throws `StoreProblem`. */
export const readCatalogPage = async (client: Client, page: number): Promise<CatalogPage> => {
  const list = { path, query: { ...query, sort: 'id', direction: 'asc' } };
  const { rows, isLast, total } = await readV3Page(client, list, { page, limit: PAGE_SIZE });
  return { ...productsOf(rows), begins: rows.length > 0 ? productIdOf(rows[0]) : null, isLast, total };
};

/** Some products of the catalogue; those that are not in it (any more) are not in the answer. Throws `StoreProblem`. */
export const readCatalogProducts = async (
  client: Client,
  productIds: readonly number[],
): Promise<Pick<CatalogPage, 'variants' | 'unreadable'>> => {
  const rows: unknown[] = [];
  for (const ids of inChunks(productIds, IDS_PER_REQUEST)) {
    const list = { path, query: { ...query, 'id:in': ids.join(',') } };
    for await (const page of everyV3Page(client, list)) rows.push(...page);
  }
  return productsOf(rows);
};

const text = z.string().nullish();
const optionDto = z.object({ option_display_name: text, label: text });

const productDto = z.object({
  id: z.number().int().positive(),
  name: z.string(),
  sku: text,
  inventory_tracking: z.enum(['none', 'product', 'variant']),
  variants: z.array(
    z.object({ id: z.number().int().positive(), sku: text, option_values: z.array(optionDto).nullish() }),
  ),
});

const productsOf = (rows: readonly unknown[]): Pick<CatalogPage, 'variants' | 'unreadable'> => {
  const variants: CatalogVariant[] = [];
  const unreadable: number[] = [];
  for (const raw of rows) {
    try {
      variants.push(...variantsFrom(check(productDto, raw)));
    } catch (error) {
      if (!(error instanceof UnreadableField)) throw error;
      const id = productIdOf(raw);
      if (id !== null) unreadable.push(id);
    }
  }
  return { variants, unreadable };
};

const variantsFrom = (product: z.output<typeof productDto>): CatalogVariant[] =>
  product.variants.map((variant) => ({
    bigcommerceProductId: product.id,
    variantId: variant.id,
    // The only variant of a product may leave the SKU to its product.
    sku: variant.sku || (product.variants.length === 1 ? (product.sku ?? '') : ''),
    name: product.name,
    options: (variant.option_values ?? [])
      .map((option) => [option.option_display_name, option.label].filter(Boolean).join(': '))
      .filter(Boolean)
      .join(', '),
    tracking: product.inventory_tracking,
  }));

const productIdOf = (raw: unknown): number | null => {
  const id = typeof raw === 'object' && raw !== null ? Reflect.get(raw, 'id') : null;
  return typeof id === 'number' && Number.isSafeInteger(id) ? id : null;
};

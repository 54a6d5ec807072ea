import { z } from 'zod';
import { command, query } from './procedure.ts';
import { identifier, money, nothing, pageCursor, pageLimit, pageOf, searchText } from './values.ts';

/**
 * Which product of BigCommerce a product is: `linked` to one or more; `unlinked`; or `ambiguous`: its SKU fits several
 * there, or several here fit one there, and somebody has to say.
 */
export const linkState = z.enum(['linked', 'unlinked', 'ambiguous']);
export type LinkState = z.output<typeof linkState>;

export const productView = z.object({
  productId: identifier,
  sku: z.string(),
  name: z.string(),
  bigcommerceProductId: z.string().nullable(),
  bigcommerceVariantId: z.string().nullable(),
  /** `online_order`: made because an order named it (R17). `charge`: shipping, handling, wrapping, fee (R35). */
  createdFrom: z.enum(['here', 'online_order', 'charge']),
  stocked: z.boolean(),
  linkState,
  /** Tax included, in the bound outlet's currency; null where none was set. BigCommerce never changes it (R10). */
  price: money.nullable(),
});
export type ProductView = z.output<typeof productView>;

/** A variant of BigCommerce's catalogue, as last read; names are empty where it is there no more. */
const catalogVariantView = z.object({
  bigcommerceProductId: z.string(),
  bigcommerceVariantId: z.string(),
  sku: z.string(),
  name: z.string(),
  options: z.string(),
  /** Whether BigCommerce counts it by product or by variant, or not at all. */
  tracking: z.enum(['none', 'product', 'variant']),
  /** The product here that is linked to it already. */
  productId: identifier.nullable(),
});
export type CatalogVariantView = z.output<typeof catalogVariantView>;

const price = z.string().regex(/^\d{1,9}(\.\d{1,4})?$/, 'A price is a decimal such as 12.50.');

export const productsProcedures = {
  'products.list': query({
    description: 'Products on this machine, by name.',
    input: z.object({
      search: searchText.optional(),
      linkState: linkState.optional(),
      cursor: pageCursor.optional(),
      limit: pageLimit,
    }),
    output: pageOf(productView),
  }),
  'products.get': query({
    description: 'One product, and every variant of BigCommerce that it is.',
    input: z.object({ productId: identifier }),
    output: productView.extend({ variants: z.array(catalogVariantView) }),
  }),
  'products.create': command({
    allowed: 'anyone',
    description: 'A product sold here. Its SKU links it to the BigCommerce product that alone has the same one.',
    input: z.object({
      sku: z.string().trim().max(100).default(''),
      name: z.string().trim().min(1).max(300),
      price: price.optional(),
      stocked: z.boolean().default(true),
    }),
    output: z.object({ productId: identifier }),
  }),
  'products.candidates': query({
    description: 'Variants of BigCommerce that a product may be, the likeliest first; what is typed searches them.',
    input: z.object({ productId: identifier, search: searchText.optional() }),
    output: z.object({ rows: z.array(catalogVariantView).max(50) }),
  }),
  'products.link': command({
    allowed: 'anyone',
    description: 'Says which variant of BigCommerce a product is. Name, price and stock here stay as they are (R10).',
    input: z.object({
      productId: identifier,
      bigcommerceProductId: z.string().regex(/^\d{1,12}$/),
      bigcommerceVariantId: z.string().regex(/^\d{1,12}$/),
    }),
    output: nothing,
  }),
  'products.unlink': command({
    allowed: 'anyone',
    description: 'Takes back which variant of BigCommerce a product is. Sales keep their lines.',
    input: z.object({
      productId: identifier,
      bigcommerceProductId: z.string().regex(/^\d{1,12}$/),
      bigcommerceVariantId: z.string().regex(/^\d{1,12}$/),
    }),
    output: nothing,
  }),
};

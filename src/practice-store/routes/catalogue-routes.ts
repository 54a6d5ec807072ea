import { isoInstant, parseInstant } from '../instants.ts';
import { jsonMoney } from '../money.ts';
import { barcodeOf } from '../shop/barcode.ts';
import type { Product, Variant } from '../shop/product.ts';
import type { Shop } from '../shop/shop.ts';
import { sellableEverywhere } from '../shop/stock.ts';
import type { Api, ApiContext } from '../wire/api.ts';
import { numbersIn, pagedV3 } from '../wire/paging.ts';
import { notFound, Refusal } from '../wire/refusal.ts';

/** `/v3/catalog`: products and variants, reading only (bigcommerce.md §10). */
export const catalogueRoutes = (api: Api, shop: Shop): void => {
  const answer = (product: Product, c: ApiContext) => productAnswer(shop, product, includesVariants(c));

  api.get('/v3/catalog/products', (c) => {
    const products = [...shop.catalogue.products.values()].filter(productTest(c));
    return pagedV3(c, products, (product) => answer(product, c));
  });

  api.get('/v3/catalog/products/:id', (c) => {
    const product = shop.catalogue.products.get(Number(c.req.param('id')));
    if (product === undefined) throw notFound();
    return c.json({ data: answer(product, c), meta: {} });
  });

  api.get('/v3/catalog/variants', (c) => {
    const productIds = numbersIn(c, 'product_id:in');
    const ids = numbersIn(c, 'id:in');
    const sku = c.req.query('sku');
    const variants = [...shop.catalogue.products.values()]
      .filter((product) => productIds?.has(product.id) ?? true)
      .flatMap((product) => product.variants)
      .filter((variant) => (ids?.has(variant.id) ?? true) && (sku === undefined || variant.sku === sku));
    return pagedV3(c, variants, (variant) => variantAnswer(shop, variant));
  });
};

const includesVariants = (c: ApiContext): boolean => (c.req.query('include') ?? '').split(',').includes('variants');

/** `sku` finds products by their own SKU only, never by a variant's (bigcommerce.md §10). */
const productTest = (c: ApiContext): ((product: Product) => boolean) => {
  const ids = numbersIn(c, 'id:in');
  const sku = c.req.query('sku');
  const since = c.req.query('date_modified:min');
  const from = since === undefined ? Number.NEGATIVE_INFINITY : parseInstant(since);
  if (from === null) throw new Refusal(422, "The filter 'date_modified:min' is not an instant.");
  return (product) =>
    (ids?.has(product.id) ?? true) && (sku === undefined || product.sku === sku) && product.modifiedAt * 1000 >= from;
};

const productAnswer = (shop: Shop, product: Product, withVariants: boolean) => ({
  id: product.id,
  name: product.name,
  type: product.type,
  sku: product.sku,
  description: '',
  weight: Number(product.weight),
  price: jsonMoney(product.price),
  sale_price: 0,
  calculated_price: jsonMoney(product.price),
  brand_name: product.brand,
  inventory_level: levelOf(shop, product),
  inventory_warning_level: 5,
  inventory_tracking: product.tracking,
  bin_picking_number: product.bin,
  is_visible: true,
  availability: 'available',
  base_variant_id: product.variants.length === 1 ? (product.variants[0]?.id ?? null) : null,
  date_created: '2024-01-15T09:00:00+00:00',
  date_modified: isoInstant(product.modifiedAt),
  ...(withVariants ? { variants: product.variants.map((variant) => variantAnswer(shop, variant)) } : {}),
});

const levelOf = (shop: Shop, product: Product): number =>
  product.tracking === 'variant'
    ? product.variants.reduce((sum, variant) => sum + sellableEverywhere(shop.stock, variant), 0)
    : product.variants.slice(0, 1).reduce((sum, variant) => sum + sellableEverywhere(shop.stock, variant), 0);

const variantAnswer = (shop: Shop, variant: Variant) => ({
  id: variant.id,
  product_id: variant.product.id,
  sku: variant.sku,
  sku_id: variant.optionLabel === '' ? null : variant.id + 5_000,
  price: null,
  calculated_price: jsonMoney(variant.product.price),
  sale_price: null,
  inventory_level: variant.product.tracking === 'none' ? 0 : sellableEverywhere(shop.stock, variant),
  inventory_warning_level: 5,
  bin_picking_number: variant.product.bin,
  upc: barcodeOf(variant.id),
  image_url: '',
  option_values:
    variant.optionLabel === ''
      ? []
      : [{ id: variant.id + 100, label: variant.optionLabel, option_id: 30, option_display_name: variant.optionName }],
});

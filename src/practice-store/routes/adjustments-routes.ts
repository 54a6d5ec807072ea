import { hexDigits, seededRandom } from '../random.ts';
import { locationById } from '../shop/locations.ts';
import type { Product, Variant } from '../shop/product.ts';
import type { Shop } from '../shop/shop.ts';
import type { StockChange } from '../shop/stock.ts';
import type { Api } from '../wire/api.ts';
import { type JsonObject, objectBody, objectsOf, wholeNumberField } from '../wire/json-body.ts';
import { Refusal } from '../wire/refusal.ts';

const mostItems = 2_000;

/**
 * Writing stock. The answer, a transaction id, comes before the change takes effect; a request counts whole or not at
 * all (bigcommerce.md §9.2 and §0.14).
 */
export const adjustmentsRoutes = (api: Api, shop: Shop): void => {
  const transactionIds = seededRandom(shop.settings.seed ^ 0x7a11);

  const adjust = async (body: JsonObject, kind: StockChange['kind']) => {
    const items = objectsOf(body.items, 'items', 422);
    if (items.length > mostItems) throw new Refusal(422, `At most ${mostItems} items can be adjusted at once.`);
    const changes = items.map((item) => changeOf(shop, item, kind));
    if (kind === 'relative') checkRelative(shop, changes);
    shop.stock.schedule(changes);
    return { transaction_id: hexDigits(transactionIds, 32) };
  };

  api.put('/v3/inventory/adjustments/absolute', async (c) => c.json(await adjust(await objectBody(c), 'absolute')));
  api.post('/v3/inventory/adjustments/relative', async (c) => c.json(await adjust(await objectBody(c), 'relative')));
};

const changeOf = (shop: Shop, item: JsonObject, kind: StockChange['kind']): StockChange => {
  const locationId = wholeNumberField(item, 'location_id', 422);
  if (!locationById.has(locationId)) throw new Refusal(422, `There is no location ${locationId}.`);
  const quantity = wholeNumberField(item, 'quantity', 422);
  if (Math.abs(quantity) > 2_147_483_647 || (kind === 'absolute' && quantity < 0)) {
    throw new Refusal(422, `The quantity ${quantity} is out of range.`);
  }
  return { locationId, variant: variantOf(shop, item), kind, quantity };
};

/** The item that is meant, named the way it is counted: by product where the product is counted as a whole. */
const variantOf = (shop: Shop, item: JsonObject): Variant => {
  const { sku, variant_id: variantId, product_id: productId } = item;
  const byProduct = typeof productId === 'number' ? shop.catalogue.firstVariantOf(productId) : undefined;
  const byVariant = typeof variantId === 'number' ? shop.catalogue.variant(variantId) : undefined;
  const variant = byProduct ?? byVariant ?? (typeof sku === 'string' ? shop.catalogue.bySku(sku) : undefined);
  if (variant === undefined) throw new Refusal(422, `Items with identity: [${nameOf(item)}] were not found`);
  checkIdentity(variant.product, byProduct !== undefined, item);
  return variant;
};

const checkIdentity = (product: Product, byProduct: boolean, item: JsonObject): void => {
  if (product.tracking === 'none') throw new Refusal(422, `[Item with ${nameOf(item)} is not tracked]`);
  // A product with one variant can be named either way.
  if (product.variants.length === 1) return;
  if (product.tracking === 'product' && !byProduct) {
    throw new Refusal(422, `[Item with ${nameOf(item)} is tracked by product, please update stock by product id]`);
  }
  if (product.tracking === 'variant' && byProduct) {
    throw new Refusal(422, `[Item with ${nameOf(item)} is tracked by variant, please update stock by variant id]`);
  }
};

const nameOf = (item: JsonObject): string => {
  const name = ['product_id', 'variant_id', 'sku'].find((each) => each in item) ?? 'sku';
  return `${name} ${String(item[name])}`;
};

const checkRelative = (shop: Shop, changes: readonly StockChange[]): void => {
  const unset = changes.filter(({ variant, locationId }) => shop.stock.levelOf(variant, locationId)?.onHand === null);
  if (unset.length > 0) {
    const names = unset.map(({ variant: { product, id } }) =>
      product.tracking === 'product' ? `product_id ${product.id}` : `variant_id ${id}`,
    );
    throw new Refusal(422, `Items with identity: [${names.join(', ')}] requires absolute adjustment before relative`);
  }
  for (const { variant, locationId, quantity } of changes) {
    const level = shop.stock.levelOf(variant, locationId);
    if (quantity < 0 && level !== null && (level.onHand ?? 0) + quantity < level.safetyStock) {
      throw new Refusal(
        422,
        `[Item with sku ${variant.sku} would fall below its safety stock of ${level.safetyStock}]`,
      );
    }
  }
};

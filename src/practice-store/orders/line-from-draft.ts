import { type Amount, amountOf, portion, roundToCoin } from '../money.ts';
import type { Currency } from '../shop/currencies.ts';
import type { Variant } from '../shop/product.ts';
import type { Shop } from '../shop/shop.ts';
import type { Line } from './order.ts';
import type { LineDraft } from './order-draft.ts';

/** What a line takes from its order. */
export interface LineSurroundings {
  readonly addressIds: readonly number[];
  readonly digital: boolean;
  readonly currency: Currency;
  /** Ten-thousandths of the order's currency for one of the shop's own. */
  readonly rate: number;
}

/** The line of a draft, followed by the parts of its bundle. Throws a RangeError for an unknown SKU that says no price. */
export const lineFrom = (shop: Shop, draft: LineDraft, order: LineSurroundings): Line[] => {
  const parent = singleLine(shop, draft, order, null);
  const parts = draft.parts ?? partsOf(parent);
  return [parent, ...parts.map((part) => singleLine(shop, partDraft(draft, part), order, parent.id))];
};

/** A part comes as often as its bundle, costs nothing, and goes where the bundle goes. */
const partDraft = (bundle: LineDraft, part: LineDraft): LineDraft => ({
  ...part,
  price: part.price ?? '0',
  quantity: (part.quantity ?? 1) * (bundle.quantity ?? 1),
  address: bundle.address ?? 0,
});

const partsOf = ({ variant }: Line): LineDraft[] => (variant?.product.parts ?? []).map((sku) => ({ sku }));

const singleLine = (shop: Shop, draft: LineDraft, order: LineSurroundings, parentId: number | null): Line => {
  const variant = variantOf(shop, draft);
  const kind = order.digital ? 'digital' : (draft.kind ?? variant?.product.type ?? 'physical');
  return {
    id: shop.ids.line.next(),
    productId: draft.productId ?? variant?.product.id ?? 0,
    variantId: draft.variantId ?? variant?.id ?? 0,
    variant,
    kind,
    name: draft.name ?? variant?.product.name ?? 'Custom item',
    sku: draft.sku ?? variant?.sku ?? '',
    quantity: draft.quantity ?? 1,
    shipped: 0,
    refunded: 0,
    taken: 0,
    price: draft.price === undefined ? listPrice(variant, draft, order) : amountOf(draft.price),
    wrapping: draft.wrapping === undefined ? 0 : amountOf(draft.wrapping),
    parentId,
    addressId: kind === 'physical' ? (order.addressIds[draft.address ?? 0] ?? 0) : 0,
  };
};

const variantOf = (shop: Shop, { variantId, sku, productId }: LineDraft): Variant | null => {
  if (productId === 0) return null;
  if (variantId !== undefined) return shop.catalogue.variant(variantId) ?? null;
  if (sku !== undefined) return shop.catalogue.bySku(sku) ?? null;
  return productId === undefined ? null : (shop.catalogue.firstVariantOf(productId) ?? null);
};

const listPrice = (variant: Variant | null, draft: LineDraft, { rate, currency }: LineSurroundings): Amount => {
  if (variant === null)
    throw new RangeError(`"${draft.sku ?? draft.name ?? 'The line'}" is not in the catalogue: give it a price.`);
  return inCurrency(variant.product.price, rate, currency);
};

/** A price of the shop's own currency in another one, in whole coins. */
export const inCurrency = (amount: Amount, rate: number, currency: Currency): Amount =>
  roundToCoin(portion(amount, rate, 10_000), currency.decimals);

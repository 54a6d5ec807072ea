import { type Location, locationById, locations } from '../shop/locations.ts';
import type { Variant } from '../shop/product.ts';
import type { Shop } from '../shop/shop.ts';
import { countedVariants, sellable } from '../shop/stock.ts';
import type { Api, ApiContext } from '../wire/api.ts';
import { numbersIn, pagedV3 } from '../wire/paging.ts';
import { notFound } from '../wire/refusal.ts';

/** Reading stock: items with their levels, and locations (bigcommerce.md §7 and §9.2). */
export const inventoryRoutes = (api: Api, shop: Shop): void => {
  api.get('/v3/inventory/locations', (c) => pagedV3(c, locations, locationAnswer, 1_000));

  api.get('/v3/inventory/items', (c) => {
    const codes = c.req.query('location_code:in')?.split(',');
    const ids = numbersIn(c, 'location_id:in');
    const places = locations.filter(({ id, code }) => (ids?.has(id) ?? true) && (codes?.includes(code) ?? true));
    return pagedV3(c, itemsFor(shop, c), (variant) => itemAnswer(shop, variant, places), 1_000);
  });

  api.get('/v3/inventory/locations/:id/items', (c) => {
    const location = locationById.get(Number(c.req.param('id')));
    if (location === undefined) throw notFound();
    return pagedV3(
      c,
      itemsFor(shop, c),
      (variant) => ({ identity: identityOf(variant), ...levelAnswer(shop, variant, location) }),
      1_000,
    );
  });
};

const itemsFor = (shop: Shop, c: ApiContext): Variant[] => {
  const skus = c.req.query('sku:in')?.split(',');
  const variantIds = numbersIn(c, 'variant_id:in');
  const productIds = numbersIn(c, 'product_id:in');
  return [...shop.catalogue.products.values()]
    .filter((product) => productIds?.has(product.id) ?? true)
    .flatMap(countedVariants)
    .filter((variant) => (variantIds?.has(variant.id) ?? true) && (skus?.includes(variant.sku) ?? true));
};

const identityOf = (variant: Variant) => ({
  sku: variant.sku,
  variant_id: variant.id,
  product_id: variant.product.id,
  sku_id: variant.optionLabel === '' ? null : variant.id + 5_000,
});

const itemAnswer = (shop: Shop, variant: Variant, places: readonly Location[]) => ({
  identity: identityOf(variant),
  locations: places.map((place) => ({
    location_id: place.id,
    location_code: place.code,
    location_name: place.label,
    ...levelAnswer(shop, variant, place),
    location_enabled: true,
  })),
});

const levelAnswer = (shop: Shop, variant: Variant, place: Location) => {
  const level = shop.stock.levelOf(variant, place.id);
  return {
    available_to_sell: sellable(level),
    total_inventory_onhand: level?.onHand ?? 0,
    settings: {
      safety_stock: level?.safetyStock ?? 0,
      is_in_stock: sellable(level) > 0,
      warning_level: level?.warningLevel ?? 0,
      bin_picking_number: variant.product.bin,
    },
  };
};

const locationAnswer = (place: Location) => ({
  id: place.id,
  code: place.code,
  label: place.label,
  description: place.description,
  managed_by_external_source: false,
  type_id: 'PHYSICAL',
  enabled: true,
  operating_hours: { monday: { open: true, opening: '09:00', closing: '18:00' } },
  time_zone: 'America/Chicago',
  address: {
    address1: place.street,
    address2: '',
    city: place.city,
    state: place.state,
    zip: place.zip,
    email: place.email,
    phone: place.phone,
    country_code: 'US',
    geo_coordinates: { latitude: 30.2672, longitude: -97.7431 },
  },
  storefront_visibility: true,
  special_hours: [],
});

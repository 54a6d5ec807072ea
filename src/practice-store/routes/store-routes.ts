import { secondOf } from '../instants.ts';
import { orderStatuses } from '../orders/order-status.ts';
import { pickupMethods } from '../shop/locations.ts';
import { type Shop, statusLabelOf } from '../shop/shop.ts';
import type { Api } from '../wire/api.ts';
import { pagedV3 } from '../wire/paging.ts';
import { notFound } from '../wire/refusal.ts';

/** The store itself: who it is, what time it has, how it is set up (bigcommerce.md §1, §9.1, §10). */
export const storeRoutes = (api: Api, shop: Shop): void => {
  const statusRow = ({ id, label, place, description }: (typeof orderStatuses)[number]) => ({
    id,
    name: statusLabelOf(shop, id),
    system_label: label,
    custom_label: statusLabelOf(shop, id),
    system_description: description,
    order: place,
  });

  api.get('/v2/time', (c) => c.json({ time: secondOf(shop.clock) }));
  api.get('/v2/store', (c) => c.json(storeAnswer(shop)));
  api.get('/v2/order_statuses', (c) => c.json(orderStatuses.map(statusRow)));
  api.get('/v2/order_statuses/:id', (c) => {
    const status = orderStatuses.find((each) => each.id === Number(c.req.param('id')));
    if (status === undefined) throw notFound();
    return c.json(statusRow(status));
  });

  api.get('/v3/settings/inventory', (c) => c.json({ data: inventorySettings(shop), meta: {} }));

  api.get('/v3/channels', (c) => {
    const type = c.req.query('type');
    const rows = channels(shop).filter((channel) => type === undefined || channel.type === type);
    return pagedV3(c, rows, (row) => row);
  });

  api.get('/v3/pickup/methods', (c) =>
    pagedV3(c, pickupMethods, (method) => ({
      id: method.id,
      location_id: method.locationId,
      display_name: method.displayName,
      collection_instructions: method.collectionInstructions,
      collection_time_description: method.collectionTimeDescription,
    })),
  );
};

const storeAnswer = ({ settings }: Shop) => ({
  id: settings.storeHash,
  domain: 'practice.invalid',
  secure_url: 'https://practice.invalid',
  control_panel_base_url: 'https://practice.invalid/manage',
  status: 'live',
  name: settings.name,
  first_name: 'Practice',
  last_name: 'Merchant',
  address: '14 Main Street, Austin, Texas 78701',
  country: 'United States',
  country_code: 'US',
  phone: '512-555-0100',
  admin_email: 'merchant@fernhill.example',
  order_email: 'orders@fernhill.example',
  timezone: {
    name: 'America/Chicago',
    raw_offset: -21_600,
    dst_offset: -18_000,
    dst_correction: true,
    date_format: { display: 'M jS Y', export: 'M jS Y', extended_display: 'M jS Y @ g:i A' },
  },
  language: 'en',
  currency: settings.currency.code,
  currency_symbol: settings.currency.symbol,
  decimal_separator: '.',
  thousands_separator: ',',
  decimal_places: settings.currency.decimals,
  currency_symbol_location: 'left',
  weight_units: 'KGS',
  dimension_units: 'Centimeters',
  is_price_entered_with_tax: settings.taxInclusive ?? false,
  plan_name: settings.planName,
  plan_level: settings.planName,
  plan_is_trial: false,
  industry: 'Outdoor and homeware',
  default_channel_id: 1,
  features: { stencil_enabled: true, multi_storefront_enabled: false, storefronts_active: 1, storefront_limit: 1 },
});

const inventorySettings = ({ settings }: Shop) => ({
  product_out_of_stock_behavior: 'do_nothing',
  option_out_of_stock_behavior: 'label_option',
  update_stock_behavior: settings.updateStockBehavior,
  edit_order_stock_adjustment: true,
  refund_order_stock_adjustment: true,
  stock_level_display: 'dont_show',
  default_out_of_stock_message: 'Out of stock',
  hide_in_product_filtering: false,
  show_pre_order_stock_levels: false,
  show_out_of_stock_message: true,
});

const channels = (shop: Shop) => [
  storefront(shop),
  ...shop.settings.channels.map((channel, index) => ({ ...storefront(shop), ...channel, id: index + 2 })),
];

const storefront = ({ settings }: Shop) => ({
  id: 1,
  name: settings.name,
  type: 'storefront',
  platform: 'bigcommerce',
  status: 'active',
  is_visible: true,
  is_enabled: true,
  is_listable_from_ui: true,
  external_id: '',
  icon_url: '',
  config_meta: null,
  date_created: '2024-01-15T09:00:00+00:00',
  date_modified: '2024-01-15T09:00:00+00:00',
});

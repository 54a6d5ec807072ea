import type { MiddlewareHandler } from 'hono';
import type { ApiEnv } from './api.ts';
import { Refusal } from './refusal.ts';

/** A permission of an API account (bigcommerce.md §1). */
export type Scope =
  | 'store_v2_orders'
  | 'store_v2_orders_read_only'
  | 'store_v2_transactions'
  | 'store_v2_transactions_read_only'
  | 'store_order_fulfillment_manage'
  | 'store_fulfillment_methods_read_only'
  | 'store_inventory'
  | 'store_inventory_read_only'
  | 'store_locations_read_only'
  | 'store_v2_products'
  | 'store_v2_products_read_only'
  | 'store_v2_information_read_only'
  | 'store_channel_settings_read_only';

/** Enough for everything that the practice store answers. */
export const allScopes: readonly Scope[] = [
  'store_v2_orders',
  'store_v2_transactions_read_only',
  'store_order_fulfillment_manage',
  'store_fulfillment_methods_read_only',
  'store_inventory',
  'store_locations_read_only',
  'store_v2_products_read_only',
  'store_v2_information_read_only',
  'store_channel_settings_read_only',
];

interface Rule {
  readonly path: RegExp;
  readonly read: readonly Scope[];
  readonly write: readonly Scope[];
}

/** The first rule whose path fits says which permissions are enough; any one of them is. */
const rules: readonly Rule[] = [
  {
    path: /^\/v3\/orders\/\d+\/transactions/,
    read: ['store_v2_transactions', 'store_v2_transactions_read_only'],
    write: ['store_v2_transactions'],
  },
  {
    path: /^\/v3\/orders\/pickups/,
    read: ['store_order_fulfillment_manage'],
    write: ['store_order_fulfillment_manage'],
  },
  { path: /^\/v3\/pickup\/methods/, read: ['store_fulfillment_methods_read_only'], write: [] },
  {
    path: /^\/v[23]\/(?:orders|order_statuses)/,
    read: ['store_v2_orders', 'store_v2_orders_read_only'],
    write: ['store_v2_orders'],
  },
  { path: /^\/v3\/inventory\/locations$/, read: ['store_locations_read_only'], write: [] },
  { path: /^\/v3\/inventory/, read: ['store_inventory', 'store_inventory_read_only'], write: ['store_inventory'] },
  {
    path: /^\/v3\/catalog/,
    read: ['store_v2_products', 'store_v2_products_read_only'],
    write: ['store_v2_products'],
  },
  { path: /^\/v3\/channels/, read: ['store_channel_settings_read_only'], write: [] },
  { path: /^\/v(?:2\/(?:store|time)|3\/settings)/, read: ['store_v2_information_read_only'], write: [] },
];

/** What opens the store at this moment: the merchant makes tokens, and takes them back. */
export interface ApiAccount {
  token: string;
  scopes: ReadonlySet<Scope>;
}

/** 401 for another token than the store's. */
export const tokenCheck =
  (account: ApiAccount): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    if (c.req.header('x-auth-token') !== account.token)
      throw new Refusal(401, 'The X-Auth-Token is missing or not valid.');
    await next();
  };

/** 403 where the token's permissions do not cover the path. `base` is what stands before `/v2` and `/v3`. */
export const scopeCheck =
  (base: string, account: ApiAccount): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    const path = c.req.path.slice(base.length);
    const rule = rules.find((each) => each.path.test(path));
    const enough = c.req.method === 'GET' ? rule?.read : rule?.write;
    if (enough !== undefined && !enough.some((scope) => account.scopes.has(scope))) {
      throw new Refusal(403, "You don't have a required scope to access the endpoint.");
    }
    await next();
  };

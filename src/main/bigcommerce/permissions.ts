import { StoreProblem } from './problem.ts';

/** What a token must be allowed to do, by the names that BigCommerce's own screens have for it (bigcommerce.md §1). */
export interface Permission {
  /** As in "The token may not …." */
  readonly to: string;
  readonly scope: string;
}

interface Rule {
  readonly path: RegExp;
  readonly read: Permission;
  readonly write?: Permission;
}

export const readOrders: Permission = { to: 'read orders', scope: 'Orders: read-only' };
export const changeOrders: Permission = { to: 'change orders', scope: 'Orders: modify' };
export const readStock: Permission = { to: 'read stock levels', scope: 'Store inventory: read-only' };
export const changeStock: Permission = { to: 'change stock levels', scope: 'Store inventory: modify' };
export const readLocations: Permission = { to: 'read the locations', scope: 'Store locations: read-only' };
export const readCatalogue: Permission = { to: 'read the catalogue', scope: 'Products: read-only' };
export const readStore: Permission = {
  to: "read the store's name and settings",
  scope: 'Information & settings: read-only',
};
export const readChannels: Permission = { to: 'read the sales channels', scope: 'Channel settings: read-only' };

/** Every path that is ever asked for; the first that fits says what it needs. */
const rules: readonly Rule[] = [
  { path: /^\/v[23]\/orders/, read: readOrders, write: changeOrders },
  { path: /^\/v3\/inventory\/locations$/, read: readLocations },
  { path: /^\/v3\/inventory\//, read: readStock, write: changeStock },
  { path: /^\/v3\/catalog\//, read: readCatalogue },
  { path: /^\/v3\/channels/, read: readChannels },
  { path: /^\/v(?:2\/(?:store|time)|3\/settings)/, read: readStore },
];

/**
 * Tells a missing permission by what it was needed for and by its name: BigCommerce says neither. `path` begins behind
 * `/stores/{hash}`.
 */
export const permitted = <T>(answer: Promise<T>, method: 'GET' | 'PUT' | 'POST', path: string): Promise<T> =>
  answer.catch((error: unknown) => {
    if (!(error instanceof StoreProblem && error.kind === 'scope_missing')) throw error;
    const rule = rules.find((each) => each.path.test(path));
    const needed = method === 'GET' ? rule?.read : rule?.write;
    if (!needed) throw error;
    const nextStep = `Make a token with the scope "${needed.scope}", and connect the store again with it.`;
    throw new StoreProblem('scope_missing', '', { told: { message: `The token may not ${needed.to}.`, nextStep } });
  });

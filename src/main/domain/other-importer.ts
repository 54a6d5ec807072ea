/** A sales channel of the store, as BigCommerce names it (bigcommerce.md §10). */
export interface SalesChannel {
  readonly name: string;
  readonly type: string;
  readonly platform: string;
  readonly status: string;
}

/** Point-of-sale systems that BigCommerce knows by name. `vend` is what Lightspeed's X-Series was called. */
const systems: Readonly<Record<string, string>> = {
  vend: "Lightspeed's own BigCommerce integration",
  square: 'Square',
  clover: 'Clover',
};

const working = new Set(['active', 'connected', 'prelaunch']);

/**
 * Who else takes this store's orders into a till, in plain words: with two of them each web order would be recorded, and
 * taken off the stock, twice.
 */
export const otherImporters = (channels: readonly SalesChannel[]): string[] => {
  const tills = channels.filter(({ type, platform, status }) => {
    return working.has(status) && (type === 'pos' || platform in systems);
  });
  return [...new Set(tills.map(({ name, platform }) => systems[platform] ?? (name || 'another point-of-sale system')))];
};

import { Refusal } from '../../contract/fault.ts';
import { isOnThisMachine } from '../bigcommerce/on-this-machine.ts';
import type { StoreInfo } from '../bigcommerce/store-info.ts';

/** Which store is meant, and where its API is asked. */
export interface NamedStore {
  readonly storeHash: string;
  readonly apiBase?: string | undefined;
}

/** Where the store's API is. An address of one's own is for this machine only. Throws `api_base_not_allowed`. */
export const apiBaseOf = ({ storeHash, apiBase }: NamedStore): string => {
  if (apiBase === undefined) return `https://api.bigcommerce.com/stores/${storeHash}`;
  if (!isOnThisMachine(apiBase)) throw new Refusal('api_base_not_allowed', { field: 'apiBase' });
  return apiBase.replace(/\/+$/, '');
};

/** A token of another store must not bring its orders under this one's name (R83). Throws `other_store`. */
export const refuseOtherStore = ({ storeHash }: NamedStore, info: StoreInfo | null): void => {
  if (info === null || info.storeHash === null || info.storeHash === storeHash) return;
  throw new Refusal('other_store', {
    message: `That token belongs to "${info.name}" (${info.storeHash}), and not to the store ${storeHash}. Enter a token of the store that you mean.`,
    field: 'token',
  });
};

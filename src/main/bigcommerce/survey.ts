import type { SalesChannel } from '../domain/other-importer.ts';
import { listChannels } from './channels.ts';
import type { Client } from './client.ts';
import { type InventoryLocation, listLocations } from './inventory.ts';
import { countChangedOrders } from './orders.ts';
import * as permissions from './permissions.ts';
import { StoreProblem } from './problem.ts';
import { getStoreInfo, type StoreInfo } from './store-info.ts';

/** What a token was found to be allowed. `untried`: only writing would show it, and trying must change nothing. */
export interface FoundPermission extends permissions.Permission {
  readonly state: 'granted' | 'missing' | 'untried';
}

/** A store as a token shows it, read without changing anything. */
export interface StoreSurvey {
  /** Null where the token may not read it. */
  readonly store: StoreInfo | null;
  readonly permissions: readonly FoundPermission[];
  /** Empty where they are not told. */
  readonly locations: readonly InventoryLocation[];
  /** Null where they are not told. */
  readonly channels: readonly SalesChannel[] | null;
  /** How many orders changed since then; null where it is not told. */
  readonly changedOrders: number | null;
}

/** How many questions a survey asks. */
export const SURVEY_QUESTIONS = 6;

/**
 * Reads a little of everything that the app ever reads: seven small requests. BigCommerce does not tell what a token may
 * do, so each permission to read is tried by reading; one to write cannot be, for no write is without effect.
 * `since` is UTC ms; `onAnswer` hears how many are answered, and may throw. Throws `StoreProblem` for whatever is no missing permission.
 */
export const surveyStore = async (
  client: Client,
  since: number | null,
  onAnswer: (answers: number) => void = () => undefined,
): Promise<StoreSurvey> => {
  const found: FoundPermission[] = [];
  let answers = 0;
  const answered = () => {
    answers += 1;
    onAnswer(answers);
  };
  const tryTo = async <T>(permission: permissions.Permission, read: () => Promise<T>): Promise<T | null> => {
    try {
      const answer = await read();
      answered();
      found.push({ ...permission, state: 'granted' });
      return answer;
    } catch (error) {
      if (!(error instanceof StoreProblem && error.kind === 'scope_missing')) throw error;
      answered();
      found.push({ ...permission, state: 'missing' });
      return null;
    }
  };
  const store = await tryTo(permissions.readStore, () => getStoreInfo(client));
  const changedOrders = await tryTo(permissions.readOrders, () => countChangedOrders(client, since));
  found.push({ ...permissions.changeOrders, state: 'untried' });
  await tryTo(permissions.readCatalogue, () => client.get('/v3/catalog/products', { limit: 1 }));
  await tryTo(permissions.readStock, () => client.get('/v3/inventory/items', { limit: 1 }));
  found.push({ ...permissions.changeStock, state: 'untried' });
  const locations = await tryTo(permissions.readLocations, () => listLocations(client));
  const channels = await listChannels(client);
  answered();
  found.push({ ...permissions.readChannels, state: channels === null ? 'missing' : 'granted' });
  return { store, permissions: found, locations: locations ?? [], channels, changedOrders };
};

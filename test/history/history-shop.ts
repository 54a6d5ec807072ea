import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { developmentKey } from '../../scripts/support-code/development-key.ts';
import { signCode } from '../../scripts/support-code/sign-code.ts';
import { type Connection, openConnection } from '../../src/main/store/connection.ts';
import type { PracticeStore } from '../../src/practice-store/practice-store.ts';
import { openLinkedTill, openStore, type Till } from '../support/linked-till.ts';

/** So large that nothing waits. */
export const withoutQuota = { requests: 1_000_000, windowMs: 30_000 };

/** A code for a store of this machine, as Retail Support would send one for a shop's own. */
export const codeFor = ({ storeHash }: Pick<PracticeStore, 'storeHash'>, until = Date.now() + 86_400_000): string =>
  signCode(developmentKey, { storeHash, until: new Date(until), codeId: 'code-1' });

export interface HistoryShop {
  readonly store: PracticeStore;
  readonly till: Till & { readonly outletId: string; readonly registerId: string };
  readonly storeName: string;
}

/** A till whose store had a life before it was linked; a manager is signed in, nothing is unlocked. */
export const openHistoryShop = async (
  before: (store: PracticeStore) => void,
  options: Parameters<typeof openStore>[0] = { quota: withoutQuota },
): Promise<HistoryShop> => {
  const store = await openStore(options);
  before(store);
  const till = await openLinkedTill(store);
  await till.call('staff.setManagerPin', { pin: '2468' });
  const { link } = await till.call('link.get', {});
  return { store, till, storeName: link?.storeName ?? '' };
};

export const unlock = ({ till, store }: HistoryShop) => till.call('history.unlock', { code: codeFor(store) });

export const rehearse = ({ till }: HistoryShop, leaveStock = false) => till.call('history.rehearse', { leaveStock });

export const importAll = ({ till, storeName }: HistoryShop, batchId?: string) =>
  till.call('history.import', { typedName: storeName, ...(batchId === undefined ? {} : { batchId }) });

/** Looks into the till's database while it runs. */
export const openDatabase = ({ folder }: Pick<Till, 'folder'>): Connection => {
  const db = openConnection(join(folder, 'tillbridge.db'), { readonly: true });
  onTestFinished(() => db.close());
  return db;
};

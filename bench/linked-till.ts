import type { Contract, ProcedureName } from '../src/contract/contract.ts';
import type { InputOf, OutputOf } from '../src/contract/procedure.ts';
import { createApp, newSession } from '../src/main/app.ts';
import type { PracticeStore } from '../src/practice-store/practice-store.ts';

export interface LinkedTill {
  /** The data of a call; throws when it is refused. */
  readonly call: <N extends ProcedureName>(name: N, input: InputOf<Contract[N]>) => Promise<OutputOf<Contract[N]>>;
  readonly stop: () => Promise<void>;
}

/** The real app on a new data folder, linked to a store and bound to an outlet and a register. */
export const openLinkedTill = async (dataFolder: string, store: PracticeStore): Promise<LinkedTill> => {
  const tokens = new Map<string, string>();
  const app = await createApp({
    dataFolder,
    host: 'cli',
    practice: false,
    version: '0.0.0',
    secrets: {
      read: (key) => tokens.get(key) ?? null,
      write: (key, secret) => void tokens.set(key, secret),
      remove: (key) => void tokens.delete(key),
    },
    syncWorker: new URL('../src/main/sync-worker.ts', import.meta.url),
  });
  const session = newSession();
  const call: LinkedTill['call'] = async <N extends ProcedureName>(name: N, input: InputOf<Contract[N]>) => {
    const answer = await app.dispatch(name, input, session);
    if (!answer.ok) throw new Error(`${name} was refused: ${answer.fault.message}`);
    return answer.data as OutputOf<Contract[N]>;
  };
  const { storeHash, token, baseUrl } = store;
  const { outletId } = await call('outlets.create', {
    name: 'High Street',
    timeZone: 'America/New_York',
    currency: 'USD',
  });
  const { registerId } = await call('registers.create', { outletId, name: 'Till 1' });
  await call('link.connect', { storeHash, token, plan: 'Pro', apiBase: baseUrl });
  await call('link.bind', { outletId, registerId });
  return { call, stop: app.stop };
};

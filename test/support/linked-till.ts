import { onTestFinished } from 'vitest';
import type { Contract, ProcedureName } from '../../src/contract/contract.ts';
import type { AppEvent } from '../../src/contract/event.ts';
import type { InputOf, OutputOf, Reply } from '../../src/contract/procedure.ts';
import { type App, createApp, type DocumentPrinter, newSession, type SecretStore } from '../../src/main/app.ts';
import {
  type PracticeStore,
  type PracticeStoreOptions,
  startPracticeStore,
} from '../../src/practice-store/practice-store.ts';
import { builtParts } from './built-parts.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A till on a data folder, called as a screen calls it. */
export interface Till {
  readonly app: App;
  readonly folder: string;
  /** The data of a call that has to succeed. */
  readonly call: <N extends ProcedureName>(name: N, input: InputOf<Contract[N]>) => Promise<OutputOf<Contract[N]>>;
  /** The reply, whatever it is. */
  readonly reply: (name: string, input: unknown) => Promise<Reply>;
  /** Resolves with the first event that fits, from now on. */
  readonly event: (fits: (event: AppEvent) => boolean) => Promise<AppEvent>;
}

const memorySecrets = (): SecretStore => {
  const secrets = new Map<string, string>();
  return {
    read: (key) => secrets.get(key) ?? null,
    write: (key, secret) => void secrets.set(key, secret),
    remove: (key) => void secrets.delete(key),
  };
};

/** Opens a till; it is stopped when the test ends, if it still runs then. */
export const openTill = async (
  folder = temporaryFolder(),
  secrets = memorySecrets(),
  version = '0.0.0',
  clock: () => number = Date.now,
  documentPrinter?: DocumentPrinter,
): Promise<Till> => {
  const app = await createApp({
    dataFolder: folder,
    host: 'cli',
    practice: false,
    version,
    secrets,
    clock,
    ...(documentPrinter === undefined ? {} : { documentPrinter }),
    syncWorker: builtParts.syncWorker,
  });
  onTestFinished(() => app.stop());
  const session = newSession();
  const reply: Till['reply'] = (name, input) => app.dispatch(name, input, session);
  return {
    app,
    folder,
    reply,
    call: async <N extends ProcedureName>(name: N, input: InputOf<Contract[N]>) => {
      const answer = await reply(name, input);
      if (!answer.ok) throw new Error(`${name} was refused: ${answer.fault.message}`);
      return answer.data as OutputOf<Contract[N]>;
    },
    event: (fits) =>
      new Promise((resolve) => {
        const forget = app.onEvent((event) => {
          if (!fits(event)) return;
          forget();
          resolve(event);
        });
      }),
  };
};

/** A practice store that ends with the test. */
export const openStore = async (options: PracticeStoreOptions = {}): Promise<PracticeStore> => {
  const store = await startPracticeStore(options);
  onTestFinished(() => store.stop());
  return store;
};

/** An outlet with a register, ready to be bound. */
export const openOutlet = async (till: Till, timeZone = 'America/New_York') => {
  const { outletId } = await till.call('outlets.create', { name: 'High Street', timeZone, currency: 'USD' });
  const { registerId } = await till.call('registers.create', { outletId, name: 'Till 1' });
  return { outletId, registerId };
};

export const connect = (till: Till, store: PracticeStore) =>
  till.call('link.connect', { storeHash: store.storeHash, token: store.token, plan: 'Pro', apiBase: store.baseUrl });

/** A till that is linked to a store and bound, as a manager leaves it. */
export const openLinkedTill = async (
  store: PracticeStore,
): Promise<Till & { outletId: string; registerId: string }> => {
  const till = await openTill();
  const place = await openOutlet(till);
  await connect(till, store);
  await till.call('link.bind', place);
  return { ...till, ...place };
};

/** Every row of a paged list. */
export const everyRow = async <R>(
  page: (cursor: string | undefined) => Promise<{ rows: R[]; nextCursor: string | null }>,
): Promise<R[]> => {
  const rows: R[] = [];
  let cursor: string | undefined;
  do {
    const { rows: some, nextCursor } = await page(cursor);
    rows.push(...some);
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  return rows;
};

import Database from 'better-sqlite3';
import type { Contract, ProcedureName } from '../../src/contract/contract.ts';
import type { InputOf, OutputOf } from '../../src/contract/procedure.ts';
import { type App, createApp, newSession } from '../../src/main/app.ts';
import { databaseOf } from '../subjects/import-orders.ts';

/** The app on a data folder, called as a host calls it, and the same database by hand. */
export interface BigTill {
  readonly app: App;
  /** What a host does with a call: dispatch in, JSON out. */
  readonly ask: <N extends ProcedureName>(name: N, input: InputOf<Contract[N]>) => Promise<string>;
  /** The data of a call; throws when it is refused. */
  readonly call: <N extends ProcedureName>(name: N, input: InputOf<Contract[N]>) => Promise<OutputOf<Contract[N]>>;
  /** A connection for reading, opened as the app opens its own. */
  readonly database: Database.Database;
  readonly stop: () => Promise<void>;
}

/** `token` is that of the linked store; without one nothing is pulled. */
export const openBigTill = async (folder: string, token: string | null = null): Promise<BigTill> => {
  const app = await createApp({
    dataFolder: folder,
    host: 'cli',
    practice: false,
    version: '0.0.0',
    secrets: { read: () => token, write: () => undefined, remove: () => undefined },
    syncWorker: new URL('../../src/main/sync-worker.ts', import.meta.url),
  });
  const session = newSession();
  const database = new Database(databaseOf(folder), { readonly: true });
  database.pragma('cache_size = -65536');
  const call: BigTill['call'] = async <N extends ProcedureName>(name: N, input: InputOf<Contract[N]>) => {
    const answer = await app.dispatch(name, input, session);
    if (!answer.ok) throw new Error(`${name} was refused: ${answer.fault.message}`);
    return answer.data as OutputOf<Contract[N]>;
  };
  return {
    app,
    database,
    call,
    ask: async (name, input) => JSON.stringify(await app.dispatch(name, input, session)),
    stop: async () => {
      database.close();
      await app.stop();
    },
  };
};

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openConnection } from '../../src/main/store/connection.ts';
import { connect, openOutlet, openStore, openTill, type Till } from '../support/linked-till.ts';
import { startTillbridge } from '../support/started-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Tokens as a machine keeps them, outside of the data folder's database. */
export const secretsOfMachine = () => {
  const secrets = new Map<string, string>();
  return {
    read: (key: string) => secrets.get(key) ?? null,
    write: (key: string, secret: string) => void secrets.set(key, secret),
    remove: (key: string) => void secrets.delete(key),
  };
};

/** A linked till with a manager signed in and some orders here; `again` opens the same folder once more. */
export const openShop = async (orders = 12) => {
  const store = await openStore({ seed: 5 });
  const secrets = secretsOfMachine();
  const folder = temporaryFolder();
  const till = await openTill(folder, secrets);
  const place = await openOutlet(till);
  await connect(till, store);
  await till.call('link.bind', place);
  store.placeOrders(orders);
  await till.call('sync.now', {});
  const again = async (): Promise<Till> => openTill(folder, secrets);
  return { store, till, folder, again, ...place };
};

export const databaseOf = (folder: string): string => join(folder, 'tillbridge.db');

/** What must be the same in a shop before and after, whatever its keys are. */
export const sumsOf = (file: string) => {
  const db = openConnection(file, { readonly: true });
  try {
    return {
      sales: db.all('SELECT sale_id, total, payment_state, sale_status FROM sales ORDER BY sale_id'),
      lines: db.get('SELECT count(*) AS count, sum(total) AS total, sum(quantity) AS pieces FROM sale_lines'),
      payments: db.get('SELECT count(*) AS count, sum(amount) AS amount FROM payments'),
      stock: db.get('SELECT sum(quantity) AS pieces FROM stock_movements'),
      onHand: db.get('SELECT sum(on_hand) AS pieces FROM stock_on_hand'),
    };
  } finally {
    db.close();
  }
};

export const bytesOf = (folder: string): Buffer => readFileSync(databaseOf(folder));

/** Runs a command of the command line to its end. */
export const runTillbridge = async (folder: string, args: readonly string[]) => {
  const program = startTillbridge(folder, args);
  let told = '';
  program.child.stderr?.on('data', (chunk: Buffer) => {
    told += chunk.toString();
  });
  onTestFinished(() => void program.child.kill('SIGKILL'));
  const code = await program.ended();
  return { code, told, reply: JSON.parse(program.lines.at(-1) ?? 'null') };
};

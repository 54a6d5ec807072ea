import { expect, test } from 'vitest';
import { secretFile } from '../../src/main/hosts/secret-file.ts';
import { openConnection } from '../../src/main/store/connection.ts';
import type { PracticeStore } from '../../src/practice-store/practice-store.ts';
import { connect, openOutlet, openStore, openTill } from '../support/linked-till.ts';
import { startTillbridge } from '../support/started-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const pushing = { match: { method: 'PUT', path: /^\/v3\/inventory\// } };

/** Resolves when the store has got a level to set. */
const levelArrived = async (store: PracticeStore): Promise<void> => {
  while (!store.received.some(({ method }) => method === 'PUT')) {
    await new Promise((resolve) => setImmediate(resolve));
  }
};

const openCountedTill = async () => {
  const store = await openStore();
  store.addProduct({ name: 'Mug', sku: 'MUG', price: '10.00', tracking: 'variant' }, 5);
  const folder = temporaryFolder();
  const till = await openTill(folder, secretFile(`${folder}/secrets.json`));
  await connect(till, store);
  await till.call('link.bind', await openOutlet(till));
  const { productId } = await till.call('products.create', { sku: 'MUG', name: 'Mug' });
  await till.call('stock.count', { productId, quantity: 12 });
  await till.app.stop();
  return { store, folder };
};

const waiting = (folder: string) => {
  const db = openConnection(`${folder}/tillbridge.db`, { readonly: true });
  const rows = db.all('SELECT sent_level AS level FROM inventory_items WHERE sent_level IS NOT NULL');
  const marks = db.all('SELECT * FROM products_to_push').length;
  db.close();
  return { underWay: rows, marks };
};

/** Starts again and again, as a shop does in the morning, until nothing is left to be told. */
const startUntilSettled = async (folder: string): Promise<number> => {
  let starts = 0;
  while (starts < 20) {
    starts += 1;
    expect(await startTillbridge(folder, ['sync', '--once']).ended()).toBe(0);
    if (waiting(folder).marks === 0) break;
  }
  return starts;
};

test.each([
  ['before it took effect', { kind: 'reset', when: 'before', delayMs: 60_000, ...pushing } as const, 5],
  ['after it took effect', { kind: 'slow_body', bytesPerSecond: 1, ...pushing } as const, 12],
])(
  'a till that is killed between claim and answer, %s, gets there by itself (law 4)',
  async (_, fault, theirs) => {
    const { store, folder } = await openCountedTill();
    store.script(fault);
    const { child, ended } = startTillbridge(folder, ['sync', '--once']);
    await levelArrived(store);
    if (theirs === 12) {
      while (store.stockOf('MUG') !== 12) await new Promise((resolve) => setImmediate(resolve));
    }
    child.kill('SIGKILL');
    await ended();
    expect(store.stockOf('MUG')).toBe(theirs);
    expect(waiting(folder)).toEqual({ underWay: [{ level: 12 }], marks: 1 });
    store.clearScript();
    await startUntilSettled(folder);
    expect(waiting(folder)).toEqual({ underWay: [], marks: 0 });
    expect(store.stockOf('MUG')).toBe(12);
  },
  60_000,
);

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { AppEvent } from '../../src/contract/event.ts';
import { createApp, newSession } from '../../src/main/app.ts';
import { ask } from '../../src/main/hosts/ask.ts';
import { secretMemory } from '../../src/main/hosts/secret-memory.ts';
import { linkToStore } from '../support/linked-folder.ts';
import { everyRow, openStore } from '../support/linked-till.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('the sync thread, killed again and again while orders come in', () => {
  test('staff read that it starts again by itself, go on working, and every order is here once', async () => {
    const folder = temporaryFolder();
    const store = await openStore();
    const app = await createApp({
      dataFolder: folder,
      host: 'browser',
      practice: false,
      version: '0.0.0',
      secrets: secretMemory(),
      syncWorker: new URL('dying-sync-worker.ts', import.meta.url),
    });
    onTestFinished(app.stop);
    const session = newSession();
    await linkToStore((name, input) => app.dispatch(name, input, session), { ...store, open: async () => 0 });
    const seen: AppEvent[] = [];
    app.onEvent((event) => seen.push(event));
    const dead = () =>
      seen.filter((event) => event.type === 'sync' && event.status.problem?.code === 'interrupted').length;

    const { productId } = await ask(app, session, 'products.create', { sku: 'MUG-1', name: 'Mug' });
    app.startSync();
    const order = join(folder, 'die');
    for (let kill = 1; kill <= 3; kill += 1) {
      store.placeOrders(150);
      const asked = ask(app, session, 'sync.now', {}).catch(() => undefined);
      const died = dead();
      writeFileSync(order, '');
      await vi.waitFor(
        () => {
          expect(existsSync(order), 'it has read that it is to die').toBe(false);
          expect(dead()).toBeGreaterThan(died);
        },
        { timeout: 60_000, interval: 5 },
      );
      await asked;
      await ask(app, session, 'stock.count', { productId, quantity: kill });
    }
    const sentences = seen.flatMap((event) =>
      event.type === 'sync' && event.status.problem ? [event.status.problem] : [],
    );
    expect(sentences.map(({ nextStep }) => nextStep)).toContain('It starts again by itself. Nothing is lost.');

    await vi.waitFor(
      async () => {
        const { state, outbox } = await ask(app, session, 'sync.status', {});
        expect({ state, pending: outbox.pending }).toEqual({ state: 'idle', pending: 0 });
      },
      { timeout: 60_000, interval: 100 },
    );
    await ask(app, session, 'sync.now', {});
    const sales = await everyRow((cursor) => ask(app, session, 'sales.list', cursor === undefined ? {} : { cursor }));
    const ids = sales.map(({ orderId }) => orderId);
    expect(new Set(ids).size).toBe(ids.length);
    const { differences } = await ask(app, session, 'proof.run', {});
    expect(differences).toEqual([]);
    expect((await ask(app, session, 'stock.explain', { productId })).onHand).toBe(3);
  }, 120_000);
});

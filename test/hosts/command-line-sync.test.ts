import { describe, expect, onTestFinished, test } from 'vitest';
import { createApp, newSession } from '../../src/main/app.ts';
import { secretFile } from '../../src/main/hosts/secret-file.ts';
import { builtParts } from '../support/built-parts.ts';
import { linkToStore, startStore } from '../support/linked-folder.ts';
import { startTillbridge } from '../support/started-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A data folder that is linked to a practice store, as an earlier run left it. */
const linkedFolder = async () => {
  const dataFolder = temporaryFolder();
  const store = await startStore();
  onTestFinished(store.stop);
  const app = await createApp({
    dataFolder,
    host: 'cli',
    practice: false,
    version: '0',
    secrets: secretFile(`${dataFolder}/secrets.json`),
    syncWorker: builtParts.syncWorker,
  });
  const session = newSession();
  await linkToStore((name, input) => app.dispatch(name, input, session), store);
  await app.stop();
  return { dataFolder, store };
};

describe('pulling without a screen', () => {
  test('once: until nothing is due, and says what was done', async () => {
    const { dataFolder, store } = await linkedFolder();
    const placed = await store.open({ orders: 30 });
    const program = startTillbridge(dataFolder, ['sync', '--once', '--json']);
    expect(await program.ended()).toBe(0);
    expect(program.lines).toHaveLength(1);
    const { ok, data } = JSON.parse(program.lines[0] ?? '');
    expect(ok).toBe(true);
    expect(data.imported).toBeGreaterThan(0);
    expect(data.imported).toBeLessThanOrEqual(placed);
    const again = startTillbridge(dataFolder, ['sync', '--once']);
    expect(await again.ended()).toBe(0);
    expect(again.lines[0]).toMatch(/^0 orders imported, 0 updated, 0 held;/);
  });

  test('on and on: until it is asked to end, gracefully', async () => {
    const { dataFolder, store } = await linkedFolder();
    await store.open({ orders: 5 });
    const program = startTillbridge(dataFolder, ['sync']);
    await new Promise<void>((resolve) => program.child.stderr?.once('data', () => resolve()));
    expect(await program.stop()).toBe(0);
  });

  test('a folder without a link is refused in one line, 1', async () => {
    const program = startTillbridge(temporaryFolder(), ['sync', '--once']);
    expect(await program.ended()).toBe(1);
    expect(JSON.parse(program.lines[0] ?? '')).toMatchObject({ ok: false, fault: { code: 'not_linked' } });
  });
});

describe('the practice store alone', () => {
  test('prints where it is and the token that it answers to, and ends when asked', async () => {
    const program = startTillbridge(temporaryFolder(), ['practice-store', '--orders', '7', '--seed', '3']);
    const baseUrl = (await program.line((line) => line.startsWith('base URL: '))).slice('base URL: '.length);
    const token = (await program.line((line) => line.startsWith('token: '))).slice('token: '.length);
    const orders = await fetch(`${baseUrl}/v2/orders/count`, { headers: { 'x-auth-token': token } });
    expect(orders.status).toBe(200);
    expect(await orders.json()).toMatchObject({ count: 7 });
    const stranger = await fetch(`${baseUrl}/v2/orders/count`, { headers: { 'x-auth-token': 'guess' } });
    expect(stranger.status).toBe(401);
    expect(await program.stop()).toBe(0);
  });
});

import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createApp, newSession } from '../../src/main/app.ts';
import { ask } from '../../src/main/hosts/ask.ts';
import { openLog } from '../../src/main/hosts/logs/log.ts';
import { secretMemory } from '../../src/main/hosts/secret-memory.ts';
import { openTill, type TillOptions } from '../../src/main/hosts/till.ts';
import { builtParts } from '../support/built-parts.ts';
import { linkToStore, startStore } from '../support/linked-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const options = (dataFolder: string, asked = false): TillOptions => ({
  dataFolder,
  host: 'browser',
  places: builtParts,
  secrets: secretMemory(),
  log: openLog(dataFolder, 'browser'),
  practice: { asked, orders: 20, seed: 1 },
});

const open = async (till: TillOptions) => {
  const opened = await openTill(till);
  onTestFinished(opened.stop);
  return opened;
};

describe('starting a till', () => {
  test('on a new data folder it practises: orders from before today and new ones arrive, and it says so (N12)', async () => {
    const folder = temporaryFolder();
    const { app, note } = await open(options(folder));
    expect(note).toContain(`no BigCommerce store is linked in ${folder}, so 20 practice orders arrive`);
    const session = newSession();
    expect(await ask(app, session, 'app.about', {})).toEqual({
      version: '1.2.3',
      host: 'browser',
      practice: true,
      canSwitch: true,
    });
    await vi.waitFor(async () => expect((await ask(app, session, 'sales.list', {})).rows.length).toBeGreaterThan(10), {
      timeout: 50_000,
    });
    expect(existsSync(join(folder, 'practice'))).toBe(true);
  });

  test('where a store is linked it is opened, unless practice is asked for, which leaves it as it is', async () => {
    const dataFolder = temporaryFolder();
    const store = await startStore();
    onTestFinished(store.stop);
    const real = options(dataFolder);
    const { host, secrets, places } = real;
    const app = await createApp({ dataFolder, host, practice: false, secrets, ...places });
    const session = newSession();
    await linkToStore((name, input) => app.dispatch(name, input, session), store);
    await app.stop();

    const practising = await openTill(options(dataFolder, true));
    expect(practising.note).toContain('you asked for it');
    expect((await ask(practising.app, newSession(), 'app.about', {})).practice).toBe(true);
    await practising.stop();

    const till = await open(real);
    expect(till.note).toBeNull();
    expect((await ask(till.app, newSession(), 'app.about', {})).practice).toBe(false);
    expect((await ask(till.app, newSession(), 'link.get', {})).link?.storeHash).toBe(store.storeHash);
  });

  test('a second one on the same folder says that it is in use, and harms neither practice nor the first', async () => {
    const folder = temporaryFolder();
    const first = await open(options(folder));
    await expect(openTill(options(folder))).rejects.toMatchObject({ code: 'data_folder_busy' });
    expect((await ask(first.app, newSession(), 'link.get', {})).link).not.toBeNull();
  });

  test('a screen changes from practice to the shop’s own till and back; neither has anything of the other (N12)', async () => {
    const folder = temporaryFolder();
    const { app } = await open(options(folder));
    const session = newSession();
    const change = async (practice: boolean): Promise<void> => {
      const reopened = new Promise<void>((resolve) => {
        const forget = app.onEvent(({ type }) => {
          if (type !== 'reopened') return;
          forget();
          resolve();
        });
      });
      await ask(app, session, 'app.usePractice', { practice });
      await reopened;
    };
    const hasLink = async () => (await ask(app, session, 'link.get', {})).link !== null;
    await change(false);
    expect((await ask(app, session, 'app.about', {})).practice).toBe(false);
    expect([await hasLink(), (await ask(app, session, 'outlets.list', {})).rows]).toEqual([false, []]);
    await change(true);
    expect((await ask(app, session, 'app.about', {})).practice).toBe(true);
    expect(await hasLink()).toBe(true);

    // Somebody else's files where practice would be: the shop's own till stays open.
    await change(false);
    rmSync(join(folder, 'practice'), { recursive: true });
    mkdirSync(join(folder, 'practice'));
    writeFileSync(join(folder, 'practice', 'accounts.ods'), 'the only copy');
    await change(true);
    expect((await ask(app, session, 'app.about', {})).practice).toBe(false);
    expect(readdirSync(join(folder, 'practice'))).toEqual(['accounts.ods']);
  });

  test('a linked till is not left for practice: its orders would stop arriving', async () => {
    const dataFolder = temporaryFolder();
    const store = await startStore();
    onTestFinished(store.stop);
    const { host, secrets, places } = options(dataFolder);
    const app = await createApp({
      dataFolder,
      host,
      practice: false,
      secrets,
      ...places,
      usePractice: () => undefined,
    });
    onTestFinished(app.stop);
    const session = newSession();
    await linkToStore((name, input) => app.dispatch(name, input, session), store);
    expect(await app.dispatch('app.usePractice', { practice: true }, session)).toMatchObject({
      ok: false,
      fault: { code: 'already_linked' },
    });
    await ask(app, session, 'link.unlink', {
      typedName: (await ask(app, session, 'link.get', {})).link?.storeName ?? '',
    });
    await app.stop();
    const till = await open({ ...options(dataFolder), secrets });
    expect(till.note, 'an unlinked till opens with all that is in it, and not in practice (R81)').toBeNull();
    expect((await ask(till.app, newSession(), 'link.get', {})).unlinked).not.toBeNull();
  });

  test('practice never replaces a folder that holds something else', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'practice'));
    writeFileSync(join(folder, 'practice', 'accounts.ods'), 'the only copy');
    await expect(openTill(options(folder))).rejects.toThrow('holds something other than practice data');
    expect(readdirSync(join(folder, 'practice'))).toEqual(['accounts.ods']);
  });
});

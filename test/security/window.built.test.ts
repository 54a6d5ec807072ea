import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  linkedFolder,
  logOf,
  openWindow,
  settled,
  startWindow,
  type WindowOnStandIn,
} from '../desktop/shop-on-stand-in.ts';
import { whyNoChromium } from '../support/chromium.ts';
import { makeFolder } from '../support/temporary-folder.ts';

const noChromium = await whyNoChromium();
const about = { ok: true, data: { host: 'electron' } };
const notAllowed = { ok: false, fault: { code: 'not_allowed' } };
const ours = 'app://tillbridge/';

/** Every file below a folder but the two that are made to hold tokens, as text. */
const filesOf = (folder: string): readonly (readonly [file: string, text: string])[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !['secrets.json', 'keychain.json'].includes(entry.name))
    .map((entry) => [join(entry.parentPath, entry.name), readFileSync(join(entry.parentPath, entry.name), 'latin1')]);

describe.skipIf(noChromium)(`what protects the window, on the stand-in ${noChromium || ''}`, () => {
  const folder = makeFolder();
  let window: WindowOnStandIn;
  const page = () => window.pageNow();
  beforeAll(async () => {
    window = await startWindow([`--data=${folder.path}`, '--orders=3', '--seed=1']);
  });
  afterAll(async () => {
    await window.stop();
    folder.remove();
  });

  test('the page is isolated, sandboxed and without Node; its web security is on', async () => {
    const [[options]] = z.tuple([z.tuple([z.record(z.string(), z.unknown())])]).parse(await window.did('window'));
    expect(options.webPreferences).toEqual({
      preload: expect.stringMatching(/out[\\/]preload[\\/]index\.cjs$/),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    });
  });

  test('the page has two functions of ours, and no other road', async () => {
    expect(await page().evaluate('Object.keys(tillbridge)')).toEqual(['call', 'onEvent']);
  });

  test('it cannot be led away, by a link, a form, a frame or a script', async () => {
    const before = page().url();
    await page().evaluate('void (location.href = "https://example.com/")');
    await page().evaluate(
      'void document.body.insertAdjacentHTML("beforeend", "<a id=away href=https://example.com/>x</a>")',
    );
    await page().evaluate('document.getElementById("away").click()');
    await page().evaluate('void (location.href = "app://other/")');
    expect(page().url()).toBe(before);
    await page().evaluate('document.getElementById("away").remove()');
    expect(await window.reply('app.about', {})).toMatchObject(about);
  });

  test('it may read itself anew, for another language', async () => {
    await page().evaluate('localStorage.setItem("tillbridge.language", "de"); location.reload()');
    await page().getByRole('heading', { name: 'Warenausgang', level: 1 }).waitFor();
    await page().evaluate('localStorage.removeItem("tillbridge.language"); location.reload()');
    await page().getByRole('heading', { name: 'Fulfillments', level: 1 }).waitFor();
  });

  test('it opens no window; only help and the store open, in the system’s own browser', async () => {
    const pages = page().context().pages().length;
    await page().evaluate('void window.open("https://example.com/")');
    await page().evaluate('void window.open("https://support.bigcommerce.com/s/")');
    await settled(async () =>
      expect(await window.did('shell.openExternal')).toEqual([['https://support.bigcommerce.com/s/']]),
    );
    await settled(() => expect(page().context().pages()).toHaveLength(pages));
  });

  test('it may use nothing of the machine but a scanner', async () => {
    const nothing = { requested: false, checked: false, device: false };
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'usb', 'fullscreen']) {
      expect(await window.program.ask('mayUse', permission, ours), permission).toEqual(nothing);
    }
    expect(await window.program.ask('mayUse', 'serial', 'https://example.com/')).toEqual(nothing);
    expect(await window.program.ask('mayUse', 'serial', ours)).toEqual({
      requested: true,
      checked: true,
      device: true,
    });
    const devices = [{ deviceId: 'keyboard', collections: [{ usagePage: 1 }] }];
    expect(await window.program.ask('choose', 'select-hid-device', devices)).toEqual({ prevented: true, chosen: '' });
  });

  test('a call is answered to our page alone: to no frame in it, and to no other page', async () => {
    const as = (url: string, parent: object | null) => window.program.ask('callAs', url, parent, 'app.about', {});
    expect(await as(ours, null)).toMatchObject(about);
    expect(await as(ours, {})).toMatchObject(notAllowed);
    expect(await as('app://tillbridge.evil.example/', null)).toMatchObject(notAllowed);
    expect(await as('https://example.com/', null)).toMatchObject(notAllowed);
  });

  test('only what the contract lists can be called', async () => {
    for (const name of ['constructor', '__proto__', 'secrets.read', 'toString']) {
      expect(await window.reply(name, {}), name).toMatchObject({ ok: false, fault: { code: 'unknown_procedure' } });
    }
  });

  test('no script and no style runs that is not a file of ours, and nothing is reached beyond', async () => {
    await page().evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.intruder = true';
      document.head.append(script);
    });
    expect(await page().evaluate('typeof window.intruder')).toBe('undefined');
    await page().evaluate('new Promise((then) => { setTimeout("window.intruder = 1"); setTimeout(then, 50) })');
    expect(await page().evaluate('typeof window.intruder')).toBe('undefined');
    expect(await page().evaluate('fetch("https://example.com/").then(() => "reached", () => "refused")')).toBe(
      'refused',
    );
    const policy = await page().evaluate('fetch("/").then((answer) => answer.headers.get("content-security-policy"))');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  test('the app’s scheme gives what was built, and no other file, host or privilege', async () => {
    const status = (path: string) => page().evaluate(`fetch(${JSON.stringify(path)}).then((answer) => answer.status)`);
    for (const path of ['/../main/index.js', '/%2e%2e/main/index.js', '/assets/../../package.json', '/secrets.json']) {
      expect(await status(path), path).toBe(404);
    }
    const [[schemes]] = z.tuple([z.tuple([z.array(z.unknown())])]).parse(await window.did('protocol.privileged'));
    expect(schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
      { scheme: 'document', privileges: { standard: true } },
    ]);
  });
});

describe.skipIf(noChromium)(`the BigCommerce token, on the stand-in ${noChromium || ''}`, () => {
  test('is in no file but that of the keychain, in no answer, on no screen and in no log', async () => {
    const { folder, store } = await linkedFolder();
    await store.open({ orders: 3 });
    const window = await openWindow([`--data=${folder}`]);
    await settled(async () => expect(JSON.stringify(await window.reply('sales.list', {}))).toContain('saleId'));
    const answers = await Promise.all(
      ['link.get', 'app.about', 'sync.status', 'audit.list', 'desktop.get'].map((name) => window.reply(name, {})),
    );
    expect(JSON.stringify(answers)).not.toContain(store.token);
    expect(await window.pageNow().content()).not.toContain(store.token);
    expect(await window.reply('link.connect', { storeHash: 'x', token: store.token, plan: 'Pro' })).toMatchObject({
      ok: false,
    });
    await window.stop();
    expect(logOf(folder).length).toBeGreaterThan(2);
    for (const [file, text] of filesOf(folder)) expect(text.includes(store.token), file).toBe(false);
  });
});

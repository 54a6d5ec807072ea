import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { violations } from './accessible.ts';
import { openShopWindow } from './shop-window.ts';
import { scan } from './stock-shop.ts';

const missing = await whyNoChromium();

/** Devices at the edge of the browser, in the page: `scanner.serial(text)` and `scanner.hid(code)` make them read. */
const devices = `
  const line = new TransformStream();
  const writer = line.writable.getWriter();
  const port = { open: async (options) => { opened = options }, close: async () => {}, readable: line.readable };
  let opened = null;
  const serial = Object.assign(new EventTarget(), { getPorts: async () => [port], requestPort: async () => port });
  const device = Object.assign(new EventTarget(), {
    opened: false, open: async () => {}, close: async () => {},
    collections: [{ usagePage: 0x8c, inputReports: [{ reportId: 2, items: [
      { usages: [0x8c00fe], reportSize: 8, reportCount: 8 }, { usages: [0x8c00ff], reportSize: 1, reportCount: 8 } ] }] }],
  });
  const hid = Object.assign(new EventTarget(), { getDevices: async () => [device], requestDevice: async () => [device] });
  Object.defineProperty(navigator, 'serial', { value: serial });
  Object.defineProperty(navigator, 'hid', { value: hid });
  const bytes = (text) => new TextEncoder().encode(text);
  window.scanner = {
    speed: () => opened?.baudRate,
    serial: (text) => void writer.write(bytes(text)),
    hid: (text) => {
      for (let from = 0; from < text.length; from += 8) {
        const data = new Uint8Array(9);
        data.set(bytes(text.slice(from, from + 8)));
        data[8] = from + 8 < text.length ? 1 : 0;
        device.dispatchEvent(Object.assign(new Event('inputreport'), { reportId: 2, data: new DataView(data.buffer) }));
      }
    },
  };`;

describe.skipIf(missing)(`Settings › Scanner${missing ? ` (${missing})` : ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('a scanner that is no keyboard is connected, read like any other, and found again after a start', async () => {
    const { page, sell } = await openShopWindow(browser);
    const older = await sell('Ada Marsh');
    const newest = await sell('Ben Ode');
    await page.addInitScript(devices);
    await page.reload();
    const address = page.url().split('#')[0];
    await page.goto(`${address}#/settings/scanner`);
    const read = page.getByRole('region', { name: 'Try it' }).getByRole('status');

    await page.getByLabel('Speed, in bits a second').selectOption('115200');
    await page.getByRole('button', { name: 'Connect a serial scanner' }).press('Enter');
    await page.getByText('Connected.').waitFor();
    expect(await page.evaluate('scanner.speed()')).toBe(115_200);
    await page.evaluate('scanner.serial("LA")');
    await page.evaluate('scanner.serial("MP\\r\\n")');
    await page.getByText('Read: LAMP').waitFor();
    await page.evaluate('scanner.serial("NO-END")');
    await page.getByText('Read: NO-END').waitFor();

    await page.getByRole('button', { name: 'Connect a HID scanner' }).press('Enter');
    await page.getByText('Connected.').nth(1).waitFor();
    await page.evaluate('scanner.hid("4012345678901")');
    await page.getByText('Read: 4012345678901').waitFor();
    await scan(page, 'TILLBRIDGE');
    await page.getByText('That is this card').waitFor();
    expect(await read.textContent()).toContain('TILLBRIDGE');
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page), colorScheme).toEqual([]);
    }

    await page.reload();
    await page.getByText('Connected.').nth(1).waitFor();
    await page.goto(`${address}#/sales-history`);
    // The newest sale is open by itself, the older one by its code alone.
    await page.getByRole('heading', { name: new RegExp(String(newest)) }).waitFor();
    await page.evaluate(`scanner.serial("${older}\\r")`);
    await page.getByRole('heading', { name: new RegExp(String(older)) }).waitFor();

    // Answers that take as long as it takes to walk away.
    const slow = Promise.withResolvers<void>();
    await page.route('**/api/call/sales.find', (route) => slow.promise.then(() => route.continue()));
    for (const [from, code] of [
      ['/sales-history', newest],
      ['/queue', `W${older}`],
    ]) {
      await page.goto(`${address}#${from}`);
      await page.getByRole('heading', { level: 1, name: from === '/queue' ? 'Queue' : 'Sales history' }).waitFor();
      const asked = page.waitForRequest('**/api/call/sales.find');
      await page.evaluate(`scanner.serial("${code}\\r")`);
      await asked;
    }
    await page.goto(`${address}#/settings/scanner`);
    const useNone = page.getByRole('button', { name: 'Use none' });
    await useNone.first().waitFor();
    slow.resolve();
    await page.getByText(`W${older} is open in Sales history.`).waitFor();
    await useNone.first().press('Enter');
    await page.getByText('None is used.').waitFor();
  });
});

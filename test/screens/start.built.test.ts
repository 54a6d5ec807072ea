import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startBrowserHost } from '../../src/main/hosts/browser/browser-host.ts';
import { loadRendererFiles } from '../../src/main/hosts/renderer-files.ts';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { openLinkedTill, openStore } from '../support/linked-till.ts';
import { rootFolder } from '../support/started-program.ts';

const noChromium = await whyNoChromium();
const built = join(rootFolder, 'out/renderer');
const kilobyte = 1_000;

/** Every script that the page names: what comes before the first rows. */
const firstScripts = (): readonly string[] => {
  const html = readFileSync(join(built, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, file]) => file ?? '');
  return [...new Set(named)];
};

test('before the first rows comes no more than they need: Settings, Stock, the Queue and the guide come later', () => {
  const files = firstScripts();
  expect(files.map((file) => basename(file).replace(/-.{8}\.js$/, ''))).toContain('start-screens');
  expect(files.join()).not.toContain('later-screens');
  const bytes = files.reduce((sum, file) => sum + statSync(join(built, file)).size, 0);
  expect(bytes / kilobyte).toBeLessThan(625);
});

describe.skipIf(noChromium)(`a window that opens ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  const openShop = async (): Promise<{ readonly page: Page; readonly address: string }> => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    store.placeOrder({ customer: { firstName: 'Ada', lastName: 'Byrne' }, statusId: 11 });
    await till.call('sync.now', {});
    const addresses: string[] = [];
    const host = await startBrowserHost({
      ...{ app: till.app, files: await loadRendererFiles(built), port: 0, now: Date.now },
      onAddress: (address) => void addresses.push(address),
    });
    onTestFinished(host.stop);
    const page = await browser.newPage();
    onTestFinished(() => page.close());
    return { page, address: addresses[0] ?? '' };
  };

  test('asks once for what it shows; a file that does not come is said, with a way on, and never a white page', async () => {
    const { page, address } = await openShop();
    const asked: string[] = [];
    page.on('request', (request) => request.url().includes('/api/call/') && asked.push(basename(request.url())));

    const noScreens = '**/start-screens-*.js';
    await page.route(noScreens, (route) => route.abort());
    await page.goto(address);
    const again = page.getByRole('link', { name: 'load the window again' });
    await again.waitFor();
    expect(asked.filter((name) => name !== 'link.get' && name !== 'fulfillments.list')).toEqual([]);

    await page.unroute(noScreens);
    const noOthers = '**/later-screens-*.js';
    await page.route(noOthers, (route) => route.abort());
    asked.length = 0;
    await again.click();
    await page.getByRole('option', { name: /Ada Byrne/ }).waitFor();
    const once = [
      'link.get',
      'fulfillments.list',
      'outlets.list',
      'orderStatuses.list',
      'staff.current',
      'sync.status',
    ];
    expect(asked.filter((name) => once.includes(name)).sort()).toEqual(once.toSorted());

    await page.getByRole('link', { name: 'Settings' }).click();
    const note = page.getByRole('alert').filter({ hasText: 'could not be loaded' });
    await note.waitFor();
    await page.getByRole('link', { name: 'Fulfillments' }).click();
    await page.getByRole('option', { name: /Ada Byrne/ }).waitFor();

    await page.keyboard.press('Control+k');
    await page.unroute(noOthers);
    await note.getByRole('button', { name: 'Load the window again' }).click();
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
  });
});

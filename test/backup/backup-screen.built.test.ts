import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { newSession } from '../../src/main/app.ts';
import { ask } from '../../src/main/hosts/ask.ts';
import { startBrowserHost } from '../../src/main/hosts/browser/browser-host.ts';
import { openLog } from '../../src/main/hosts/logs/log.ts';
import { loadRendererFiles } from '../../src/main/hosts/renderer-files.ts';
import { openTill } from '../../src/main/hosts/till.ts';
import { builtParts } from '../support/built-parts.ts';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { rootFolder } from '../support/started-program.ts';
import { openShop, secretsOfMachine } from './backup-shop.ts';

const noChromium = await whyNoChromium();
describe.skipIf(noChromium)(`Backup and restore in Settings ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('a copy is made while work goes on, what it lacks is said, and the app that runs opens anew on it', async () => {
    const { till: before, folder } = await openShop(6);
    await before.app.stop();
    const till = await openTill({
      dataFolder: folder,
      host: 'browser',
      places: builtParts,
      secrets: secretsOfMachine(),
      log: openLog(folder, 'browser'),
      practice: { asked: false },
    });
    onTestFinished(till.stop);
    const addresses: string[] = [];
    const files = await loadRendererFiles(join(rootFolder, 'out/renderer'));
    const host = await startBrowserHost({
      app: till.app,
      files,
      port: 0,
      now: Date.now,
      onAddress: (address) => void addresses.push(address),
    });
    onTestFinished(host.stop);
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-US' });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(addresses[0] ?? '');
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('link', { name: 'Backup and restore' }).click();
    await page.getByText('There is none yet.').waitFor();
    await page.getByRole('button', { name: 'Make a copy' }).click();
    await page.getByText('A good copy was made:').first().waitFor();
    await page.getByRole('button', { name: /^Restore the copy of/ }).waitFor();

    const session = newSession();
    await ask(till.app, session, 'products.create', { name: 'Since the copy', sku: 'SINCE' });
    const products = async () => (await ask(till.app, session, 'products.list', { search: 'SINCE' })).rows.length;
    expect(await products()).toBe(1);
    await page.getByRole('button', { name: /^Restore the copy of/ }).click();
    await page.getByText('No sale, count, pick or till close is missing in it').waitFor();
    await page.getByRole('button', { name: 'Restore it' }).click();
    // The page opens anew with the app, still signed in to it, where it was.
    await page.getByRole('heading', { name: 'Stock is not told to BigCommerce' }).waitFor();
    expect(await products()).toBe(0);
    if (process.env.SHOTS) {
      for (const [width, height, colorScheme] of [
        [1366, 768, 'light'],
        [1024, 600, 'dark'],
      ] as const) {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: join(process.env.SHOTS, `backup-${width}.png`) });
      }
      await page.getByRole('button', { name: /^Restore the copy of/ }).click();
      await page.getByRole('button', { name: 'Restore it' }).waitFor();
      await page.screenshot({ path: join(process.env.SHOTS, 'restore.png') });
    }
  });
});

import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startBrowserHost } from '../../src/main/hosts/browser/browser-host.ts';
import { openLog } from '../../src/main/hosts/logs/log.ts';
import { loadRendererFiles } from '../../src/main/hosts/renderer-files.ts';
import { secretMemory } from '../../src/main/hosts/secret-memory.ts';
import { openTill } from '../../src/main/hosts/till.ts';
import { builtParts } from '../support/built-parts.ts';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { rootFolder } from '../support/started-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { violations } from './accessible.ts';

const noChromium = await whyNoChromium();
describe.skipIf(noChromium)(`Training in the practice store ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('what to try stands below every screen and ticks itself off; another scenario starts in Settings (N12)', async () => {
    const folder = temporaryFolder();
    const till = await openTill({
      dataFolder: folder,
      host: 'browser',
      places: builtParts,
      secrets: secretMemory(),
      log: openLog(folder, 'browser'),
      practice: { asked: true, orders: 4, seed: 1, scenario: 'network-gone' },
    });
    onTestFinished(till.stop);
    const addresses: string[] = [];
    const host = await startBrowserHost({
      app: till.app,
      files: await loadRendererFiles(join(rootFolder, 'out/renderer')),
      port: 0,
      now: Date.now,
      onAddress: (address) => void addresses.push(address),
    });
    onTestFinished(host.stop);
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-US' });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(addresses[0] ?? '');
    const band = page.getByRole('region', { name: 'Training: Network gone' });
    await band.getByText('Start picking, and pick a piece.').waitFor();
    await band.getByRole('link', { name: /^Open order/ }).click();
    await page.getByRole('button', { name: 'Start picking' }).first().waitFor();
    const shots = process.env.SHOTS;
    for (const [width, height, colorScheme] of [
      [1366, 768, 'light'],
      [1024, 600, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await violations(page), colorScheme).toEqual([]);
      if (shots) await page.screenshot({ path: join(shots, `training-${width}.png`) });
    }
    await page.evaluate("location.hash = '/settings/training'");
    await page.getByRole('button', { name: 'Start: Paid at last' }).click();
    const next = page.getByRole('region', { name: 'Training: Paid at last' });
    await next.getByText('Pick and pack it, although it says Not paid.').waitFor();
    expect(await violations(page)).toEqual([]);
    await next.getByRole('button', { name: 'End training' }).click();
    await next.waitFor({ state: 'detached' });
  });
});

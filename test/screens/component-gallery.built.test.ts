import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startGallery } from '../../scripts/component-gallery/start-gallery.ts';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { rootFolder } from '../support/started-program.ts';
import { violations } from './accessible.ts';

const noChromium = await whyNoChromium();

describe.skipIf(noChromium)(`the page of components ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('shows each in its states and in both themes, axe finds nothing, and no build has it', async () => {
    const { address, stop } = await startGallery();
    onTestFinished(stop);
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
    onTestFinished(() => page.close());
    await page.goto(address);
    await page.getByRole('heading', { name: 'dark', exact: true }).waitFor();
    expect(await page.locator('[data-shown="dark"]').evaluate((part) => getComputedStyle(part).color)).not.toBe(
      await page.locator('[data-shown="light"]').evaluate((part) => getComputedStyle(part).color),
    );
    expect(await violations(page)).toEqual([]);

    const assets = join(rootFolder, 'out/renderer/assets');
    const scripts = readdirSync(assets).filter((file) => file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(0);
    for (const file of scripts) expect(readFileSync(join(assets, file), 'utf8')).not.toContain('Please ring twice.');
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startGallery } from '../../scripts/component-gallery/start-gallery.ts';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { rootFolder } from '../support/started-program.ts';
import { violations } from './accessible.ts';

const noChromium = await whyNoChromium();
const renderer = join(rootFolder, 'src/renderer');

/** The components that a file shows, itself or by one that it shows. */
const shownBy = (file: string, shown: Set<string>): Set<string> => {
  const imported = readFileSync(join(renderer, file), 'utf8').matchAll(/'(?:\.\.\/components|\.)\/([a-z-]+)\.tsx'/g);
  for (const [, name = ''] of imported) {
    const path = `components/${name}.tsx`;
    const isOfGallery = file.startsWith('component-gallery/') && !everyComponent.includes(name);
    if (isOfGallery) shownBy(`component-gallery/${name}.tsx`, shown);
    else if (!shown.has(name)) shownBy(path, shown.add(name));
  }
  return shown;
};

const everyComponent = readdirSync(join(renderer, 'components')).flatMap((file) =>
  file.endsWith('.tsx') ? [file.replace('.tsx', '')] : [],
);

test('the page of components shows each component that there is', () => {
  expect(everyComponent.filter((name) => !shownBy('component-gallery/gallery.tsx', new Set()).has(name))).toEqual([]);
});

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
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    const isSound = async (part: string, waitFor: (shown: Page) => Promise<void>): Promise<void> => {
      await page.goto(`${address}?theme=light&part=${part}`);
      await waitFor(page);
      expect(await violations(page), `${part}, light`).toEqual([]);
      await page.evaluate("document.documentElement.dataset.theme = 'dark'");
      expect(await violations(page, 'colours'), `${part}, dark`).toEqual([]);
    };
    await isSound('components', async (shown) => {
      await shown.getByText('Importing 1,240 of 8,300').first().waitFor();
      await shown.getByText('Checkout is not finished').waitFor();
    });
    await isSound('list', (shown) => shown.getByRole('option', { selected: true }).waitFor());
    expect(complaints).toEqual([]);

    const assets = join(rootFolder, 'out/renderer/assets');
    const scripts = readdirSync(assets).filter((file) => file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(0);
    for (const file of scripts) expect(readFileSync(join(assets, file), 'utf8')).not.toContain('Please ring twice.');
  });
});

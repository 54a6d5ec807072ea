import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { violations } from './accessible.ts';
import { openShopWindow } from './shop-window.ts';

const noChromium = await whyNoChromium();

describe.skipIf(noChromium)(`The guide ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('is read from the help of any screen, from Settings and from a refused token, without a network, and is searched (R8)', async () => {
    const { page, store, till } = await openShopWindow(browser, { customers: ['Ada Byron'] });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).hostname));
    await page.keyboard.press('?');
    await page.getByRole('link', { name: /^Guide:/ }).click();
    const article = page.getByRole('article');
    await article.getByRole('heading', { name: 'How orders arrive' }).waitFor();
    await page.getByRole('searchbox', { name: 'Search the guide' }).fill('shelf code');
    await article.getByRole('heading', { name: 'Pickups and the hold shelf' }).waitFor();
    await page.getByRole('searchbox', { name: 'Search the guide' }).fill('zeppelin');
    await page.getByText('Nothing in the guide has “zeppelin”.').waitFor();
    await page.getByRole('searchbox', { name: 'Search the guide' }).fill('');
    await page.getByRole('button', { name: 'Fulfilling a delivery' }).click();
    await article.getByText('Awaiting Shipment').waitFor();
    const links = await article.getByRole('link').evaluateAll((all) => all.map((each) => each.getAttribute('href')));
    expect(links).toEqual(['https://x-series-support.lightspeedhq.com/hc/en-us', 'https://support.bigcommerce.com/s/']);
    const shots = process.env.SHOTS;
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page), colorScheme).toEqual([]);
      if (shots) await page.screenshot({ path: join(shots, `guide-${colorScheme}.png`) });
      for (const section of ['backup', 'privacy', 'guide']) {
        await page.evaluate(`location.hash = '/settings/${section}'`);
        await page.locator('#list').getByRole('heading', { level: 2 }).first().waitFor();
        expect(await violations(page), `${section} ${colorScheme}`).toEqual([]);
        if (shots) await page.screenshot({ path: join(shots, `${section}-${colorScheme}.png`) });
      }
      await page.evaluate(`location.hash = '/guide/fulfil'`);
      await article.getByRole('heading', { name: 'Fulfilling a delivery' }).waitFor();
    }
    store.script({ kind: 'answer', status: 401, times: Number.POSITIVE_INFINITY });
    await till.reply('sync.now', {});
    await page.getByRole('link', { name: 'What to do' }).click();
    await article.getByRole('heading', { name: 'When something is wrong' }).waitFor();
    expect(new Set(asked)).toEqual(new Set(['127.0.0.1']));
  });
});

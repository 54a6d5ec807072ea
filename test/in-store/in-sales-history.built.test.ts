import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openShopWindow, row, rows } from '../screens/shop-window.ts';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';

const noChromium = await whyNoChromium();

describe.skipIf(noChromium)(`a sale in the shop on the screen ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('is in Sales history as "In store", opens, and is all that the filter for such sales leaves', async () => {
    const { page, till } = await openShopWindow(browser, { customers: ['Ada Byron'] });
    await page.getByRole('link', { name: 'Sales history' }).click();
    await expect.poll(() => rows(page).count()).toBe(1);
    const { productId } = await till.call('products.create', { sku: 'MUG', name: 'Blue mug' });
    const lines = [{ productId, quantity: 2, unitPrice: '12.50' }];
    await till.call('sales.recordInStore', { lines, payments: [{ method: 'Cash', amount: '20' }] });
    await expect.poll(() => rows(page).count()).toBe(2);
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByLabel('Source').selectOption({ label: 'In store' });
    await expect.poll(() => rows(page).count()).toBe(1);
    await page.keyboard.press('Escape');
    await row(page, 'In store').click();
    await page.getByRole('heading', { name: 'S1', level: 2 }).waitFor();
    for (const words of ['Blue mug', 'Cash', 'At the counter', 'Sold in the shop.']) {
      await page.getByText(words).first().waitFor();
    }
    expect(await page.getByText('Arrived here').count()).toBe(0);
  });
});

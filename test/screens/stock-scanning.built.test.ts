import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { isSelected, rows } from './shop-window.ts';
import {
  detail,
  notice,
  openPanel,
  openProduct,
  openStockWindow,
  pressAtOnce,
  scan,
  showsOnHand,
} from './stock-shop.ts';

const noChromium = await whyNoChromium();

describe.skipIf(noChromium)(`scanning on the Stock screen ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('a scan opens its product from wherever the focus is, and no letter of it works as a key', async () => {
    const { page } = await openStockWindow(browser);
    await openProduct(page, 'Assam Tea');
    await scan(page, 'POT-IRON');
    await isSelected(page, 'Iron Pot');
    await notice(page, 'Scanned: Iron Pot.');
    expect(await page.getByRole('form').count(), 'R of IRON receives nothing').toBe(0);
    await page.getByRole('textbox', { name: 'Scan or search' }).fill('mug');
    await expect.poll(() => rows(page).count()).toBe(1);
    await scan(page, 'TEA-ASSAM');
    await detail(page).getByRole('heading', { name: 'Assam Tea' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Scan or search' }).inputValue()).toBe('mug');
  });

  test('a code that is nobody’s says so and opens nothing', async () => {
    const { page } = await openStockWindow(browser);
    await openProduct(page, 'Blue Mug');
    await scan(page, '4006381333931');
    await notice(page, 'No product here has the code “4006381333931”.');
    await isSelected(page, 'Blue Mug');
    await page.getByRole('radio', { name: 'All 3', checked: true }).waitFor();
  });

  test('a code typed by hand into the search opens its product with Enter', async () => {
    const { page } = await openStockWindow(browser);
    await openProduct(page, 'Assam Tea');
    await pressAtOnce(page, '/', 'm');
    await page.keyboard.type('ug-blue', { delay: 80 });
    expect(await page.getByRole('textbox', { name: 'Scan or search' }).inputValue()).toBe('mug-blue');
    await page.keyboard.press('Enter');
    await detail(page).getByRole('heading', { name: 'Blue Mug' }).waitFor();
  });

  test('with Count open each scan counts one more; Enter records it, and the next product goes on counting', async () => {
    const { page } = await openStockWindow(browser);
    await openProduct(page, 'Assam Tea');
    await openPanel(page, 'c', 'Count');
    const quantity = page.getByLabel('Counted on the shelf');
    for (const counted of ['1', '2', '3']) {
      await scan(page, 'TEA-ASSAM');
      await expect.poll(() => quantity.inputValue()).toBe(counted);
    }
    await scan(page, 'POT-IRON');
    await notice(page, /^That was “Iron Pot”/);
    expect(await quantity.inputValue()).toBe('3');
    await showsOnHand(page, '−1', '1');
    await quantity.press('Enter');
    await showsOnHand(page, '3', '1');
    await scan(page, 'POT-IRON');
    await detail(page).getByRole('heading', { name: 'Iron Pot' }).waitFor();
    await expect.poll(() => quantity.inputValue()).toBe('1');
  });

  test('keys pressed quickly one after the other are keys, and each of them works', async () => {
    const { page } = await openStockWindow(browser);
    await openProduct(page, 'Assam Tea');
    await pressAtOnce(page, 'j', 'j');
    await isSelected(page, 'Iron Pot');
    await pressAtOnce(page, 'g', 's');
    await page.getByRole('heading', { name: 'Sales history', level: 1 }).waitFor();
  });
});

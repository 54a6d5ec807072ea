import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { beyondTheEdges } from './edges.ts';
import { chip, openShopWindow, people, row, rows } from './shop-window.ts';
import { notice, openPanel, openProduct, openStockWindow } from './stock-shop.ts';

const noChromium = await whyNoChromium();

describe.skipIf(noChromium)(`the smallest window, 1024 × 600 ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('nothing reaches over its edges: list, sheet, filters, chip and keys', async () => {
    const customers = ['Maximiliana-Theodora Featherstonehaugh-Cholmondeley', ...people(3)];
    const { page, sell } = await openShopWindow(browser, { customers, width: 1024, height: 600 });
    await sell('Waiting Long', 0);
    const fits = async (): Promise<void> => expect(await beyondTheEdges(page)).toEqual([]);
    await rows(page).first().waitFor();
    await fits();
    for (const [screen, sheet] of [
      ['Fulfillments', 'Fulfillment'],
      ['Sales history', 'Sale'],
    ] as const) {
      await page.getByRole('link', { name: screen }).click();
      await row(page, 'Featherstonehaugh').click();
      await page.getByRole('region', { name: sheet, exact: true }).getByText('Featherstonehaugh').first().waitFor();
      await fits();
      await page.getByRole('button', { name: 'Back to the list' }).click();
      await page.getByRole('region', { name: sheet, exact: true }).waitFor({ state: 'detached' });
      await fits();
    }
    await page.getByRole('radio', { name: 'Range' }).check();
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByLabel('BigCommerce status').selectOption({ label: 'Awaiting Fulfillment' });
    await fits();
    await page.keyboard.press('Escape');
    await chip(page).click();
    await page.getByRole('button', { name: 'Check now' }).waitFor();
    await fits();
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await fits();
  });

  test('nor does anything on the Stock screen: its views, the sheet of a product, a panel and what is said of it', async () => {
    const name = 'Hand-thrown stoneware coffee mug with the lighthouse of Peggys Cove, left-handed edition';
    const { page } = await openStockWindow(browser, { width: 1024, height: 600, others: [{ sku: 'MUG-LH', name }] });
    const fits = async (): Promise<void> => expect(await beyondTheEdges(page)).toEqual([]);
    await fits();
    await openProduct(page, name);
    await fits();
    await openPanel(page, 'r', 'Receive');
    await page.getByLabel('Pieces that came in').fill('1200000');
    await page.keyboard.press('Enter');
    await notice(page, /^Received Hand-thrown/);
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    await fits();
  });
});

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { chip, isSelected, openShopWindow, people, row, rows } from './shop-window.ts';

const noChromium = await whyNoChromium();

const scrollTop = (page: Page) => page.locator('#list').evaluate((list) => list.scrollTop);
const background = (page: Page) => page.evaluate('getComputedStyle(document.body).backgroundColor');

describe.skipIf(noChromium)(`a window that stays open ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('an order that arrives moves neither the selection nor what is read (R14)', async () => {
    const customers = people(40);
    const { page, sell } = await openShopWindow(browser, { customers });
    await page.getByRole('link', { name: 'Sales history' }).click();
    const chosen = customers[20] ?? '';
    await rows(page).first().waitFor();
    await page.locator('#list').evaluate((list) => list.scrollTo({ top: 900 }));
    await row(page, chosen).click();
    await isSelected(page, chosen);
    const before = await row(page, chosen).boundingBox();
    const scrolled = await scrollTop(page);

    await sell('Somebody New');
    await page.getByText('41 sales', { exact: true }).first().waitFor();
    await isSelected(page, chosen);
    await expect.poll(() => row(page, chosen).boundingBox()).toEqual(before);
    expect(await scrollTop(page), 'the new row is above what is read').toBeGreaterThan(scrolled);
    await page.getByRole('region', { name: 'Sale' }).getByText(chosen).first().waitFor();
    await page.keyboard.press('Home');
    await isSelected(page, 'Somebody New');
  });

  test('the chip tells that BigCommerce cannot be reached, reading goes on, and it recovers by itself (R87)', async () => {
    const [first = '', second = ''] = people(2);
    const { page, store, till } = await openShopWindow(browser, { customers: [first, second] });
    await row(page, first).waitFor();
    store.script({ kind: 'reset', when: 'before', times: Number.POSITIVE_INFINITY });
    till.app.startSync();
    await chip(page)
      .getByText(/^Offline/)
      .waitFor();
    await chip(page).click();
    await page.getByText('BigCommerce cannot be reached', { exact: false }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('textbox').fill(second);
    await row(page, first).waitFor({ state: 'detached' });
    await row(page, second).waitFor();
    store.clearScript();
    await chip(page)
      .getByText(/^Last checked/)
      .waitFor();
  });

  test('dark or light, once chosen, stays chosen over a reload', async () => {
    const { page } = await openShopWindow(browser, { customers: people(1) });
    const light = await background(page);
    await page.getByRole('button', { name: 'Dark appearance' }).click();
    await expect.poll(() => background(page)).not.toBe(light);
    const dark = await background(page);
    await page.reload();
    await rows(page).first().waitFor();
    expect(await background(page)).toBe(dark);
    await page.getByRole('button', { name: 'Light appearance' }).click();
    await expect.poll(() => background(page)).toBe(light);
  });
});

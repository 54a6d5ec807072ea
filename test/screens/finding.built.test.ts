import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { goTo } from './every-place.ts';
import { focused, openShopWindow, people, row, rows } from './shop-window.ts';

const noChromium = await whyNoChromium();

describe.skipIf(noChromium)(`finding a record ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('the search narrows the list and its counts by customer and by order number', async () => {
    const customers = people(12);
    const { page, sell } = await openShopWindow(browser, { customers });
    const late = await sell('Latecomer Jones');
    await expect.poll(() => rows(page).count()).toBe(13);
    await page.getByRole('textbox').fill('jones latec');
    await expect.poll(() => rows(page).count()).toBe(1);
    await page.getByRole('radiogroup', { name: 'Status' }).getByRole('radio', { name: 'All 1' }).waitFor();
    await page.getByRole('textbox').fill(`#${late}`);
    await row(page, 'Latecomer Jones').waitFor();
    expect(await rows(page).count()).toBe(1);
    await page.getByRole('button', { name: 'Clear search' }).click();
    await expect.poll(() => rows(page).count()).toBe(13);
  });

  test('an order number that matches nothing is told why it is not here (N4)', async () => {
    const { page, sell } = await openShopWindow(browser, { customers: people(2) });
    const unfinished = await sell('Undecided Smith', 0);
    await page.getByRole('textbox').fill(String(unfinished));
    await page.getByText(`Nothing matches “${unfinished}”.`).waitFor();
    await page.getByRole('button', { name: `Why isn’t order ${unfinished} here?` }).click();
    await page.getByRole('heading', { name: 'Checkout is not finished' }).waitFor();
    await page.getByText('It arrives by itself as soon as it is placed.').waitFor();
    await page.getByRole('textbox').fill('999999');
    await page.getByRole('button', { name: 'Why isn’t order 999999 here?' }).click();
    await page.getByRole('heading', { name: 'Not known' }).waitFor();
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await expect.poll(() => rows(page).count()).toBe(2);
  });

  test('words that match nothing say so, without a question about an order', async () => {
    const { page } = await openShopWindow(browser, { customers: people(1) });
    await page.getByRole('textbox').fill('nobody at all');
    await page.getByText('Nothing matches “nobody at all”.').waitFor();
    expect(await page.getByRole('button', { name: /^Why isn’t/ }).count()).toBe(0);
  });

  test('a status chosen in the filters leaves only its sales, says what it means, and goes by its mark', async () => {
    const { page, sell } = await openShopWindow(browser, { customers: people(3) });
    await sell('Shipped Already', 2);
    await page.getByRole('link', { name: 'Sales history' }).click();
    await expect.poll(() => rows(page).count()).toBe(4);
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByLabel('BigCommerce status').selectOption({ label: 'Shipped' });
    await expect.poll(() => rows(page).count()).toBe(1);
    await row(page, 'Shipped Already').waitFor();
    await page.locator('#sale-filters').getByText('Shipped; receipt is not confirmed.').waitFor();
    await page.getByText('1 sale', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Filters, 1 on' }).waitFor();
    await page.getByRole('button', { name: /^BigCommerce status/ }).click();
    await expect.poll(() => rows(page).count()).toBe(4);
  });

  test('a screen without a list of its own finds a sale: by its number at once, by anything else in the Sales history', async () => {
    const { page, sell } = await openShopWindow(browser, { customers: people(3) });
    const wanted = await sell('Latecomer Jones');
    await goTo(page, '/sales-history');
    await page.getByRole('radio', { name: 'Unpaid' }).click();
    await expect.poll(() => rows(page).count()).toBe(0);
    await goTo(page, '/queue');
    await page.keyboard.press('/');
    expect(await focused(page)).toBe('INPUT');
    const field = page.getByRole('textbox', { name: 'Find receipt, order, customer, product' });
    await field.fill('jones latec');
    await field.press('Enter');
    await row(page, 'Latecomer Jones').waitFor();
    expect(await rows(page).count(), 'whatever the history was left at').toBe(1);
    for (const place of ['/settings/outlets', '/stock/opening', '/stock/proof', '/guide']) {
      await page.evaluate((hash) => {
        window.location.hash = hash;
      }, place);
      await field.fill(`W${wanted}`);
      await field.press('Enter');
      await page
        .locator('#detail')
        .getByRole('heading', { name: `W${wanted}` })
        .waitFor();
      expect(await focused(page), 'and the keys go on in its list').toBe('list');
    }
    await goTo(page, '/queue');
    await field.fill('999999');
    await field.press('Enter');
    await page.getByRole('button', { name: 'Why isn’t order 999999 here?' }).waitFor();
  });
});

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { focused, isSelected, openShopWindow, people, row } from './shop-window.ts';

const noChromium = await whyNoChromium();

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 }).waitFor();
const isChosen = (page: Page, label: string) => page.getByRole('radio', { name: label, checked: true }).waitFor();
const hasFocus = (page: Page, what: string) => expect.poll(() => focused(page)).toBe(what);

describe.skipIf(noChromium)(`the screens by keyboard alone ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('G S and G F go to a screen, J and K move, Enter opens the record and Esc leads back to the list', async () => {
    const [first = '', second = '', third = ''] = people(3);
    const { page } = await openShopWindow(browser, { customers: [first, second, third] });
    await isSelected(page, first);
    await press(page, 'j', 'j');
    await isSelected(page, third);
    await page.getByRole('region', { name: 'Fulfillment' }).getByText(third).first().waitFor();
    await press(page, 'k');
    await isSelected(page, second);
    await press(page, 'Enter');
    await hasFocus(page, 'detail');
    await press(page, 'Escape');
    await hasFocus(page, 'list');
    await press(page, 'ArrowUp');
    await isSelected(page, first);

    await press(page, 'g', 's');
    await heading(page, 'Sales history');
    await isSelected(page, third);
    await press(page, 'g', 'f');
    await heading(page, 'Fulfillments');
    await isSelected(page, first);
  });

  test('single keys can be turned off, also for the next start, and arrows go on working (WCAG 2.1.4)', async () => {
    const [first = '', second = ''] = people(2);
    const { page } = await openShopWindow(browser, { customers: [first, second] });
    await press(page, '?');
    await page.getByLabel('Single letters and digits are shortcuts').uncheck();
    await press(page, 'Escape');
    await page.reload();
    await isSelected(page, first);
    await press(page, '3', 'j');
    await isSelected(page, first);
    await page.getByRole('radio', { name: /^New/, checked: true }).waitFor();
    await press(page, 'ArrowDown');
    await isSelected(page, second);
    await page.getByRole('button', { name: 'Keys' }).press('Enter');
    await page.getByLabel('Single letters and digits are shortcuts').check();
    await press(page, 'Escape');
    await press(page, 'k');
    await isSelected(page, first);
  });

  test('the digits choose a segment on one screen and the days on the other', async () => {
    const { page } = await openShopWindow(browser, { customers: people(2) });
    for (const [key, segment] of [
      ['2', /^In progress/],
      ['3', /^Packed/],
      ['4', /^All/],
      ['1', /^New/],
    ] as const) {
      await press(page, key);
      await page
        .getByRole('radiogroup', { name: 'Status' })
        .getByRole('radio', { name: segment, checked: true })
        .waitFor();
    }
    await press(page, 'g', 's');
    await heading(page, 'Sales history');
    await press(page, '4');
    await isChosen(page, '7 days');
    await press(page, '1');
    await isChosen(page, 'Any day');
  });

  test('/ goes to the search, where letters are letters; Esc clears it, then leaves it', async () => {
    const [first = '', second = ''] = people(2);
    const { page } = await openShopWindow(browser, { customers: [first, second] });
    await row(page, first).waitFor();
    await press(page, '/');
    await page.keyboard.type(second.toLowerCase());
    await row(page, first).waitFor({ state: 'detached' });
    await row(page, second).waitFor();
    await heading(page, 'Fulfillments');
    await press(page, 'Escape');
    await row(page, first).waitFor();
    expect(await page.getByRole('textbox').inputValue()).toBe('');
    await press(page, 'Escape');
    await hasFocus(page, 'list');
  });

  test('? lists every key that works here, and keys do nothing behind it', async () => {
    const [first = '', second = ''] = people(2);
    const { page } = await openShopWindow(browser, { customers: [first, second] });
    await isSelected(page, first);
    await press(page, '?');
    const keys = page.getByRole('dialog', { name: 'Keys' });
    await keys.waitFor();
    for (const name of ['Next row', 'Open', 'Search', 'Packed', 'Go to Sales history', 'Check now']) {
      await keys.getByText(name, { exact: true }).waitFor();
    }
    await press(page, 'j', '2', 'Escape');
    await keys.waitFor({ state: 'hidden' });
    await isSelected(page, first);
    await press(page, 'j');
    await isSelected(page, second);
  });

  test('S asks BigCommerce now, and the hint bar tells what came', async () => {
    const [first = '', second = ''] = people(2);
    const { page, store } = await openShopWindow(browser, { customers: [first] });
    await row(page, first).waitFor();
    store.placeOrder({ customer: { firstName: second, lastName: '' }, statusId: 11 });
    await press(page, 's');
    await page.getByText('Checked. 1 new order, 0 updated.').waitFor();
    await row(page, second).waitFor();
    await press(page, 's');
    await page.getByText('Checked. Nothing new.').waitFor();
  });
});

import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { openShopWindow } from './shop-window.ts';
import { notice } from './stock-shop.ts';

const noChromium = await whyNoChromium();

const pin = '2468';

/** Shows a section of Settings. */
const show = async (page: Page, section: string): Promise<void> => {
  await page.keyboard.press('g');
  await page.keyboard.press(',');
  await page.getByRole('navigation', { name: 'Sections of settings' }).getByRole('link', { name: section }).click();
  await page.getByRole('heading', { name: section, level: 2, exact: true }).waitFor();
};

const personMenu = (page: Page) => page.locator('#person-popover');

/** Signs in at the top of the window. */
const signIn = async (page: Page, name: string, typed: string): Promise<void> => {
  await page.getByRole('button', { name: 'Sign in', exact: true }).first().click();
  await personMenu(page).getByLabel('Name').selectOption(name);
  await personMenu(page).getByLabel('PIN').fill(typed);
  await personMenu(page).getByRole('button', { name: 'Sign in' }).click();
};

const confirm = async (page: Page): Promise<void> => {
  const form = page.getByRole('form', { name: 'A manager has to confirm this' });
  await form.getByLabel('PIN').fill(pin);
  await form.getByRole('button', { name: 'Sign in and go on' }).click();
};

describe.skipIf(noChromium)(`Settings ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('whoever works stands at the top of every screen; a wrong PIN says so, and signing out ends it (R6)', async () => {
    const { page, till } = await openShopWindow(browser);
    await till.call('staff.setManagerPin', { pin });
    await till.call('staff.add', { name: 'Ada Lovelace', role: 'staff', pin: '1357' });
    await signIn(page, 'Ada Lovelace', '9999');
    await personMenu(page).getByRole('alert').getByText('That name and PIN do not match.').waitFor();
    await personMenu(page).getByLabel('PIN').fill('1357');
    await page.keyboard.press('Enter');
    await notice(page, 'Signed in: Ada Lovelace.');
    await page.getByRole('link', { name: 'Stock' }).click();
    await page.getByRole('button', { name: 'Ada Lovelace' }).click();
    await personMenu(page).getByRole('button', { name: 'Sign out' }).click();
    await notice(page, 'Signed out: Ada Lovelace.');
    await page.getByRole('button', { name: 'Sign in', exact: true }).first().waitFor();
  });

  test('a till without a PIN asks for the manager PIN first, twice, and then goes on with what was asked (R6)', async () => {
    const { page, till } = await openShopWindow(browser);
    await show(page, 'Staff and PINs');
    const add = page.getByRole('region', { name: 'Add somebody' });
    await add.getByLabel('Name').fill('Bob');
    await add.getByLabel('PIN').fill('1357');
    await add.getByRole('button', { name: 'Add' }).click();
    const first = add.getByRole('form', { name: 'Set the manager PIN' });
    await first.getByLabel('New PIN').fill(pin);
    await first.getByLabel('The same again').fill('2469');
    await first.getByRole('button', { name: 'Set PIN and go on' }).click();
    await first.getByText('The two PINs are not the same.').waitFor();
    await first.getByLabel('The same again').fill(pin);
    await page.keyboard.press('Enter');
    await notice(page, 'Added: Bob.');
    expect((await till.call('staff.list', {})).rows.map(({ name }) => name)).toEqual(['Manager', 'Bob']);
    await page.getByRole('button', { name: 'Remove Manager' }).click();
    const people = page.getByRole('list', { name: 'Who can sign in' });
    await people.getByRole('button', { name: 'Remove', exact: true }).last().click();
    await people.getByRole('alert').getByText('This is the last manager.').waitFor();
  });

  test('a till is opened, counted coin by coin and closed; what is missing is said, and the close can be looked at again (N9)', async () => {
    const { page, till } = await openShopWindow(browser, { customers: ['Mary Shelley'] });
    const { productId } = await till.call('products.create', { sku: 'MUG', name: 'Mug' });
    await show(page, 'Till');
    await page.getByLabel('Cash in the drawer (float)').fill('100');
    await page.keyboard.press('Enter');
    await notice(page, 'Till 1 is open.');
    await till.call('sales.recordInStore', {
      lines: [{ productId, quantity: 2, unitPrice: '4.50' }],
      payments: [{ method: 'Cash', amount: '9' }],
    });
    const figures = page.getByRole('region', { name: 'Figures' });
    await figures.getByRole('row', { name: /^Cash in the drawer 1 \$9\.00/ }).waitFor();
    await page.getByRole('button', { name: 'Close till…' }).click();
    const count = page.getByRole('form', { name: 'Count the drawer' });
    const commit = page.getByRole('button', { name: 'Close till', exact: true });
    expect(await commit.isDisabled()).toBe(true);
    await count.getByRole('radio', { name: 'Coins and notes' }).check();
    await count.getByLabel('How many $50.00').fill('2');
    await count.getByLabel('How many $1.00').fill('6');
    await count.getByText('$3.00 missing').waitFor();
    await count.getByRole('textbox', { name: 'Note' }).fill('Three ones short');
    await commit.click();
    await notice(page, 'Till 1 is closed. $3.00 missing.');
    await figures.getByText('Three ones short').waitFor();
    await figures.getByText('2 × $50.00, 6 × $1.00').waitFor();
    await figures.getByRole('button', { name: 'Back to now' }).click();
    await figures.getByText('Waits for opening 2').waitFor();
    await page.getByRole('button', { name: /^Till 1, opening 1/ }).click();
    await figures.getByText('Three ones short').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').count(), 'paper has the figures and nothing else').toBe(0);
    expect(await figures.getByText('Expected in the drawer').isVisible()).toBe(true);
  });

  test('the hand-over names what was not sent, and with that a manager has to close the till (N14)', async () => {
    const { page, till } = await openShopWindow(browser, { customers: ['Mary Shelley'] });
    await till.call('staff.setManagerPin', { pin });
    const [order] = (await till.call('fulfillments.list', {})).rows;
    const { fulfillmentId = '', version = 0, lines: wanted = [] } = order ?? {};
    const lines = wanted.map(({ lineId, ordered }) => ({ lineId, quantity: ordered }));
    const picked = await till.call('fulfillments.pick', { fulfillmentId, version, lines });
    await till.call('fulfillments.pack', { fulfillmentId, version: picked.version, lines });
    await till.call('registers.open', { float: '50' });
    await show(page, 'Shift hand-over');
    await page.getByRole('region', { name: 'Not sent yet' }).getByText('steps of fulfilment: 1').waitFor();
    await page.getByRole('link', { name: 'To the till' }).click();
    await page.getByRole('button', { name: 'Close till…' }).click();
    await page.getByLabel('Cash counted').fill('50');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Some work has not reached BigCommerce yet.').waitFor();
    await page.getByRole('button', { name: 'Close all the same' }).click();
    await confirm(page);
    await notice(page, 'Till 1 is closed. Exact.');
  });

  test('the audit log is searched, and exported as it is shown (R6)', async () => {
    const { page, till } = await openShopWindow(browser);
    await till.call('staff.setManagerPin', { pin });
    await till.call('staff.add', { name: 'Bob', role: 'staff', pin: '1357' });
    await show(page, 'Audit log');
    const entries = page.getByRole('list', { name: 'Entries, newest first' }).getByRole('article');
    await entries.filter({ hasText: 'Person added' }).getByText('Bob').waitFor();
    await page.getByRole('combobox', { name: 'What' }).selectOption('Store linked');
    await expect.poll(() => entries.count()).toBe(1);
    await entries.getByText('nobody signed in').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^audit-log-\d{4}-\d\d-\d\d\.csv$/);
    const [, ...lines] = parse(await readFile(await download.path()), { bom: true });
    expect(lines.map(([, who, what]) => [who, what])).toEqual([['nobody signed in', 'Store linked']]);
    await page.getByRole('searchbox').fill('no such thing');
    await page.getByText('No entry matches.').waitFor();
  });
});

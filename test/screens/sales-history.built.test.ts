import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDispute } from '../../src/main/doctor/verify-dispute.ts';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { violations } from './accessible.ts';
import { openShopWindow, row, rows } from './shop-window.ts';

const noChromium = await whyNoChromium();

const dayMs = 86_400_000;

/** The marks of the filters that are on. */
const chips = (page: Page) => page.getByRole('group', { name: 'What is shown' });
const shows = (page: Page, count: number) => expect.poll(() => rows(page).count()).toBe(count);

describe.skipIf(noChromium)(`the Sales history ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('narrows by tab, day, amount and customer, says what is on, and lets go of all of it (R59, R85)', async () => {
    const { page, store, till, sell } = await openShopWindow(browser, { customers: ['Ada Byron', 'Zoë Müller'] });
    const refunded = store.placeOrder({
      customer: { firstName: 'Rae', lastName: 'Turner' },
      dateCreated: Date.now() - 3 * dayMs,
    });
    store.refund(refunded);
    await sell('Not Paid', 7);
    const { outletId } = await till.call('outlets.create', { name: 'Harbour', timeZone: 'UTC', currency: 'USD' });
    const { registerId } = await till.call('registers.create', { outletId, name: 'Till 9' });
    const { productId } = await till.call('products.create', { sku: 'MUG', name: 'Blue mug' });
    const lines = [{ productId, quantity: 1, unitPrice: '7531.25' }];
    await till.call('sales.recordInStore', { lines, payments: [], outletId, registerId });

    await page.getByRole('link', { name: 'Sales history' }).click();
    await shows(page, 5);
    await row(page, 'At Harbour').waitFor();

    // Tabs by key: what came back, with a minus; what is not paid.
    await page.locator('#list').focus();
    await page.keyboard.press('r');
    await shows(page, 1);
    await row(page, 'Rae Turner').getByText(/^−\$/).waitFor();
    await page.keyboard.press('u');
    await shows(page, 2);
    await page.keyboard.press('a');
    await shows(page, 5);

    // One day by its bar, by keys; the other bars stay, and its mark lets go of it.
    const bars = page.getByRole('listbox', { name: /^Total per day/ });
    await bars.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await shows(page, 1);
    await row(page, 'Rae Turner').waitFor();
    expect(await bars.getByRole('option').count()).toBeGreaterThan(1);
    await chips(page).getByRole('button', { name: /^Day/ }).click();
    await shows(page, 5);

    // An amount and a customer combine; what is no amount says so and changes nothing.
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByLabel('Amount from').fill('7531,25');
    await shows(page, 1);
    await page.getByLabel('Amount from').fill('lots');
    await page.getByText('An amount is a number such as 12.50.').waitFor();
    await page.getByLabel('Amount from').fill('');
    await shows(page, 5);
    await page.getByLabel('Amount to').fill('7531.24');
    await shows(page, 4);
    await page.getByRole('textbox', { name: 'Customer', exact: true }).fill('mül');
    await page.getByRole('button', { name: /^Zoë Müller/ }).click();
    await shows(page, 1);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Filters, 2 on' }).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('e')]);
    const sheet = readFileSync(await download.path(), 'utf8');
    expect(sheet.split('\r\n').filter((line) => line !== '')).toHaveLength(2);
    expect(sheet).toContain('Zoë Müller');
    await page.getByText(/^Saved sales-.*csv: 1 sale\.$/).waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page)).toEqual([]);
    await chips(page).getByText('up to 7531.24').waitFor();
    await chips(page).getByText('Zoë Müller').waitFor();
    await page.keyboard.press('r');
    await page.getByText('Nothing matches these filters.').waitFor();
    await page.getByRole('button', { name: 'Clear all' }).click();
    await page.keyboard.press('a');
    await shows(page, 5);

    // Accents and case are folded, words are typed in part; from a sale to all of its customer's.
    await page.getByRole('textbox', { name: /^Search/ }).fill('ZOE mul');
    await shows(page, 1);
    await row(page, 'Zoë Müller').click();
    await page.getByRole('button', { name: 'All sales of this customer' }).click();
    await chips(page).getByText('Zoë Müller').waitFor();
    const [dispute] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Dispute file…' }).click(),
    ]);
    expect(readDispute(readFileSync(await dispute.path(), 'utf8'), '0.0.0').problems).toEqual([]);
    expect(await page.getByRole('textbox', { name: /^Search/ }).inputValue()).toBe('');
    await shows(page, 1);
  });
});

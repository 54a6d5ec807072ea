import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { goTo } from './every-place.ts';
import { heard } from './heard.ts';
import { detail, isOpen, openPickShop, panel, primary, scanned, shelf } from './pick-shop.ts';
import { chip, isDrawn } from './shop-window.ts';
import { openPanel, openProduct, scan } from './stock-shop.ts';

const noChromium = await whyNoChromium();

/** What a screen reader hears comes a moment after what is seen, part by part. */
const patient = { timeout: 60_000, interval: 200 };

/** What is said by itself when it changes: the text of every live region, once it says so. */
const isSaid = (page: Page, sentence: string | RegExp): Promise<void> =>
  page.locator('[role=status], [role=alert]').getByText(sentence).first().waitFor({ state: 'attached' });

describe.skipIf(noChromium)(`what a screen reader is told ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('each screen’s rows, buttons, steppers, filters, chips, tabs, bars, dialogs and notices have names that say what they are (ui.md)', async () => {
    const ann = { customer: { firstName: 'Ann', lastName: 'Lee' } };
    const { page, orders, store, till } = await openPickShop(browser, [
      { ...ann, lines: [{ sku: shelf.mug.sku, quantity: 2, price: '6.00' }] },
      { ...ann, pickup: true, statusId: 7, paymentMethod: 'Bank Deposit' },
    ]);
    const [first = 0, second = 0] = orders;
    /** Patterns, one a line: what a control is, its name, and in brackets its description. */
    const says = (state: string, ...lines: readonly (string | RegExp)[]): Promise<void> =>
      vi.waitFor(async () => {
        const all = await heard(page);
        const isHeard = (line: string | RegExp) =>
          all.some((each) => (line instanceof RegExp ? line.test(each) : line === each));
        const missing = lines.filter((line) => !isHeard(line));
        expect(missing, `${state}:\n${all.join('\n')}`).toEqual([]);
      }, patient);

    await isOpen(page, first);
    await says(
      'Fulfillments',
      'navigation: Screens',
      ...['Fulfillments', 'Sales history', 'Stock', 'Queue', 'Settings'].map((name) => `link: ${name}`),
      ...['Keys', 'Commands', 'Dark appearance'].map((name) => `button: ${name}`),
      'button: Alarm sound (Alarm sound is on)',
      'textbox: Search order, customer, SKU',
      /^button: Last checked \d\d:\d\d$/,
      ...['radiogroup: Task', 'radiogroup: Status', 'radiogroup: How it leaves', 'radio: New 2', 'radio: Hold shelf'],
      'listbox: Fulfillments',
      new RegExp(`^option: #${first} now Ann Lee Delivery · 2 items New \\$\\d`),
      new RegExp(`^option: #${second} now Ann Lee Pickup · 4 items Not paid New \\$\\d`),
      'region: Fulfillment',
      `heading: #${first}`,
      'button: Start picking',
      ...['Note', 'Assign to me', 'Can’t fulfil', 'Print slip'].map((name) => `button: ${name}`),
      ...['One less: Blue Mug', 'Pick one more: Blue Mug', 'Copy Address', 'Copy E-mail'].map(
        (name) => `button: ${name}`,
      ),
      'button: Sounds of picking (Sounds of picking are on)',
    );

    await page.getByRole('button', { name: 'Pick one more: Blue Mug' }).click();
    await isSaid(page, `Picked 1 piece of #${first}.`);
    await scan(page, 'NOBODYS-CODE');
    await page
      .getByRole('alert')
      .getByText(/^Wrong item/)
      .waitFor();
    await scan(page, shelf.mug.sku);
    await scanned(page, 'Everything is picked.');
    await isSaid(page, 'Everything is picked.');
    await primary(page, 'Packed').press('Enter');
    await isSaid(page, `Packed 2 pieces of #${first}.`);
    await primary(page, 'Ship…').press('Enter');
    await panel(page, 'Ship').waitFor();
    await says(
      'Ship',
      'group: Ship',
      'textbox: Pieces of Blue Mug',
      'button: One fewer of Blue Mug',
      'textbox: Tracking number (Scan it, or type it. Without one it is a parcel all the same.)',
      'combobox: Carrier',
      'button: Ship 2 pieces',
      'button: Close',
      'button: Undo (Undo: the packing)',
    );
    await page.keyboard.press('Escape');
    await panel(page, 'Ship').waitFor({ state: 'detached' });
    await isDrawn(page);
    await chip(page).press('Enter');
    await page.getByRole('button', { name: 'Check now' }).waitFor();
    await says('how the exchange stands', /^button: Check now/, /^heading: Last checked/);
    await page.keyboard.press('Escape');

    await goTo(page, '/sales-history');
    await page.locator('#list').getByRole('option').first().click();
    await page.getByRole('button', { name: 'Filters' }).press('Enter');
    await says(
      'filters of Sales history',
      ...['Sale status', 'BigCommerce status', 'Payment', 'Fulfillment', 'Source', 'Outlet', 'Register'].map(
        (name) => new RegExp(`^combobox: ${name}( \\(|$)`),
      ),
      ...['textbox: Amount from', 'textbox: Amount to', 'textbox: Customer', 'button: Clear filters', 'button: Done'],
    );
    await page.getByLabel('Payment', { exact: true }).selectOption({ label: 'Not paid' });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Payment/ }).waitFor();
    await says(
      'Sales history',
      ...['radiogroup: Sales', 'radio: Returns', 'radiogroup: Days', 'radio: Yesterday', 'radio: Range'],
      'button: CSV (CSV: save what is shown as a file for a spreadsheet)',
      'button: Filters, 1 on',
      'button: Payment Not paid Remove this filter',
      'group: Totals of what is shown (Voided sales are counted, not totalled.)',
      'listbox: Total per day, the last day with sales; choose one to see it alone',
      /^option: Today: 1 sale, \$\d/,
      'listbox: Sales',
      new RegExp(
        `^option: \\d\\d:\\d\\d W${second} #${second} Ann Lee Not paid New Closed Awaiting Payment \\$[\\d.]+ 4 items$`,
      ),
      'region: Sale',
      'link: Pickup New',
      'button: Dispute file…',
    );

    await goTo(page, '/stock');
    await openProduct(page, 'Blue Mug');
    await openPanel(page, 'c', 'Count');
    await says(
      'Stock',
      'navigation: Views of stock',
      ...['Links', 'Opening stock', 'Daily proof'].map((name) => `link: ${name}`),
      'radio: Below zero 2',
      /^option: Blue Mug MUG-BLUE Not counted On hand −5 Committed \d+ Last pushed/,
      ...['Explain', 'Receive', 'Adjust', 'Damaged', 'Close', 'One fewer', 'One more'].map((name) => `button: ${name}`),
      'form: Count',
      'textbox: Counted on the shelf (Scan it to count one more. Enter records, ↓ goes on.)',
      'textbox: Alarm when an order leaves at most',
      'list: Movements, newest first',
    );
    await page.getByLabel('Counted on the shelf').fill('12');
    await page.keyboard.press('Enter');
    await isSaid(page, /^Counted Blue Mug/);

    store.script({ kind: 'reset', when: 'before', times: Number.POSITIVE_INFINITY });
    await till.reply('sync.now', {});
    await goTo(page, '/queue');
    await chip(page)
      .getByText(/^Offline/)
      .waitFor();
    await says(
      'Queue, offline',
      /^link: 2 changes not sent yet Queue/,
      'button: Offline, 2 waiting',
      'textbox: Why isn’t order … here?',
      'radio: Held orders 0',
      'button: Send all',
      /^article: /,
      /^button: Discard: /,
    );

    await goTo(page, '/settings/staff');
    await says(
      'Staff and PINs',
      ...[
        'navigation: Sections of settings',
        'link: Till',
        'link: Audit log',
        'region: Staff and PINs',
        'combobox: Role',
      ],
      'button: Add (Enter a name and a PIN of 4 to 12 digits.)',
    );
    for (const [key, name, list] of [
      ['?', 'Keys', 'checkbox: Single letters and digits are shortcuts'],
      ['Control+k', 'Commands', 'listbox: What can be done now'],
    ] as const) {
      await page.keyboard.press(key);
      await page.getByRole('dialog', { name }).waitFor();
      await says(name, `dialog: ${name}`, list);
      await page.keyboard.press('Escape');
    }
    expect(await detail(page).count()).toBe(0);
  });
});

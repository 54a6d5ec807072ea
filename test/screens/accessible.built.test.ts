import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { violations } from './accessible.ts';
import { detail, isOpen, openPickShop, panel, primary, scanned, shelf } from './pick-shop.ts';
import { scan } from './stock-shop.ts';

const noChromium = await whyNoChromium();

/** In both themes. The practice mark lies over everything and is no control. */
const isAccessible = async (page: Page, state: string): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violations(page), `${state}, ${colorScheme}`).toEqual([]);
  }
};

describe.skipIf(noChromium)(`axe finds nothing, in light and in dark ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('on Fulfillments: new, being picked, a scan, each panel, shipped, cancelled, the hold shelf, stuck', async () => {
    const { page, store, till, orders } = await openPickShop(browser, [
      {},
      { pickup: true, lines: [{ sku: shelf.mug.sku }] },
      { statusId: 7, paymentMethod: 'Bank Deposit', lines: [{ sku: shelf.tea.sku }] },
    ]);
    const [delivery = 0, pickup = 0, unpaid = 0] = orders;
    await isOpen(page, delivery);
    await isAccessible(page, 'new');
    await scan(page, shelf.mug.sku);
    await scanned(page, 'Blue Mug: 1 of 3');
    await isAccessible(page, 'a scan that counted');
    await scan(page, 'NOBODYS-CODE');
    await scanned(page, /^Wrong item/);
    await isAccessible(page, 'a scan that was refused');
    for (const [key, name] of [
      ['n', 'Note'],
      ['x', 'Can’t fulfil'],
      ['a', 'Assign'],
      ['f', 'Pick'],
    ] as const) {
      await page.keyboard.press('Escape');
      await page.keyboard.press(key);
      await panel(page, name).waitFor();
      await isAccessible(page, `the panel ${name}`);
    }
    await page.keyboard.press('Enter');
    await primary(page, 'Packed').click();
    await primary(page, 'Ship…').click();
    await panel(page, 'Ship').waitFor();
    await isAccessible(page, 'the panel Ship');
    await page.getByLabel('Tracking number').fill('1Z999AA10123456784');
    await page.keyboard.press('Enter');
    await detail(page).getByText('Everything was handed over.').waitFor();
    await isAccessible(page, 'shipped');

    await scan(page, String(pickup));
    await isOpen(page, pickup);
    await scan(page, shelf.mug.sku);
    await primary(page, 'Packed').click();
    await primary(page, 'Ready…').click();
    await page.getByLabel('Shelf code').fill('HOLD-7');
    await page.keyboard.press('Enter');
    await detail(page).getByText('On shelf HOLD-7 since today.').waitFor();
    await page.getByRole('radio', { name: 'Hold shelf 1' }).check();
    await page.locator('#list').getByText('Shelf HOLD-7').waitFor();
    await isAccessible(page, 'the hold shelf');

    await scan(page, String(unpaid));
    await isOpen(page, unpaid);
    await scan(page, shelf.tea.sku);
    await primary(page, 'Packed').click();
    await primary(page, 'Ship…').click();
    await panel(page, 'Ship').getByRole('button', { name: 'Ship 1 piece' }).click();
    await panel(page, 'Ship').getByText('Say why it may leave all the same.').waitFor();
    await isAccessible(page, 'not paid');

    store.cancel(unpaid);
    await till.call('sync.now', {});
    await page.getByRole('radio', { name: 'Put back 1' }).check();
    await page.locator('#list').getByText('1 × Assam Tea', { exact: false }).waitFor();
    await primary(page, 'Put back').waitFor();
    await isAccessible(page, 'to put back');
  });
});

import type { Page } from 'playwright-core';
import { scanAll } from '../../test/screens/scanned-codes.ts';
import { shoot, small, wide } from './camera.ts';

const detail = (page: Page) => page.getByRole('region', { name: 'Fulfillment', exact: true });

/** The practice store's articles have EANs of a shop's own, which begin with 2. */
const eansIn = async (page: Page): Promise<readonly string[]> =>
  (await detail(page).innerText()).match(/\b20\d{11}\b/g) ?? [];

/** Picks what is left, and packs it. */
const pickAndPack = async (page: Page): Promise<void> => {
  await detail(page).getByRole('button', { name: 'Pick…', exact: true }).click();
  await detail(page)
    .getByRole('button', { name: /^Pick \d/ })
    .click();
  await detail(page).getByRole('button', { name: 'Packed', exact: true }).click();
};

/** An order that nothing keeps from leaving. */
const openUnlocked = async (page: Page, place: number): Promise<void> => {
  const row = page
    .locator('#list')
    .getByRole('option')
    .filter({ hasNotText: /Not paid|Part paid|On hold|Refunded/ })
    .nth(place);
  const [number = ''] = (await row.innerText()).match(/#\d+/) ?? [];
  await row.click();
  await detail(page).getByRole('heading', { name: number, level: 2 }).waitFor();
  await detail(page).getByRole('button', { name: 'Start picking' }).waitFor();
};

const chosen = async (page: Page, name: string | RegExp): Promise<void> => page.getByRole('radio', { name }).check();

/** What staff do with an order, from its first scan to the door, and the hold shelf. */
export const takeFulfilment = async (page: Page): Promise<void> => {
  await page.setViewportSize(wide);
  await openUnlocked(page, 3);
  const [first = ''] = await eansIn(page);
  await scanAll(page, [first]);
  await page.locator('[data-outcome="ok"], [data-outcome="complete"]').waitFor();
  await scanAll(page, ['9781234567897']);
  await page.locator('[data-outcome="refused"]').waitFor();
  await shoot(page, 'fulfillment-scan-*');
  await pickAndPack(page);
  await detail(page).getByRole('button', { name: 'Ship…', exact: true }).click();
  await page.getByLabel('Tracking number').fill('1Z999AA10123456784');
  await page.getByLabel('Carrier').fill('ups');
  await shoot(page, 'fulfillment-ship-*');
  await page.setViewportSize(small);
  await shoot(page, 'fulfillment-ship-*-1024');
  await page.keyboard.press('Enter');
  await page
    .getByRole('status')
    .getByText(/^Shipped/)
    .waitFor();
  await page.keyboard.press('Escape');

  await page.setViewportSize(wide);
  await chosen(page, 'Pickup');
  await openUnlocked(page, 0);
  await detail(page).getByRole('button', { name: 'Start picking', exact: true }).click();
  await pickAndPack(page);
  await detail(page).getByRole('button', { name: 'Ready…', exact: true }).click();
  await page.getByLabel('Shelf code').fill('HOLD-7');
  await page.keyboard.press('Enter');
  await detail(page).getByText('On shelf HOLD-7 since today.').waitFor();
  await chosen(page, /^Hold shelf/);
  await page.locator('#list').getByText('Shelf HOLD-7').waitFor();
  await shoot(page, 'hold-shelf-*');
  await chosen(page, 'Orders');
  await page.getByRole('radiogroup', { name: 'How it leaves' }).getByRole('radio', { name: 'All' }).check();
};

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { detail, isOpen, openPickShop, panel, primary, progress } from './pick-shop.ts';
import { focused } from './shop-window.ts';
import { notice } from './stock-shop.ts';

const noChromium = await whyNoChromium();

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

const hasFocus = (page: Page, label: string): Promise<void> => page.getByLabel(label).locator(':scope:focus').waitFor();

describe.skipIf(noChromium)(`an order by keyboard alone ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('a delivery goes from New to shipped by F and Enter, with its tracking number typed (R92, R93)', async () => {
    const { page, orders, of } = await openPickShop(browser);
    const [orderId = 0] = orders;
    await isOpen(page, orderId);
    await press(page, 'f');
    await notice(page, `Picking #${orderId}.`);
    await primary(page, 'Pick…').waitFor();
    await press(page, 'f');
    await panel(page, 'Pick').waitFor();
    await press(page, 'Enter');
    await notice(page, `Picked 4 pieces of #${orderId}.`);
    await press(page, 'f');
    await notice(page, `Packed 4 pieces of #${orderId}.`);
    await primary(page, 'Ship…').waitFor();
    await press(page, 'f');
    await hasFocus(page, 'Tracking number');
    await page.keyboard.type('1Z999AA10123456784', { delay: 70 });
    await press(page, 'Tab');
    await page.keyboard.type('ups', { delay: 70 });
    await press(page, 'Enter');
    await notice(page, `Shipped: #${orderId}.`);
    await detail(page).getByText('Everything was handed over.').waitFor();
    const { status, handedOver } = await of(orderId);
    expect(status).toBe('fulfilled');
    expect(handedOver).toMatchObject([{ how: 'shipment', trackingNumber: '1Z999AA10123456784', carrier: 'ups' }]);
    await detail(page).getByText('1Z999AA10123456784', { exact: true }).waitFor();
  });

  test('a pickup is made ready on its shelf, and handed to the customer by name (R93, N7)', async () => {
    const { page, orders, of } = await openPickShop(browser, [{ pickup: true }]);
    const [orderId = 0] = orders;
    await isOpen(page, orderId);
    await press(page, 'f');
    await primary(page, 'Pick…').waitFor();
    await press(page, 'f');
    await panel(page, 'Pick').waitFor();
    await press(page, 'Enter');
    await primary(page, 'Packed').waitFor();
    await press(page, 'f');
    await primary(page, 'Ready…').waitFor();
    await press(page, 'f');
    await hasFocus(page, 'Shelf code');
    await page.keyboard.type('HOLD-7', { delay: 70 });
    await press(page, 'Enter');
    await detail(page).getByText('On shelf HOLD-7 since today.').waitFor();
    await primary(page, 'Handed over…').waitFor();
    await press(page, 'f');
    await hasFocus(page, 'Given to');
    expect(await page.getByLabel('Given to').inputValue()).toBe('Ada Byron 1');
    await press(page, 'Enter');
    await notice(page, `Handed #${orderId} to Ada Byron 1.`);
    expect((await of(orderId)).handedOver).toMatchObject([{ how: 'in_person', recipientName: 'Ada Byron 1' }]);
  });

  test('fewer pieces than all are chosen by the arrows, and Z takes each step back (R92)', async () => {
    const { page, orders, of } = await openPickShop(browser);
    const [orderId = 0] = orders;
    await isOpen(page, orderId);
    await press(page, 'f');
    await primary(page, 'Pick…').waitFor();
    await press(page, 'f');
    await hasFocus(page, 'Pieces of Blue Mug');
    await press(page, 'ArrowDown', 'ArrowDown', 'Tab', 'Tab', 'Tab', 'ArrowDown');
    await panel(page, 'Pick').getByRole('button', { name: 'Pick 1 piece' }).waitFor();
    await press(page, 'Enter');
    await progress(page, 'Blue Mug', '1 / 3');
    await press(page, 'z');
    await progress(page, 'Blue Mug', '0 / 3');
    await notice(page, `Taken back: #${orderId}.`);
    await press(page, 'z');
    await primary(page, 'Start picking').waitFor();
    expect((await of(orderId)).status).toBe('new');
  });

  test('N writes a note, Esc closes without one, and the focus is back on the order', async () => {
    const { page, orders, of } = await openPickShop(browser);
    const [orderId = 0] = orders;
    await isOpen(page, orderId);
    await press(page, 'n');
    await hasFocus(page, 'What the next one should know');
    await press(page, 'Escape');
    await expect.poll(() => focused(page)).toBe('detail');
    await press(page, 'n');
    await hasFocus(page, 'What the next one should know');
    await page.keyboard.type('Fragile', { delay: 70 });
    await press(page, 'Enter');
    await detail(page).getByText('Fragile', { exact: true }).waitFor();
    expect((await of(orderId)).notes).toMatchObject([{ text: 'Fragile' }]);
  });

  test('X says why it cannot be fulfilled; it stands under Stuck, and can be after all', async () => {
    const { page, orders } = await openPickShop(browser);
    const [orderId = 0] = orders;
    await isOpen(page, orderId);
    await press(page, 'x');
    await hasFocus(page, 'Why it cannot be fulfilled');
    await press(page, 'Enter');
    await detail(page).getByText('Say why, so that somebody can deal with it.').waitFor();
    await page.keyboard.type('Broken', { delay: 70 });
    await press(page, 'Enter');
    await detail(page).getByText('Can’t be fulfilled: Broken').waitFor();
    await page.getByRole('radio', { name: 'Stuck 1' }).check();
    await page.locator('#list').getByText('Broken').waitFor();
    await detail(page).getByRole('button', { name: 'It can be fulfilled' }).press('Enter');
    await detail(page).getByText('Can’t be fulfilled: Broken').waitFor({ state: 'detached' });
    await page.getByText('Nothing is stuck.').waitFor();
  });
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { isSelected, openShopWindow, row, rows } from './shop-window.ts';

const noChromium = await whyNoChromium();

describe.skipIf(noChromium)(`the last-one alarm on the screen (N6) ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('it is on every screen with product, rest and order, moves nothing that is worked on, and opens what is to be picked', async () => {
    const { page, till, store } = await openShopWindow(browser, { customers: ['Early Bird'] });
    const { productId } = await till.call('products.create', { sku: 'LAMP', name: 'Desk lamp' });
    await till.call('stock.count', { productId, quantity: 1 });
    await page.getByRole('link', { name: 'Sales history' }).click();
    await row(page, 'Early Bird').waitFor();
    const heading = page.getByRole('heading', { name: 'Sales history', level: 1 });
    const before = await heading.boundingBox();

    const lines = [{ sku: 'LAMP', quantity: 1, price: '20.00' }];
    const orderId = store.placeOrder({ customer: { firstName: 'Last', lastName: 'Buyer' }, lines });
    await till.call('sync.now', {});
    const band = page.getByRole('region', { name: 'Last-one alarms' });
    await band.getByText('Last one: Desk lamp.').waitFor();
    await band.getByText(`None left after order #${orderId}.`).waitFor();
    expect(await heading.boundingBox()).toEqual(before);

    await page.reload();
    await band.getByRole('button', { name: 'Open' }).click();
    await page.getByRole('heading', { name: 'Fulfillments', level: 1 }).waitFor();
    await band.waitFor({ state: 'detached' });
    await page.getByRole('region', { name: 'Fulfillment' }).getByText('Last Buyer').first().waitFor();
    await row(page, 'Last Buyer').getByText('Last one').waitFor();
    await isSelected(page, 'Last Buyer');
    expect(await rows(page).allInnerTexts()).toEqual([
      expect.stringContaining('Last Buyer'),
      expect.stringContaining('Early Bird'),
    ]);
  });
});

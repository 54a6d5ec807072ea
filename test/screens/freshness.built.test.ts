import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { violations } from './accessible.ts';
import { detail, isOpen, openPickShop, panel, primary, progress, shelf } from './pick-shop.ts';
import { chip } from './shop-window.ts';
import { notice } from './stock-shop.ts';

const noChromium = await whyNoChromium();

const one = { lines: [{ sku: shelf.tea.sku }] };

describe.skipIf(noChromium)(`figures that are old (N15) ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('turn amber after 15 minutes, and shipping then asks once, until BigCommerce has been asked again', async () => {
    const { page, till, orders, of } = await openPickShop(browser, [one, one]);
    const [first = 0, second = 0] = orders;
    // From the first moment of the page on, so that its own timers go with the clock.
    await page.clock.install();
    await page.reload();
    await isOpen(page, first);
    await page.clock.fastForward('02:00:00');
    await page.locator('[data-old="true"]').waitFor();
    await expect.poll(() => chip(page).getAttribute('data-tone')).toBe('warn');
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page, 'colours'), 'dark').toEqual([]);

    await page.getByRole('button', { name: 'Pick one more: Assam Tea' }).click();
    await progress(page, 'Assam Tea', '1 / 1');
    await primary(page, 'Packed').click();
    await primary(page, 'Ship…').click();
    const ship = panel(page, 'Ship');
    await ship.getByLabel('Tracking number').fill('T-100');
    await ship.getByRole('button', { name: 'Ship 1 piece' }).click();
    await ship
      .getByText('BigCommerce was last asked 2 h ago. The order may have changed since then. Ship all the same?')
      .waitFor();
    expect(await violations(page)).toEqual([]);
    expect((await of(first)).status, 'nothing has left yet').toBe('packed');
    await ship.getByRole('button', { name: 'Ship all the same' }).click();
    await notice(page, `Shipped: #${first}.`);
    expect((await of(first)).handedOver).toMatchObject([{ trackingNumber: 'T-100' }]);

    await page.locator('#list').getByText(`#${second}`).click();
    await isOpen(page, second);
    await page.getByRole('button', { name: 'Pick one more: Assam Tea' }).click();
    await primary(page, 'Packed').click();
    await primary(page, 'Ship…').click();
    await ship.getByRole('button', { name: 'Ship 1 piece' }).click();
    await notice(page, `Shipped: #${second}.`);
    await till.call('sync.now', {});
    await detail(page).getByText('BigCommerce knows.').waitFor();
  });
});

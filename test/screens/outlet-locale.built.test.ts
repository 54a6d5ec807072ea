import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { goTo } from './every-place.ts';
import { focused, isDrawn, openShopWindow, row } from './shop-window.ts';
import { notice } from './stock-shop.ts';

const noChromium = await whyNoChromium();

describe.skipIf(noChromium)(`the outlet’s locale on the screens ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('is chosen with what it means in sight, is written at once, typed the same way, and there at the next start', async () => {
    const { page, till } = await openShopWindow(browser, { customers: ['Ada Byron'] });
    const { productId } = await till.call('products.create', { sku: 'MUG', name: 'Blue mug' });
    const lines = [{ productId, quantity: 1, unitPrice: '7531.25' }];
    await till.call('sales.recordInStore', { lines, payments: [] });
    const [shop] = (await till.call('outlets.list', {})).rows;
    const { outletId = '', registers = [] } = shop ?? {};
    const registerId = registers[0]?.registerId ?? '';

    await goTo(page, '/settings/outlets');
    const outlet = page.getByRole('region', { name: 'High Street' });
    const choice = outlet.getByLabel('Days, figures, money');
    await outlet.getByText('For example 11/27/2026 14:02 · 1,234.50 · $12.00').waitFor();
    await choice.selectOption({ label: 'German (Germany)' });
    await outlet.getByText('For example 27.11.2026 14:02 · 1.234,50 · 12,00 $').waitFor();
    await outlet.getByRole('button', { name: 'Save' }).click();
    await notice(page, 'High Street writes 27.11.2026 14:02 · 1.234,50 · 12,00 $.');
    await expect
      .poll(() => focused(page), { message: 'who chose it goes on there, though all is drawn anew' })
      .toBe('list');
    expect(await choice.inputValue()).toBe('de-DE');

    await goTo(page, '/sales-history');
    const sale = row(page, '7.531,25 $');
    await sale.waitFor();
    expect(await sale.innerText(), 'the words stay English').toMatch(/Not paid/);
    // Chosen in another window: the rows that stand here are written anew.
    await till.call('outlets.setLocale', { outletId, locale: 'en-US' });
    await row(page, '$7,531.25').waitFor();
    await row(page, 'M')
      .filter({ hasText: /\d\d\s[AP]M/ })
      .first()
      .waitFor();
    await till.call('outlets.setLocale', { outletId, locale: 'de-DE' });
    await sale.waitFor();
    await page.getByRole('radio', { name: 'Range' }).click();
    const from = page.getByLabel('From', { exact: true });
    expect(await from.inputValue()).toMatch(/^\d\d\.\d\d\.20\d\d$/);
    await from.fill('31.12.2199');
    await page.getByText('No sales on these days.', { exact: false }).waitFor();
    await from.fill('1.2.2020');
    await sale.waitFor();
    await from.fill('31.2.2020');
    await page.getByText('A day, such as 27.11.2026.').waitFor();
    await from.press('Escape');

    // Chosen in another window while somebody types here: what is half-filled stays, until it is recorded or left.
    await goTo(page, '/settings/till');
    const money = page.getByLabel('Cash in the drawer (float)');
    await money.fill('1.234,50');
    const heard = page.waitForResponse('**/api/call/outlets.list').then((response) => response.finished());
    await till.call('outlets.setLocale', { outletId, locale: 'en-US' });
    await heard;
    await isDrawn(page);
    expect(await money.inputValue(), 'and is read by the marks it was typed with').toBe('1.234,50');
    await page.getByText('1.234,50 $').waitFor();
    await goTo(page, '/sales-history');
    await row(page, '$7,531.25').waitFor();
    await till.call('outlets.setLocale', { outletId, locale: 'de-DE' });
    await sale.waitFor();

    await goTo(page, '/settings/till');
    await page.getByLabel('Cash in the drawer (float)').fill('1.234,50');
    await page.getByText('1.234,50 $').waitFor();
    await page.getByRole('button', { name: 'Open till' }).click();
    await page.getByRole('button', { name: 'Close till…' }).waitFor();
    const { drawer } = await till.call('till.summary', { registerId });
    expect(drawer.float, 'and is the same money').toMatchObject({ amount: '1234.5000' });

    // A window that opens writes so from its first row on.
    const seen = Promise.withResolvers<void>();
    await page.route('**/api/call/outlets.list', (route) => seen.promise.then(() => route.continue()));
    await goTo(page, '/sales-history');
    await page.reload();
    await row(page, '7.531,25 $').waitFor();
    seen.resolve();
  });
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeFor } from '../history/history-shop.ts';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { violations } from './accessible.ts';
import { openShopWindow } from './shop-window.ts';

const missing = await whyNoChromium();

describe.skipIf(missing)(`Settings › Import of history${missing ? ` (${missing})` : ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('a manager unlocks, rehearses, confirms by typing, and takes it back, by keys alone (R77, R78, N3)', {
    timeout: 240_000,
  }, async () => {
    const { page, store, till } = await openShopWindow(browser, {
      before: (shop) => {
        shop.placeOrder({ lines: [{ sku: 'LAMP', name: 'Lamp', quantity: 5, price: '10.00' }] });
        shop.placeOrders(30, { statusId: 2, spreadOverDays: 20 });
      },
    });
    await till.call('staff.setManagerPin', { pin: '2468' });
    const { productId } = await till.call('products.create', { sku: 'LAMP', name: 'Lamp' });
    await till.call('stock.count', { productId, quantity: 2 });
    await page.goto(`${page.url().split('#')[0]}#/settings/history`);
    await page.getByText('Locked').first().waitFor();
    await page.getByText('can change your current inventory levels').waitFor();

    const accessible = async (): Promise<void> => {
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await violations(page), colorScheme).toEqual([]);
      }
    };
    await accessible();
    const signIn = async () => {
      await page.getByLabel('PIN', { exact: true }).fill('2468');
      await page.keyboard.press('Enter');
    };
    await page.getByLabel('Support code').fill('not a code');
    await page.getByRole('button', { name: 'Unlock' }).press('Enter');
    await signIn();
    await page.getByText('That is no support code').waitFor();
    await page.getByLabel('Support code').fill(codeFor(store));
    await page.getByRole('button', { name: 'Unlock' }).press('Enter');
    await page.getByText('Unlocked until').waitFor();

    expect(await page.getByRole('radio', { name: /leave stock alone/ }).isChecked(), 'what harms least is chosen').toBe(
      true,
    );
    await page.getByRole('radio', { name: /take what they sold/ }).check();
    await page.getByRole('button', { name: 'Rehearse' }).press('Enter');
    const first = page.getByRole('list', { name: 'Stock' }).getByRole('listitem').first();
    await first.waitFor();
    expect(await first.textContent(), 'what goes below nothing comes first').toMatch(/Lamp.*Below nothing.*−3/);

    await accessible();
    const commit = page.getByRole('button', { name: 'Import 31 sales' });
    expect(await commit.getAttribute('aria-disabled')).toBe('true');
    await page.getByLabel('The store’s name').fill('Fernhill Outfitters (practice)');
    await commit.press('Enter');
    await page.getByText('Exactly as rehearsed').waitFor();
    expect((await till.call('stock.explain', { productId })).onHand).toBe(-3);

    await page.getByRole('button', { name: 'Undo this import' }).press('Enter');
    await accessible();
    await page.getByRole('button', { name: 'Undo it now' }).press('Enter');
    await page.getByText('Undone by Manager').waitFor();
    expect((await till.call('stock.explain', { productId })).onHand).toBe(2);
  });
});

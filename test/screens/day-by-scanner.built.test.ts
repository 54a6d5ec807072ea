import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { detail, isOpen, openPickShop, panel, primary, progress, scanned, shelf } from './pick-shop.ts';
import { scanAll } from './scanned-codes.ts';
import { notice, scan } from './stock-shop.ts';

const noChromium = await whyNoChromium();

describe.skipIf(noChromium)(`an order by scanner alone ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('its slip opens it, its items are picked by EAN and by SKU, and the scan card does the rest (R92, R93)', async () => {
    const { page, orders, of, barcodeOf } = await openPickShop(browser, [{}, {}]);
    const [, orderId = 0] = orders;
    const mug = await barcodeOf(orderId, shelf.mug.sku);
    const { fulfillmentId } = await of(orderId);
    await scan(page, `TB-F-${fulfillmentId}`);
    await isOpen(page, orderId);
    await scanned(page, `Opened #${orderId}.`);
    for (const count of [1, 2, 3]) {
      await scan(page, mug);
      await scanned(page, `Blue Mug: ${count} of 3`);
    }
    await progress(page, 'Blue Mug', '3 / 3');
    await scan(page, 'tea-assam');
    await scanned(page, 'Assam Tea: that was the last one. Everything is picked.');
    await scan(page, 'TB-PACK');
    await notice(page, `Packed 4 pieces of #${orderId}.`);
    await scan(page, 'TB-SHIP');
    await panel(page, 'Ship').waitFor();
    await scan(page, mug);
    await scanned(page, 'That is “Blue Mug”, and not what is asked for here.');
    await scan(page, '1Z999AA10123456784');
    await expect.poll(() => page.getByLabel('Tracking number').inputValue()).toBe('1Z999AA10123456784');
    await scan(page, 'TB-NEXT');
    await notice(page, `Shipped: #${orderId}.`);
    expect(await of(orderId)).toMatchObject({
      status: 'fulfilled',
      handedOver: [{ how: 'shipment', trackingNumber: '1Z999AA10123456784' }],
    });
  });

  test('a pickup goes to the shelf that is scanned, and one scan of it on the hold shelf hands it over (N7)', async () => {
    const { page, orders, of } = await openPickShop(browser, [{ pickup: true, lines: [{ sku: shelf.mug.sku }] }]);
    const [orderId = 0] = orders;
    await scan(page, String(orderId));
    await scanned(page, `Opened #${orderId}.`);
    await scan(page, shelf.mug.sku);
    await scanned(page, /Everything is picked/);
    await scan(page, 'TB-NEXT');
    await primary(page, 'Ready…').waitFor();
    await scan(page, 'TB-READY');
    await panel(page, 'Ready for the customer').waitFor();
    await scan(page, 'SHELF-12');
    await detail(page).getByText('On shelf SHELF-12 since today.').waitFor();
    await page.getByRole('radio', { name: 'Hold shelf 1' }).check();
    await page.locator('#list').getByText('Shelf SHELF-12').waitFor();
    await scan(page, 'shelf-12');
    await scanned(page, `Handed #${orderId} to Ada Byron 1.`);
    await page.getByText('Nothing waits on the hold shelf.', { exact: false }).waitFor();
    expect((await of(orderId)).handedOver).toMatchObject([{ how: 'in_person', recipientName: 'Ada Byron 1' }]);
    await scan(page, 'TB-UNDO');
    await expect.poll(async () => (await of(orderId)).shelfCode).toBe('SHELF-12');
  });

  test('a wrong item is refused aloud, by its name, and changes nothing; so is one too many (R92)', async () => {
    const { page, orders, of } = await openPickShop(browser, [{}, { lines: [{ sku: shelf.pot.sku }] }]);
    const [orderId = 0] = orders;
    await isOpen(page, orderId);
    await scan(page, shelf.pot.sku);
    await detail(page)
      .getByRole('alert')
      .getByText('Wrong item: “Iron Pot” is not on this order. Nothing was changed.')
      .waitFor();
    await scan(page, '9999999999994');
    await scanned(page, 'Wrong item: “9999999999994” is not on this order. Nothing was changed.');
    expect(await of(orderId)).toMatchObject({ status: 'new', lines: [{ picked: 0 }, { picked: 0 }] });
    await scan(page, shelf.tea.sku);
    await scanned(page, 'Assam Tea: 1 of 1');
    await scan(page, shelf.tea.sku);
    await scanned(page, 'Assam Tea: all of it is picked already. Put this one back.');
    expect((await of(orderId)).lines).toMatchObject([{ picked: 0 }, { picked: 1 }]);
  });

  test('twenty pieces scanned without waiting are twenty picked, also while the till is busy (R88)', async () => {
    const { page, orders, of } = await openPickShop(browser, [{ lines: [{ sku: shelf.mug.sku, quantity: 20 }] }]);
    const [orderId = 0] = orders;
    await isOpen(page, orderId);
    const before = await of(orderId);
    await scanAll(page, Array<string>(20).fill(shelf.mug.sku));
    await progress(page, 'Blue Mug', '20 / 20');
    const after = await of(orderId);
    expect(after.lines[0]?.picked).toBe(20);
    expect(after.version - before.version, 'each scan is a step of its own').toBe(20);
  });

  test('what a cancelled order leaves goes back piece by piece, from the list of what is to be put back (R64, N1)', async () => {
    const { page, store, till, orders, of } = await openPickShop(browser);
    const [orderId = 0] = orders;
    await isOpen(page, orderId);
    for (const sku of [shelf.mug.sku, shelf.mug.sku, shelf.tea.sku]) await scan(page, sku);
    await progress(page, 'Assam Tea', '1 / 1');
    store.cancel(orderId);
    await till.call('sync.now', {});
    await page.getByRole('radio', { name: 'Put back 1' }).check();
    await page.locator('#list').getByText('2 × Blue Mug', { exact: false }).waitFor();
    await scan(page, shelf.mug.sku);
    await scanned(page, 'Blue Mug: put back, 1 to go.');
    await scan(page, shelf.mug.sku);
    await scanned(page, 'Blue Mug: put back.');
    await scan(page, shelf.tea.sku);
    await scanned(page, 'Assam Tea: put back.');
    await page.getByText('Nothing to put back.', { exact: false }).waitFor();
    expect((await of(orderId)).putBack).toBe(0);
  });

  test('with a filter focused, as after a click on it, a scan is a scan and F is the next step', async () => {
    const { page, orders } = await openPickShop(browser, [{ lines: [{ sku: shelf.tea.sku }] }]);
    const [orderId = 0] = orders;
    await isOpen(page, orderId);
    await page.getByRole('radio', { name: 'Delivery' }).check();
    await scan(page, shelf.tea.sku);
    await scanned(page, /Everything is picked/);
    expect(await page.getByRole('group').count(), 'no letter of the code worked as a key').toBe(0);
    await page.getByRole('radio', { name: 'Delivery' }).focus();
    await page.keyboard.press('f');
    await notice(page, `Packed 1 piece of #${orderId}.`);
  });

  test('J shows at once where it goes, and a code that begins with it leaves the order and its panel open', async () => {
    const { page, orders } = await openPickShop(browser, [{}, {}]);
    const [orderId = 0] = orders;
    await isOpen(page, orderId);
    await page.keyboard.press('n');
    await panel(page, 'Note').getByLabel('What the next one should know').fill('Ring twice');
    await page.locator('#list').focus();
    const rows = await page.evaluate<(string | null)[]>(`(async () => {
      const list = document.getElementById('list');
      // Long after N, which else might seem to belong to the code.
      const at = performance.now() + 1_000;
      const type = async (key) => {
        const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
        Object.defineProperty(event, 'timeStamp', { value: at });
        list.dispatchEvent(event);
        // No timer runs meanwhile, so that no silence lies between two keys.
        for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
        return list.getAttribute('aria-activedescendant');
      };
      const rows = [list.getAttribute('aria-activedescendant')];
      for (const key of [...'J-4711', 'Enter']) rows.push(await type(key));
      return rows;
    })()`);
    const [before, shown, ...rest] = rows;
    expect(shown, 'while J may still be a key').not.toBe(before);
    expect(new Set(rest), 'once it is part of a code').toEqual(new Set([before]));
    await scanned(page, 'Wrong item: “J-4711” is not on this order. Nothing was changed.');
    await isOpen(page, orderId);
    expect(await panel(page, 'Note').getByLabel('What the next one should know').inputValue()).toBe('Ring twice');
    await page.keyboard.press('j');
    await isOpen(page, orders[1] ?? 0);
  });

  test('from another screen a receipt opens its sale, an order its fulfillment, and a code that is nobody’s is refused', async () => {
    const { page, orders } = await openPickShop(browser, [{}, {}]);
    const [, orderId = 0] = orders;
    await page.getByRole('link', { name: 'Sales history' }).click();
    await page.getByRole('heading', { name: 'Sales history', level: 1 }).waitFor();
    await scan(page, 'NOBODYS-CODE');
    await notice(page, 'No sale here has the code “NOBODYS-CODE”.');
    await scan(page, `W${orderId}`);
    await page.getByRole('heading', { name: `W${orderId}`, level: 2 }).waitFor();
    await scan(page, 'S404');
    await page.getByRole('alert').getByText('No such receipt: S404.').waitFor();
    await page.getByRole('link', { name: 'Stock', exact: true }).click();
    await page.getByRole('heading', { name: 'Stock', level: 1 }).waitFor();
    await scan(page, 'NOBODYS-CODE');
    await notice(page, 'No product here has the code “NOBODYS-CODE”.');
    await scan(page, `W${orders[0]}`);
    await page.getByRole('heading', { name: 'Sales history', level: 1 }).waitFor();
    await page.getByRole('heading', { name: `W${orders[0]}`, level: 2 }).waitFor();
    await page.getByText(`Opened W${orders[0]}.`).first().waitFor();
    await page.getByRole('link', { name: 'Queue' }).click();
    await page.getByRole('heading', { name: 'Queue', level: 1 }).waitFor();
    await scan(page, 'NOBODYS-CODE');
    await notice(page, 'Nothing here has the code “NOBODYS-CODE”.');
    await scan(page, `${orderId}`);
    await isOpen(page, orderId);
  });
});

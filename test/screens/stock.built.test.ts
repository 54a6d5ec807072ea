import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openConnection } from '../../src/main/store/connection.ts';
import { openLedger } from '../../src/main/store/stock-ledger.ts';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { row, rows, type ShopWindow } from './shop-window.ts';
import { detail, notice, openPanel, openProduct, openStockWindow, panel, showsOnHand } from './stock-shop.ts';

const noChromium = await whyNoChromium();

const movements = (page: Page) => detail(page).getByRole('list', { name: 'Movements, newest first' });

/** Writes `count` receipts of one piece each for a product, as a busy year leaves them. */
const receiveOften = async ({ till }: ShopWindow, code: string, count: number): Promise<void> => {
  const { productId } = await till.call('stock.find', { code });
  const db = openConnection(join(till.folder, 'tillbridge.db'));
  const keys = db.get<{ productKey: number; outletKey: number }>(
    'SELECT p.product_key AS productKey, o.outlet_key AS outletKey FROM products p, outlets o WHERE p.product_id = :productId',
    { productId },
  );
  if (keys === undefined) throw new Error(`${code} has no outlet.`);
  db.transaction(() => {
    const ledger = openLedger(db);
    for (let index = 0; index < count; index += 1) {
      const movementId = `receipt-${index}`;
      ledger.append({
        ...keys,
        movementId,
        registerKey: null,
        saleKey: null,
        lineId: '',
        quantity: 1,
        causeKind: 'receive',
        causeId: movementId,
        staffName: 'Ada',
        reason: `Delivery ${index + 1}`,
        movedAt: Date.now(),
      });
    }
    ledger.settle();
  });
  db.close();
};

describe.skipIf(noChromium)(`the Stock screen ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('it says that nothing is counted and leads to opening stock; the first count ends that', async () => {
    const { page } = await openStockWindow(browser);
    await page.getByText('Nothing is counted yet, so nothing is sent to BigCommerce.').waitFor();
    expect(await page.getByRole('link', { name: 'Enter opening stock' }).getAttribute('href')).toBe('#/stock/opening');
    await page.getByRole('radio', { name: 'Not counted 3' }).waitFor();
    await openProduct(page, 'Blue Mug');
    await openPanel(page, 'c', 'Count');
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await showsOnHand(page, '12', '1');
    await page.getByRole('radio', { name: 'Not counted 2' }).waitFor();
    await page.getByText('Nothing is counted yet').waitFor({ state: 'detached' });
  });

  test('a count replaces on hand, says what it will do before, and is taken back by Z or by touch (R32)', async () => {
    const { page } = await openStockWindow(browser);
    await openProduct(page, 'Blue Mug');
    await showsOnHand(page, '−1', '1');
    await openPanel(page, 'c', 'Count');
    await page.keyboard.type('7');
    await panel(page, 'Count').getByText('On hand becomes 7 (+8).').waitFor();
    await page.keyboard.press('Enter');
    await notice(page, 'Counted Blue Mug: 7 on hand.');
    await page.keyboard.press('Escape');
    await panel(page, 'Count').waitFor({ state: 'detached' });
    await page.keyboard.press('z');
    await notice(page, 'Taken back: −1 on hand.');
    await showsOnHand(page, '−1', '1');
    expect(await page.getByRole('button', { name: 'Undo' }).count(), 'once is enough').toBe(0);

    await openPanel(page, 'r', 'Receive');
    await page.keyboard.type('4');
    await page.getByRole('button', { name: 'Receive 4' }).click();
    await notice(page, 'Received Blue Mug: 3 on hand.');
    await page.getByRole('button', { name: 'Undo' }).click();
    await showsOnHand(page, '−1', '1');
  });

  test('a correction without a reason is refused where it is entered, and nothing that was typed is lost', async () => {
    const { page } = await openStockWindow(browser);
    await openProduct(page, 'Iron Pot');
    await openPanel(page, 'a', 'Adjust');
    await page.keyboard.type('-2');
    await page.keyboard.press('Enter');
    await panel(page, 'Adjust').getByRole('alert').getByText('Say why').waitFor();
    await panel(page, 'Adjust').getByLabel('Reason').fill('Fell from the shelf');
    await page.keyboard.press('Enter');
    await notice(page, 'Adjusted Iron Pot: −3 on hand.');
    await movements(page).getByText('Fell from the shelf').waitFor();
  });

  test('a shelf is counted product after product without leaving the keys, and moving on records nothing', async () => {
    const { page } = await openStockWindow(browser);
    await openProduct(page, 'Assam Tea');
    await openPanel(page, 'c', 'Count');
    for (const [name, counted] of [
      ['Assam Tea', '4'],
      ['Blue Mug', '9'],
    ] as const) {
      await detail(page).getByRole('heading', { name, level: 2 }).waitFor();
      await page.keyboard.type(counted);
      await page.keyboard.press('Enter');
      await notice(page, `Counted ${name}: ${counted} on hand.`);
      await page.keyboard.press('ArrowDown');
    }
    await detail(page).getByRole('heading', { name: 'Iron Pot', level: 2 }).waitFor();
    await page.keyboard.type('6');
    await page.keyboard.press('ArrowUp');
    await showsOnHand(page, '−1', '1');
    expect(await panel(page, 'Count').getByLabel('Counted on the shelf').inputValue()).toBe('6');
  });

  test('what is typed after moving on belongs to the product moved to, also before its figures are here', async () => {
    const { page, till } = await openStockWindow(browser);
    await openProduct(page, 'Assam Tea');
    await openPanel(page, 'c', 'Count');
    let letThrough = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await page.route('**/api/call/stock.explain', async (route) => {
      await held;
      await route.continue();
    });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('9');
    await page.keyboard.press('Enter');
    await notice(page, 'Counted Blue Mug: 9 on hand.');
    letThrough();
    await showsOnHand(page, '9', '1');
    const { rows: stock } = await till.call('stock.list', {});
    expect(stock.map(({ name, onHand }) => [name, onHand])).toContainEqual(['Assam Tea', -1]);
  });

  test('pieces that cannot be sold fall out of stock, and only with a second outlet can some be sent there', async () => {
    const { page, till } = await openStockWindow(browser);
    await openProduct(page, 'Assam Tea');
    expect(await page.getByRole('button', { name: 'Transfer' }).count()).toBe(0);
    await openPanel(page, 'd', 'Damaged');
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await notice(page, 'Taken out Assam Tea: −3 on hand.');
    await till.call('outlets.create', { name: 'Harbour', timeZone: 'America/New_York', currency: 'USD' });
    await page.reload();
    await openProduct(page, 'Assam Tea');
    await openPanel(page, 't', 'Transfer');
    await page.keyboard.type('1');
    await panel(page, 'Transfer').getByLabel('To outlet').selectOption({ label: 'Harbour' });
    await page.getByRole('button', { name: 'Transfer 1' }).click();
    await showsOnHand(page, '−4', '1');
    await movements(page).getByText('Went to Harbour.').waitFor();
    await page.getByLabel('Outlet', { exact: true }).selectOption({ label: 'Harbour' });
    await showsOnHand(page, '1', '0');
    await detail(page).getByText('Only the stock of the linked outlet goes to BigCommerce.').waitFor();
  });

  test('the figure is explained by its movements, which lead to the sale and back (N2)', async () => {
    const { page, till } = await openStockWindow(browser);
    const { productId } = await till.call('stock.find', { code: 'MUG-BLUE' });
    await till.call('stock.receive', { productId, quantity: 5, reason: 'Delivery 4711' });
    await openProduct(page, 'Blue Mug');
    await detail(page).getByText('All 2 movements add up to 4.').waitFor();
    const [newest, oldest] = await movements(page).getByRole('listitem').allInnerTexts();
    expect(newest).toMatch(/Goods came in\..*Delivery 4711.*\+5.*4/s);
    expect(oldest).toMatch(/Sold with order \d+\..*−1.*−1/s);
    await page.keyboard.press('e');
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('explanation');
    await movements(page)
      .getByRole('link', { name: /^Open sale/ })
      .click();
    await page.getByRole('heading', { name: 'Sales history', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Stock of Blue Mug' }).click();
    await detail(page).getByRole('heading', { name: 'Blue Mug', level: 2 }).waitFor();
  });

  test('ten thousand movements open at once, and can be scrolled to the first of them (N2)', async () => {
    const shop = await openStockWindow(browser);
    const { page } = shop;
    await openProduct(page, 'Iron Pot');
    await receiveOften(shop, 'MUG-BLUE', 10_000);
    await openProduct(page, 'Blue Mug');
    await detail(page).getByText('All 10,001 movements add up to 9,999.').waitFor();
    await movements(page).getByText('Delivery 10000').waitFor();
    expect(await movements(page).getByRole('listitem').count(), 'only what is in sight is drawn').toBeLessThan(40);
    const first = movements(page).getByText('Sold with order');
    await expect
      .poll(
        async () => {
          await detail(page).evaluate((section) => section.scrollTo({ top: section.scrollHeight }));
          return first.count();
        },
        { timeout: 20_000 },
      )
      .toBe(1);
    expect(await movements(page).getByRole('listitem').count()).toBeLessThan(40);
  });

  test('what was counted elsewhere, or sold meanwhile, shows by itself while the product is open', async () => {
    const { page, till, store } = await openStockWindow(browser);
    await openProduct(page, 'Blue Mug');
    const { productId } = await till.call('stock.find', { code: 'MUG-BLUE' });
    await till.call('stock.count', { productId, quantity: 20 });
    await showsOnHand(page, '20', '1');
    store.placeOrder({ statusId: 11, lines: [{ sku: 'MUG-BLUE', name: 'Blue Mug', quantity: 3, price: '5.00' }] });
    await till.call('sync.now', {});
    await showsOnHand(page, '17', '4');
    await row(page, 'Blue Mug').getByText('17').waitFor();
  });

  test('the views count and narrow: below zero until it is counted (R30), low once its floor is raised (N6)', async () => {
    const { page } = await openStockWindow(browser);
    const views = page.getByRole('radiogroup', { name: 'View' });
    await views.getByRole('radio', { name: 'Below zero 3' }).waitFor();
    await openProduct(page, 'Assam Tea');
    await openPanel(page, 'c', 'Count');
    await page.keyboard.type('5');
    await page.keyboard.press('Enter');
    await views.getByRole('radio', { name: 'Below zero 2' }).waitFor();
    await page.keyboard.press('Escape');
    await detail(page).getByLabel('Alarm when an order leaves at most').fill('6');
    await page.keyboard.press('Enter');
    await notice(page, 'Alarm at 6 or fewer.');
    await views.getByRole('radio', { name: 'Low 1' }).waitFor();
    await detail(page).focus();
    await page.keyboard.press('2');
    await expect.poll(() => rows(page).count()).toBe(1);
    await row(page, 'Assam Tea').waitFor();
  });
});

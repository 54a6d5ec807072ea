import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openConnection } from '../../src/main/store/connection.ts';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { chip, openShopWindow, row, type ShopWindow } from './shop-window.ts';
import { notice } from './stock-shop.ts';

const noChromium = await whyNoChromium();

const pin = '2468';
const hourMs = 3_600_000;

/** Shows a sub-view of Stock. */
const show = async (page: Page, place: 'Links' | 'Opening stock' | 'Daily proof'): Promise<void> => {
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  await page.getByRole('navigation', { name: 'Views of stock' }).getByRole('link', { name: place }).click();
};

const signInAs = async (page: Page, name: string, typed: string): Promise<void> => {
  const form = page.getByRole('form', { name: 'A manager has to confirm this' });
  await form.getByLabel('Name').selectOption(name);
  await form.getByLabel('PIN').fill(typed);
  await page.keyboard.press('Enter');
};

/** Changes rows of ours behind the app's back. */
const tamper = ({ till }: ShopWindow, sql: string): void => {
  const db = openConnection(join(till.folder, 'tillbridge.db'));
  db.run(sql);
  db.close();
};

describe.skipIf(noChromium)(`the views of Stock ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('a product is linked by one button, keeps its name, and the notice takes it back (R10)', async () => {
    const { page, till } = await openShopWindow(browser);
    const { productId } = await till.call('products.create', { sku: 'HERE-1', name: 'Tin cup', price: '12.50' });
    await till.call('sync.now', {});
    await show(page, 'Links');
    await row(page, 'Tin cup').click();
    const sides = page.getByRole('region', { name: 'Link', exact: true });
    await sides.getByText('$12.50').waitFor();
    await sides.getByLabel('Search BigCommerce’s catalogue').fill('enamel rust');
    const candidates = sides.getByRole('list', { name: 'Could be' }).getByRole('listitem');
    await expect.poll(() => candidates.count()).toBe(1);
    await candidates.getByText('Counted by variant').waitFor();
    await candidates.getByRole('button', { name: /^This is it: Enamel Mug.*Rust/ }).click();
    await notice(page, 'Linked: Tin cup');
    await sides.getByRole('button', { name: /^Unlink Enamel Mug/ }).waitFor();
    await row(page, 'Tin cup').waitFor({ state: 'detached' });
    expect(await till.call('products.get', { productId })).toMatchObject({
      linkState: 'linked',
      name: 'Tin cup',
      price: { amount: '12.5000' },
      variants: [{ sku: 'KIT-ENAM-RUST' }],
    });
    await page.keyboard.press('z');
    await notice(page, 'Unlinked: Tin cup');
    await row(page, 'Tin cup').waitFor();
  });

  test('a list is refused with its lines until it is right, and recorded as a whole once a manager signs in (R6)', async () => {
    const { page, till } = await openShopWindow(browser);
    await till.call('staff.setManagerPin', { pin });
    await show(page, 'Opening stock');
    const list = page.getByRole('textbox', { name: 'The list' });
    await list.fill('sku,quantity,name\nMUG,12,Mug\nPOT,many,Pot\n');
    const problems = page.getByRole('region', { name: /^1 problem/ });
    await problems.getByText('Line 3').waitFor();
    await page.getByRole('button', { name: 'Record opening stock', disabled: true }).waitFor();
    await page.getByText('Put the problems right first.').waitFor();
    await list.fill('sku,quantity,name\nMUG,12,Mug\nPOT,3,Pot\n');
    await page.getByRole('button', { name: 'Record opening stock of 2 products' }).click();
    await signInAs(page, 'Manager', '9999');
    await page.getByRole('alert').getByText('That name and PIN do not match.').waitFor();
    await page.keyboard.type(pin);
    await page.keyboard.press('Enter');
    await notice(page, 'Opening stock of 2 products recorded; 2 of them are new.');
    expect(await list.inputValue()).toBe('');
    expect(await till.call('stock.find', { code: 'MUG' })).toMatchObject({ onHand: 12, name: 'Mug' });
  });

  test('a file of fifty thousand lines is previewed, drawing only what is in sight', async () => {
    const { page } = await openShopWindow(browser);
    await show(page, 'Opening stock');
    const lines = Array.from({ length: 50_000 }, (_, index) => `SKU-${index};${index % 90};Product number ${index}`);
    const buffer = Buffer.from(`sku;quantity;name\r\n${lines.join('\r\n')}\r\n`);
    await page.getByLabel('Choose a CSV file').setInputFiles({ name: 'shelves.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: 'Record opening stock of 50,000 products' }).waitFor();
    await page.getByText('From shelves.csv').waitFor();
    expect(await page.getByRole('listitem').count()).toBeLessThan(60);
    await page.locator('#list').evaluate((section) => section.scrollTo({ top: section.scrollHeight }));
    await page.getByText('SKU-49999', { exact: true }).waitFor();
  });

  test('BigCommerce’s figures are read, shown, and taken over once by a manager', async () => {
    const { page, store, till } = await openShopWindow(browser);
    await till.call('staff.setManagerPin', { pin });
    const theirs = store.stockOf('KIT-ENAM-RUST');
    await show(page, 'Opening stock');
    await page.getByRole('radio', { name: 'From BigCommerce' }).check();
    await page.getByText('This is the one moment').waitFor();
    await page.getByRole('button', { name: 'Read BigCommerce’s figures' }).click();
    await page.getByRole('button', { name: /^Take over figures of/ }).click();
    await signInAs(page, 'Manager', pin);
    await notice(page, /From now on this till decides\.$/);
    expect(await till.call('stock.find', { code: 'KIT-ENAM-RUST' })).toMatchObject({ onHand: theirs });
    await page.getByRole('button', { name: 'Read BigCommerce’s figures' }).click();
    await page.getByText('taken over for this link already').waitFor();
    expect(await page.getByRole('button', { name: /^Take over/ }).count()).toBe(0);
  });

  test('the proof shows ours beside theirs, leads to the sale, repairs one or all, and says when it is old (N5, N15)', async () => {
    let now = Date.now() - 2 * hourMs;
    const customers = ['Ada Lovelace', 'Mary Shelley', 'Jane Austen'];
    const shop = await openShopWindow(browser, { customers, clock: () => now });
    const { page, store, till, sell } = shop;
    // What changed lately is read again with each pull, which would put it right before the proof.
    now += hourMs;
    await sell('Emily Brontë');
    await show(page, 'Daily proof');
    await page.getByRole('heading', { name: 'Nothing has been compared yet.' }).waitFor();
    await page.getByRole('button', { name: 'Run now' }).click();
    await page.getByRole('heading', { name: 'Everything agrees.' }).waitFor();
    await page.getByText('4 orders').waitFor();

    tamper(shop, "UPDATE sales SET customer_name = 'Nobody' WHERE customer_name <> 'Emily Brontë'");
    await page.getByRole('button', { name: 'Run now' }).click();
    await page.getByRole('heading', { name: '3 differences to put right' }).waitFor();
    const differences = page.getByRole('list', { name: 'Differences' }).getByRole('listitem');
    const ada = (await differences.first().innerText()).replaceAll('\n', ' ');
    expect(ada).toMatch(/Customer differs .*Here Nobody.* BigCommerce Ada Lovelace/);
    await differences
      .first()
      .getByRole('button', { name: /^Repair/ })
      .click();
    await notice(page, 'Repaired 1 difference; 2 are left.');
    await expect.poll(() => differences.count()).toBe(2);
    await page.getByRole('button', { name: 'Repair all 2' }).click();
    await notice(page, 'Repaired 2 differences. Everything agrees.');
    await page.getByRole('heading', { name: 'Everything agrees.' }).waitFor();

    tamper(shop, "UPDATE sales SET customer_name = 'Nobody' WHERE customer_name = 'Jane Austen'");
    await page.getByRole('button', { name: 'Run now' }).click();
    await differences
      .first()
      .getByRole('button', { name: /^Sale of order/ })
      .click();
    await page.getByRole('heading', { name: 'Sales history', level: 1 }).waitFor();
    await page.getByRole('region', { name: 'Sale', exact: true }).getByText('Nobody').first().waitFor();
    tamper(shop, 'UPDATE proofs SET finished_at = finished_at - 3 * 86400000');
    await store.stop();
    till.app.startSync();
    await chip(page)
      .getByText(/^Offline/)
      .waitFor();
    await show(page, 'Daily proof');
    await page.getByText('more than two days ago').waitFor();
    await page.getByText('BigCommerce cannot be reached now.').waitFor();
    await page.getByRole('button', { name: 'Run now', disabled: true }).waitFor();
    await page.getByRole('button', { name: 'Repair all 1', disabled: true }).waitFor();
  });
});

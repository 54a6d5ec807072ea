import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../test/support/chromium.ts';
import { startTillbridge } from '../test/support/started-program.ts';
import { takePaper } from './pictures-of-paper.ts';
import { chip, detailFollowed, pictures, shoot, small, wide } from './screenshots/camera.ts';
import { takeFulfilment } from './screenshots/take-fulfilment.ts';
import { takeLinking } from './screenshots/take-linking.ts';
import { takeQueue } from './screenshots/take-queue.ts';
import { takeSettings } from './screenshots/take-settings.ts';
import { takeWindow } from './screenshots/take-window.ts';

/** Takes the pictures of docs/screens.md from the app as it is now: the same shop each time, on this machine alone. */
const orders = 150;
const seed = 2;

const open = async (page: Page, screen: 'Fulfillments' | 'Sales history' | 'Stock'): Promise<void> => {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen }).click();
  await page.getByRole('heading', { name: screen, level: 1 }).waitFor();
  await page.getByRole('option', { selected: true }).waitFor();
};

/** Until every order that was placed at the start is here; some never become a sale. */
const allOrdersAreHere = async (page: Page): Promise<void> => {
  await chip(page)
    .getByText(/^Last checked/)
    .waitFor();
  await page.getByRole('option').first().waitFor();
};

/** Searches number after number until one belongs to an order that is known and not here. */
const searchUnfinishedOrder = async (page: Page): Promise<void> => {
  const reason = page.getByRole('status').getByRole('heading');
  for (let orderId = 1001; orderId < 1001 + 2 * orders; orderId += 1) {
    await page.getByRole('textbox').fill(String(orderId));
    const why = page.getByRole('button', { name: `Why isn’t order ${orderId} here?` });
    await page
      .getByRole('option')
      .filter({ hasText: String(orderId) })
      .or(why)
      .first()
      .waitFor();
    // The shop is open: an order may complete while it is looked for, and then there is nothing to ask.
    const isAsked =
      (await why.isVisible()) &&
      (await why.click({ timeout: 2_000 }).then(
        () => true,
        () => false,
      ));
    if (!isAsked) continue;
    if ((await reason.textContent()) === 'Checkout is not finished') return;
  }
  throw new Error('No practice order is unfinished.');
};

/** The record that is shown is this many rows down; in the small window, `keys` are pressed first. */
const screens = [
  { screen: 'Fulfillments', name: 'fulfillments', down: 3, keys: [] },
  { screen: 'Sales history', name: 'sales-history', down: 2, keys: ['Escape'] },
] as const;

/** Counts the first products of the list as staff do: a quantity, Enter, and on to the next. */
const countProducts = async (page: Page, quantities: readonly number[]): Promise<void> => {
  await page.locator('#list').focus();
  await page.keyboard.press('Home');
  await page.getByRole('button', { name: 'Count', exact: true }).waitFor();
  await page.keyboard.press('c');
  const counted = page.getByRole('form', { name: 'Count' }).getByLabel('Counted on the shelf');
  for (const quantity of quantities) {
    await counted.fill(String(quantity));
    await counted.press('Enter');
    await page.getByRole('status').getByText(`: ${quantity} on hand.`).waitFor();
    await counted.press('ArrowDown');
  }
};

const takeStock = async (page: Page): Promise<void> => {
  await page.setViewportSize(wide);
  await open(page, 'Stock');
  await countProducts(page, [14, 3, 8, 0, 21, 6, 12, 5]);
  await page.keyboard.type('12');
  await shoot(page, 'stock-count-*');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.locator('#list').focus();
  for (const key of ['Home', 'j', 'j']) await page.keyboard.press(key);
  await detailFollowed(page);
  await page.getByRole('option', { selected: true }).getByText('In step').waitFor({ timeout: 120_000 });
  await shoot(page, 'stock-*');
  await page.setViewportSize(small);
  await page.keyboard.press('e');
  await shoot(page, 'stock-explain-*-1024');
  await page.keyboard.press('Escape');
};

/** A list of a shop's own, of products that are here and one that is not. */
const shelfList = [
  'sku,quantity,name',
  'GRD-BIRD,9,',
  'SHO-LACE,120,',
  'SHO-WAX,34,',
  'KCH-BREAD,6,',
  'MUG-FERN,24,"Fern Mug, Hand-thrown"',
].join('\n');

const takeStockViews = async (page: Page): Promise<void> => {
  const places = page.getByRole('navigation', { name: 'Views of stock' });
  await page.setViewportSize(wide);
  await places.getByRole('link', { name: 'Links' }).click();
  await page.getByRole('radio', { name: 'Linked', exact: true }).check();
  await page.getByRole('option').nth(1).click();
  await page.getByRole('button', { name: /^Unlink/ }).click();
  await page.getByRole('heading', { name: 'Could be', exact: true }).waitFor();
  await shoot(page, 'stock-links-*');
  await page.keyboard.press('z');
  await places.getByRole('link', { name: 'Opening stock' }).click();
  await page.getByRole('textbox', { name: 'The list' }).fill(shelfList);
  await page.getByRole('button', { name: /^Record opening stock of/ }).waitFor();
  await shoot(page, 'stock-opening-*');
  await page.setViewportSize(small);
  await places.getByRole('link', { name: 'Daily proof' }).click();
  await page.getByRole('button', { name: 'Run now' }).click();
  await page
    .getByRole('status')
    .getByText(/^Compared\./)
    .waitFor();
  await shoot(page, 'stock-proof-*-1024');
};

const takeAll = async (browser: Browser, page: Page): Promise<void> => {
  for (const { screen, name, down, keys } of screens) {
    await page.setViewportSize(wide);
    await open(page, screen);
    await page.locator('#list').focus();
    for (let row = 0; row < down; row += 1) await page.keyboard.press('j');
    await detailFollowed(page);
    await shoot(page, `${name}-*`);
    await page.setViewportSize(small);
    for (const key of keys) await page.keyboard.press(key);
    await shoot(page, `${name}-*-1024`);
  }
  await page.setViewportSize(wide);
  await open(page, 'Fulfillments');
  await takeFulfilment(page);
  await page.getByRole('option').nth(3).click();
  await takePaper(browser, page);
  await takeStock(page);
  await takeStockViews(page);
  await page.setViewportSize(wide);
  await open(page, 'Sales history');
  await chip(page).click();
  await shoot(page, 'sync-chip-*');
  await page.keyboard.press('Escape');
  await searchUnfinishedOrder(page);
  await shoot(page, 'why-not-here-*');
};

/** `npm run screenshots -- window` takes those pictures alone; without a name all are taken. */
const wanted = process.argv.slice(2);
const isWanted = (scene: 'work' | 'window' | 'settings' | 'queue' | 'linking'): boolean =>
  wanted.length === 0 || wanted.includes(scene);

mkdirSync(pictures, { recursive: true });
const dataFolder = mkdtempSync(join(tmpdir(), 'tillbridge-screenshots-'));
const program = startTillbridge(dataFolder, [
  ...['--host', 'browser', '--no-open', '--port', '0', '--practice'],
  ...['--orders', String(orders), '--seed', String(seed)],
]);
try {
  const printed = await program.line((line) => line.includes('#code='));
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: wide, locale: 'en-US' });
    await page.goto(printed.slice(printed.indexOf('http://')));
    await allOrdersAreHere(page);
    if (isWanted('work')) await takeAll(browser, page);
    if (isWanted('window')) await takeWindow(page);
    if (isWanted('settings')) await takeSettings(page);
    await page.close();
    if (isWanted('queue')) await takeQueue(browser);
    if (isWanted('linking')) await takeLinking(browser);
  } finally {
    await browser.close();
  }
} finally {
  await program.stop();
  rmSync(dataFolder, { recursive: true, force: true });
}

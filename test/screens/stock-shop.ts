import type { Browser, Page } from 'playwright-core';
import { openShopWindow, rows, type ShopWindow, type ShopWindowOptions } from './shop-window.ts';

export const goods = [
  { sku: 'MUG-BLUE', name: 'Blue Mug' },
  { sku: 'TEA-ASSAM', name: 'Assam Tea' },
  { sku: 'POT-IRON', name: 'Iron Pot' },
] as const;

interface StockWindowOptions extends ShopWindowOptions {
  readonly others?: readonly { readonly sku: string; readonly name: string }[];
}

/** A shop whose one order names each of these goods, and `others`, once, seen on its Stock screen. */
export const openStockWindow = async (
  browser: Browser,
  { others = [], ...options }: StockWindowOptions = {},
): Promise<ShopWindow> => {
  const shop = await openShopWindow(browser, options);
  shop.store.placeOrder({
    statusId: 11,
    lines: [...goods, ...others].map((each) => ({ ...each, quantity: 1, price: '5.00' })),
  });
  await shop.till.call('sync.now', {});
  await shop.page.keyboard.press('g');
  await shop.page.keyboard.press('k');
  await shop.page.getByRole('heading', { name: 'Stock', level: 1 }).waitFor();
  await rows(shop.page)
    .nth(goods.length - 1)
    .waitFor();
  return shop;
};

/** The clock that stands counts from its own beginning, so a key before it might seem to be of the same moment: each time it is long after. */
const leapAhead = `{
  globalThis.leap = (globalThis.leap ?? 0) + 1_000_000;
  Object.defineProperty(Event.prototype, 'timeStamp', { get: () => globalThis.leap + performance.now() });
}`;

/** Keys within one moment of the page's own clock, however long they take to get there from a busy machine. */
export const pressAtOnce = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  await page.clock.install();
  await page.evaluate(leapAhead);
  const pause = () => page.clock.pauseAt(Date.now() + 1_000);
  // Where it took the page more than that second to hear of it, its clock stands all the same, and is told again.
  await pause().catch(pause);
  for (const key of keys) await page.keyboard.press(key);
  await page.clock.resume();
};

/** A code as a scanner sends it, ended by Enter. */
export const scan = (page: Page, code: string): Promise<void> => pressAtOnce(page, ...code, 'Enter');

/** What the detail shows beside the record's name. */
export const detail = (page: Page) => page.getByRole('region', { name: 'Product', exact: true });

/** Opens a product from the list. */
export const openProduct = async (page: Page, name: string): Promise<void> => {
  await rows(page).filter({ hasText: name }).click();
  await detail(page).getByRole('heading', { name, level: 2 }).waitFor();
};

/** What is open for one kind of work. */
export const panel = (page: Page, name: string) => page.getByRole('form', { name });

/** Opens a panel by its key; the quantity has the focus then. */
export const openPanel = async (page: Page, key: string, name: string): Promise<void> => {
  await page.keyboard.press(key);
  await panel(page, name).locator('input:focus').waitFor();
};

/** Resolves once the open product has this many on hand less committed. */
export const showsOnHand = (page: Page, onHand: string, committed: string): Promise<void> =>
  detail(page).getByText(`${onHand} on hand less ${committed} committed`).waitFor({ state: 'attached' });

/** The last thing said. */
export const notice = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByRole('contentinfo').getByRole('status').getByText(text).waitFor();

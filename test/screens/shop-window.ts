import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { startBrowserHost } from '../../src/main/hosts/browser/browser-host.ts';
import { loadRendererFiles } from '../../src/main/hosts/renderer-files.ts';
import type { PracticeStore } from '../../src/practice-store/practice-store.ts';
import { openLinkedTill, openStore, type Till } from '../support/linked-till.ts';
import { rootFolder } from '../support/started-program.ts';

/** A till in this process, its store in the test's hands, and the window in which staff see it. */
export interface ShopWindow {
  readonly page: Page;
  readonly store: PracticeStore;
  readonly till: Till;
  /** Places an order at the web shop and pulls it; answers its number. */
  readonly sell: (customer: string, statusId?: number) => Promise<number>;
}

export interface ShopWindowOptions {
  /** A paid order each, oldest first, a minute apart, the last one a minute ago. */
  readonly customers?: readonly string[];
  /** What the store had before it was linked. */
  readonly before?: (store: PracticeStore) => void;
  readonly width?: number;
  readonly height?: number;
  /** Fingers instead of a mouse. */
  readonly touch?: boolean;
  /** The language of the browser; American English unless given. */
  readonly locale?: string;
  /** The store's clock; the machine's unless given. */
  readonly clock?: () => number;
}

const minuteMs = 60_000;

/** Opens a shop whose orders are all here. When the test ends, a page that complained fails it. */
export const openShopWindow = async (
  browser: Browser,
  {
    customers = [],
    before,
    width = 1366,
    height = 768,
    touch = false,
    locale = 'en-US',
    clock,
  }: ShopWindowOptions = {},
): Promise<ShopWindow> => {
  const store = await openStore(clock === undefined ? {} : { clock });
  before?.(store);
  const till = await openLinkedTill(store);
  const files = await loadRendererFiles(join(rootFolder, 'out/renderer'));
  const addresses: string[] = [];
  const host = await startBrowserHost({
    app: till.app,
    files,
    port: 0,
    now: Date.now,
    onAddress: (address) => void addresses.push(address),
  });
  onTestFinished(host.stop);
  const context = await browser.newContext({
    viewport: { width, height },
    locale,
    colorScheme: 'light',
    hasTouch: touch,
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  onTestFinished(() => expect(complaints, 'nothing breaks the page or its own policy').toEqual([]));

  const place = (customer: string, statusId: number, dateCreated: number): number => {
    const [firstName = '', lastName = ''] = customer.split(' ');
    return store.placeOrder({ customer: { firstName, lastName }, statusId, dateCreated });
  };
  const now = Date.now();
  for (const [index, customer] of customers.entries()) place(customer, 11, now - (customers.length - index) * minuteMs);
  await till.call('sync.now', {});
  await page.goto(addresses[0] ?? '');
  await page.getByRole('heading', { level: 1 }).waitFor();
  return {
    page,
    store,
    till,
    sell: async (customer, statusId = 11) => {
      const orderId = place(customer, statusId, Date.now());
      await till.call('sync.now', {});
      return orderId;
    },
  };
};

/** `count` names, each findable alone: "Buyer One", "Buyer Two" would share a word, these share none. */
export const people = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => {
    const letters = [Math.floor(index / 26), index % 26].map((at) => String.fromCharCode(97 + at)).join('');
    return `Given${letters} Family${letters}`;
  });

/** The rows of the list that are drawn; the choices of a filter are options too, and are none of these. */
export const rows = (page: Page) => page.locator('#list').getByRole('option');

export const row = (page: Page, text: string) => rows(page).filter({ hasText: text });

/** Resolves once the row with that text is the one whose record is shown. */
export const isSelected = (page: Page, text: string): Promise<void> =>
  page.locator('#list').getByRole('option', { selected: true }).filter({ hasText: text }).waitFor();

/** What has the focus: its id, or else its role or tag. */
export const focused = (page: Page): Promise<unknown> =>
  page.evaluate(
    'document.activeElement.id || document.activeElement.getAttribute("role") || document.activeElement.tagName',
  );

/** Resolves once the page has drawn all that was done before. */
export const isDrawn = (page: Page): Promise<unknown> =>
  page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');

/** What tells how the exchange with BigCommerce stands. */
export const chip = (page: Page) => page.locator('button[popovertarget="sync-popover"]');

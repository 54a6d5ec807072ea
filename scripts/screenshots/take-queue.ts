import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { type PracticeStore, startPracticeStore } from '../../src/practice-store/practice-store.ts';
import { scanAll } from '../../test/screens/scanned-codes.ts';
import { linkedCommandLine } from '../../test/support/callers.ts';
import { mustCall } from '../../test/support/linked-folder.ts';
import { startTillbridge } from '../../test/support/started-program.ts';
import { chip, shoot, small, wide } from './camera.ts';

const goods = [
  { name: 'Blue Mug', sku: 'MUG-BLUE' },
  { name: 'Assam Tea', sku: 'TEA-ASSAM' },
] as const;
const customers = ['Mei Haddad', 'Lars Park', 'Priya Čapek', 'João Das'] as const;

const placeOrders = (store: PracticeStore): number[] => {
  for (const { name, sku } of goods) store.addProduct({ name, sku, price: '9.00', tracking: 'variant' }, 50);
  return customers.map((customer) => {
    const [firstName = '', lastName = ''] = customer.split(' ');
    return store.placeOrder({ customer: { firstName, lastName }, lines: goods.map(({ sku }) => ({ sku })) });
  });
};

/** Ships every order by scanner while nothing can be asked of BigCommerce, which changes three of them meanwhile. */
const work = async (page: Page, store: PracticeStore, orders: readonly number[]): Promise<void> => {
  store.script({ kind: 'reset', when: 'before', times: Number.POSITIVE_INFINITY });
  await chip(page)
    .getByText(/^Offline/)
    .waitFor();
  for (const [index, orderId] of orders.entries()) {
    const parcel = ['TB-PACK', 'TB-SHIP', `1Z999AA1012345678${index}`, 'TB-NEXT'];
    await scanAll(page, [`W${orderId}`, ...goods.map(({ sku }) => sku), ...parcel]);
    await page.getByRole('status').getByText(`Shipped: #${orderId}.`).waitFor();
  }
  await chip(page)
    .getByText(/^Offline, 8 waiting/)
    .waitFor();
};

const takeViews = async (page: Page, store: PracticeStore, orders: readonly number[]): Promise<void> => {
  const [cancelled = 0, refunded = 0, shipped = 0] = orders;
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: /Queue/ }).click();
  await page.getByRole('radio', { name: 'Not sent 8' }).waitFor();
  await shoot(page, 'queue-*');
  store.cancel(cancelled);
  store.refund(refunded);
  store.ship(shipped, { trackingNumber: '1ZELSEWHERE', carrier: 'ups' });
  store.clearScript();
  await page.getByRole('radio', { name: 'Changed meanwhile 3' }).check({ timeout: 120_000 });
  await page.getByRole('article').nth(2).waitFor();
  await chip(page)
    .getByText(/^Last checked/)
    .waitFor({ timeout: 60_000 });
  await shoot(page, 'queue-conflicts-*');
  await page.setViewportSize(small);
  await page.locator('#list').evaluate((list) => list.scrollTo({ top: 0 }));
  await shoot(page, 'queue-conflicts-*-1024');
};

/**
 * The Queue of a till whose line was down for a while. Only a store in this process can have its line taken down, so the
 * till is linked to one; it is no practice till, and does not mark itself as one.
 */
export const takeQueue = async (browser: Browser): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'tillbridge-screenshots-'));
  const store = await startPracticeStore({ seed: 2 });
  try {
    const commandLine = await linkedCommandLine(folder, store);
    const orders = placeOrders(store);
    await mustCall(commandLine.call, 'sync.now', {}, z.unknown());
    await commandLine.stop();
    const program = startTillbridge(folder, ['--host', 'browser', '--no-open', '--port', '0']);
    const printed = await program.line((line) => line.includes('#code='));
    const page = await browser.newPage({ viewport: wide, locale: 'en-US' });
    await page.goto(printed.slice(printed.indexOf('http://')));
    await page.getByRole('option').first().waitFor();
    await work(page, store, orders);
    await takeViews(page, store, orders);
    await page.close();
    await program.stop();
  } finally {
    await store.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { detail, isOpen, openPickShop, shelf } from './pick-shop.ts';
import { scanAll } from './scanned-codes.ts';
import { chip } from './shop-window.ts';

const noChromium = await whyNoChromium();

const orders = 30;
/** Every third one is collected, the others are sent. */
const isPickup = (index: number): boolean => index % 3 === 2;

const drafts = Array.from({ length: orders }, (_, index) => ({
  customer: { firstName: 'Ada', lastName: `Byron ${index + 1}` },
  lines: [
    { sku: shelf.mug.sku, quantity: 1 + (index % 2) },
    { sku: shelf.tea.sku, quantity: 1 },
  ],
  ...(isPickup(index) ? { pickup: true } : {}),
}));

const trackingOf = (index: number): string => `1Z999AA1${String(index).padStart(10, '0')}`;

/** Their slips are printed, and printed once more, for the first ones went astray. */
const printedTwice = new Set([5, 6, 7]);

/** What the scanner of whoever picks order `index` reads, from its slip to the door. */
const dayOf = (index: number, orderId: number): string[] => {
  const goods = [...Array<string>(1 + (index % 2)).fill(shelf.mug.sku), shelf.tea.sku];
  const leaves = isPickup(index)
    ? ['TB-READY', `HOLD-${index + 10}`, 'TB-OVER', 'TB-NEXT']
    : ['TB-SHIP', trackingOf(index), 'TB-NEXT'];
  return [`W${orderId}`, ...goods, 'TB-PACK', ...leaves];
};

/** The slip of the order that is open, by the scan card, and once more when it is said that it is out already. */
const printTwice = async (page: Page, orderId: number): Promise<void> => {
  await scanAll(page, [`W${orderId}`, 'TB-PRINT']);
  await isOpen(page, orderId);
  const said = page.getByRole('contentinfo').getByRole('status');
  await said.getByText(new RegExp(`#${orderId}.* went to the print dialog`)).waitFor();
  await scanAll(page, ['TB-PRINT']);
  await detail(page).getByRole('button', { name: 'Print again' }).click();
  await detail(page)
    .getByText(/^Slip printed .*, 2 copies/)
    .waitFor();
};

const isDone = (page: Page, index: number, orderId: number): Promise<void> => {
  const said = isPickup(index) ? `Handed #${orderId} to Ada Byron ${index + 1}.` : `Shipped: #${orderId}.`;
  return page.getByRole('contentinfo').getByRole('status').getByText(said).waitFor();
};

/** From New to out of the door. */
const workOn = async (page: Page, index: number, orderId: number): Promise<void> => {
  if (printedTwice.has(index)) await printTwice(page, orderId);
  await scanAll(page, dayOf(index, orderId));
  await isDone(page, index, orderId);
};

describe.skipIf(noChromium)(`a working day ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('without a line thirty orders are picked by scanner, packed, shipped and handed over, three printed twice; when it returns the queue empties, and the screen tells of the two that were cancelled, the one refunded and the one shipped elsewhere (R88-R90, R94, N1)', {
    timeout: 400_000,
  }, async () => {
    const { page, store, till, orders: placed, of } = await openPickShop(browser, drafts);
    till.app.startSync();
    store.script({ kind: 'reset', when: 'before', times: Number.POSITIVE_INFINITY });
    await chip(page)
      .getByText(/^Offline/)
      .waitFor();

    for (const [index, orderId] of placed.entries()) await workOn(page, index, orderId);
    for (const orderId of placed) expect(await of(orderId)).toMatchObject({ status: 'fulfilled', unsent: 'waiting' });
    for (const index of printedTwice) expect((await of(placed[index] ?? 0)).printed?.copies).toBe(2);
    expect(store.applied.filter(({ kind }) => kind === 'shipment_created')).toEqual([]);
    await chip(page)
      .getByText(/^Offline, 60 waiting/)
      .waitFor();
    await page.reload();
    await page.getByRole('link', { name: /Queue/ }).click();
    await expect.poll(() => page.getByRole('radio', { name: 'Not sent 60' }).count()).toBe(1);

    const [cancelled = 0, alsoCancelled = 0, , refunded = 0, shipped = 0] = placed;
    store.cancel(cancelled);
    store.cancel(alsoCancelled);
    store.refund(refunded);
    store.ship(shipped, { trackingNumber: 'ELSEWHERE-1', carrier: 'ups' });
    store.clearScript();

    await page.getByRole('radio', { name: 'Changed meanwhile 4' }).waitFor({ timeout: 60_000 });
    await page.getByRole('radio', { name: /^Changed meanwhile/ }).check();
    for (const [kind, orderId, theirs] of [
      ['Cancelled meanwhile', cancelled, /BigCommerce cancelled the order/],
      ['Cancelled meanwhile', alsoCancelled, /BigCommerce cancelled the order/],
      ['Refunded meanwhile', refunded, /BigCommerce gave .* back/],
      ['Shipped elsewhere meanwhile', shipped, /Tracking there: ups ELSEWHERE-1/],
    ] as const) {
      const card = page.getByRole('article', { name: `${kind}: order #${orderId}` });
      await card.getByText(/handed over/).waitFor();
      await card.getByText(theirs).waitFor();
      await card.getByRole('button', { name: 'Leave it as BigCommerce has it' }).click();
      await card.waitFor({ state: 'detached' });
    }
    await page.getByRole('radio', { name: /^Not sent/ }).check();
    await page.getByText('Everything has been sent.').waitFor({ timeout: 60_000 });
    await chip(page)
      .getByText(/^Last checked/)
      .waitFor();

    const changed = new Set([cancelled, alsoCancelled, refunded, shipped]);
    const sent = store.applied.filter(({ kind }) => kind === 'shipment_created');
    const ours = placed.filter((orderId, index) => !isPickup(index) && !changed.has(orderId));
    expect(sent.map((effect) => ('orderId' in effect ? effect.orderId : 0)).sort()).toEqual(ours);
    const collected = placed.filter((_orderId, index) => isPickup(index));
    for (const orderId of collected) expect(store.order(orderId)).toMatchObject({ status_id: 10 });
  });
});

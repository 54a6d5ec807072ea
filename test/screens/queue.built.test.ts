import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { violations } from './accessible.ts';
import { detail, isOpen, openPickShop, type PickShop, panel, primary, shelf } from './pick-shop.ts';
import { chip } from './shop-window.ts';
import { notice } from './stock-shop.ts';

const noChromium = await whyNoChromium();

/** The line is down: whatever is asked of BigCommerce, the connection breaks. */
const lineDown = ({ store }: PickShop): void =>
  store.script({ kind: 'reset', when: 'before', times: Number.POSITIVE_INFINITY });

/** Everything on it leaves, by calls; the screens only watch. Answers the order's fulfillment. */
const shipByCall = async ({ till, of }: PickShop, orderId: number, trackingNumber = 'T-1'): Promise<void> => {
  const { fulfillmentId, lines, version } = await of(orderId);
  const all = lines.map(({ lineId, ordered }) => ({ lineId, quantity: ordered }));
  const picked = await till.call('fulfillments.pick', { fulfillmentId, version, lines: all });
  const packed = await till.call('fulfillments.pack', { fulfillmentId, version: picked.version, lines: all });
  await till.call('fulfillments.ship', { fulfillmentId, version: packed.version, trackingNumber, carrier: 'ups' });
};

const openQueue = async (page: Page): Promise<void> => {
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await page.getByRole('heading', { name: 'Queue', level: 1 }).waitFor();
};

const entries = (page: Page) => page.getByRole('list', { name: 'Not sent yet, oldest first' }).getByRole('article');
const view = (page: Page, name: string | RegExp) => page.getByRole('radio', { name }).check();

/** What the rail says beside "Queue". */
const railCount = (page: Page) =>
  page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: /Queue/ });

/** Each try is an exchange of its own. */
const patient = { timeout: 40_000 };

const isAccessible = async (page: Page): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violations(page), colorScheme).toEqual([]);
  }
};

describe.skipIf(noChromium)(`the Queue ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('is empty at first and says so; without a line it fills, oldest first, and empties when the line is back (R88, R89)', async () => {
    const shop = await openPickShop(browser, [{}, {}]);
    const { page, store, till, orders } = shop;
    const [first = 0, second = 0] = orders;
    await openQueue(page);
    await page.getByText('Everything has been sent.').waitFor();
    await isAccessible(page);
    lineDown(shop);
    await shipByCall(shop, first);
    await shipByCall(shop, second);
    await expect.poll(() => entries(page).count()).toBe(4);
    await expect
      .poll(() => entries(page).getByRole('link').allTextContents())
      .toEqual([first, first, second, second].map((orderId) => `Order #${orderId}`));
    await entries(page).first().getByText('The status "Awaiting Shipment", for it is packed.').waitFor();
    await entries(page).nth(1).getByText('It waits for an earlier change of the same order.').waitFor();
    await till.reply('sync.now', {});
    await chip(page)
      .getByText(/^Offline, 4 waiting/)
      .waitFor();
    await railCount(page).getByText('4', { exact: true }).waitFor();
    await isAccessible(page);
    store.clearScript();
    await page.keyboard.press('a');
    await notice(page, 'Nothing was held back: it all goes out as soon as it can.');
    await expect
      .poll(async () => {
        await till.reply('sync.now', {});
        return entries(page).count();
      }, patient)
      .toBe(0);
    await page.getByText('Everything has been sent.').waitFor();
    await view(page, 'Told');
    await page
      .getByText(/^A shipment of 4 pieces with ups as T-1/)
      .first()
      .waitFor();
    await isAccessible(page);
  });

  test('what BigCommerce refuses stands there with its own words; a manager gives it up with a reason (R6, R89)', async () => {
    const shop = await openPickShop(browser, [{ lines: [{ sku: shelf.tea.sku }] }]);
    const { page, store, till, orders } = shop;
    await till.call('staff.setManagerPin', { pin: '2468' });
    await openQueue(page);
    store.script({
      kind: 'answer',
      status: 400,
      body: [{ status: 400, message: 'The tracking carrier is invalid.' }],
      match: { method: 'POST', path: /shipments$/ },
      times: Number.POSITIVE_INFINITY,
    });
    await shipByCall(shop, orders[0] ?? 0);
    await expect
      .poll(async () => {
        await till.reply('sync.now', {});
        return page.getByText('The tracking carrier is invalid.', { exact: false }).count();
      }, patient)
      .toBe(1);
    const parked = entries(page).filter({ hasText: 'Needs a decision' });
    await parked.getByText('It is not tried again by itself.').waitFor();
    await isAccessible(page);
    await parked.getByRole('button', { name: /^Send again/ }).click();
    await notice(page, 'Sent again: the answer shows here.');
    await expect
      .poll(async () => {
        await till.reply('sync.now', {});
        return parked.count();
      }, patient)
      .toBe(1);
    await parked.getByRole('button', { name: /^Discard/ }).click();
    await parked.getByText('Say why, so that it can be explained later.').waitFor();
    await parked.getByLabel('Why BigCommerce is not to be told').fill('Told by hand');
    await parked.getByRole('button', { name: 'Discard', exact: true }).click();
    await parked.getByLabel('Name').selectOption('Manager');
    await parked.getByLabel('PIN').fill('2468');
    await parked.getByRole('button', { name: 'Sign in' }).click();
    await notice(page, 'Discarded. BigCommerce is not told.');
    await page.getByText('Everything has been sent.').waitFor();
    await view(page, 'Told');
    await page.getByRole('article').filter({ hasText: 'Discarded' }).waitFor();
  });

  test('a cancellation meanwhile shows ours beside theirs, asks once, and is settled (R90)', async () => {
    const shop = await openPickShop(browser, [{}]);
    const { page, store, till, orders } = shop;
    const [orderId = 0] = orders;
    await isOpen(page, orderId);
    lineDown(shop);
    await shipByCall(shop, orderId);
    store.cancel(orderId);
    store.clearScript();
    const card = detail(page).getByRole('article', { name: `Cancelled meanwhile: order #${orderId}` });
    await expect
      .poll(async () => {
        await till.reply('sync.now', {});
        return card.getByRole('button').count();
      }, patient)
      .toBe(2);
    await card.getByText(/4 pieces handed over/).waitFor();
    await card.getByText(/BigCommerce cancelled the order/).waitFor();
    await isAccessible(page);
    await openQueue(page);
    await view(page, /^Changed meanwhile/);
    await isAccessible(page);
    await page
      .getByRole('article', { name: `Cancelled meanwhile: order #${orderId}` })
      .getByRole('button', { name: 'Leave it as BigCommerce has it' })
      .click();
    await notice(page, 'BigCommerce’s change stands.');
    await page.getByText('Nothing to decide.', { exact: false }).waitFor();
    await view(page, /^Not sent/);
    await page.getByText('Everything has been sent.').waitFor();
  });

  test('an order that was only packed leaves nothing to decide but must be seen, and asks for put-back (R64, N1)', async () => {
    const { page, store, till, orders } = await openPickShop(browser, [{}]);
    const [orderId = 0] = orders;
    await isOpen(page, orderId);
    await page.keyboard.press('f');
    await primary(page, 'Pick…').waitFor();
    await page.keyboard.press('f');
    await panel(page, 'Pick').waitFor();
    await page.keyboard.press('Enter');
    await primary(page, 'Packed').waitFor();
    store.cancel(orderId);
    await till.call('sync.now', {});
    const card = detail(page).getByRole('article', { name: `Cancelled meanwhile: order #${orderId}` });
    await card.getByText('Put 4 pieces back on the shelf.', { exact: false }).waitFor();
    await railCount(page).getByText('1', { exact: true }).waitFor();
    await card.getByRole('button', { name: 'Seen' }).click();
    await card.waitFor({ state: 'detached' });
    await page.keyboard.press('f');
    await notice(page, `Put back 4 pieces of #${orderId}.`);
    await detail(page).getByText('Cancelled. Nothing of it may leave.').waitFor();
  });

  test('what a step tells BigCommerce is a setting of a manager, and counts from then on (R95)', async () => {
    const { page, till, orders, of } = await openPickShop(browser, [{ lines: [{ sku: shelf.tea.sku }] }]);
    await till.call('staff.setManagerPin', { pin: '2468' });
    await page.evaluate("window.location.hash = '/settings/write-back'");
    const packed = page.getByLabel('When a delivery is packed');
    await expect.poll(() => packed.inputValue()).toBe('9');
    await isAccessible(page);
    await packed.selectOption({ label: 'Tell nothing' });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByLabel('Name').selectOption('Manager');
    await page.getByLabel('PIN').fill('2468');
    await page.keyboard.press('Enter');
    await notice(page, 'Saved. It counts for what is done from now on.');
    expect(await till.call('outbox.writeBack', {})).toMatchObject({ packedDelivery: null, handedOver: 10 });
    const { fulfillmentId, version, lines } = await of(orders[0] ?? 0);
    const all = lines.map(({ lineId, ordered }) => ({ lineId, quantity: ordered }));
    const picked = await till.call('fulfillments.pick', { fulfillmentId, version, lines: all });
    await till.call('fulfillments.pack', { fulfillmentId, version: picked.version, lines: all });
    expect((await till.call('outbox.list', {})).rows.filter(({ kind }) => kind !== 'stock_level')).toEqual([]);
  });

  test('why an order is not here is asked on top, and held orders have a view of their own (N4)', async () => {
    const { page, store, till } = await openPickShop(browser);
    const pending = store.placeOrder({ statusId: 0 });
    await till.call('sync.now', {});
    await openQueue(page);
    const field = page.getByLabel('Why isn’t order … here?');
    await field.fill('abc');
    await field.press('Enter');
    await page.getByText('Type the number of the order.').waitFor();
    await field.fill(`#${pending}`);
    await field.press('Enter');
    await page.getByRole('heading', { name: 'Checkout is not finished' }).waitFor();
    await isAccessible(page);
    await page.keyboard.press('Escape');
    await view(page, /^Held orders/);
    await page.getByText('No order is held.', { exact: false }).waitFor();
  });
});

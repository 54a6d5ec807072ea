import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { tooSmall } from './controls.ts';
import { detail, isOpen, openPickShop, panel, primary, progress, shelf } from './pick-shop.ts';
import { row } from './shop-window.ts';
import { notice } from './stock-shop.ts';

const noChromium = await whyNoChromium();

/** Whether a finger that rests there opens the browser's own menu. */
const opensMenu = (at: Locator): Promise<boolean> =>
  at.evaluate((place) =>
    place.dispatchEvent(new PointerEvent('contextmenu', { bubbles: true, cancelable: true, pointerType: 'touch' })),
  );

describe.skipIf(noChromium)(`an order by touch alone ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('is picked piece by piece, packed, and shipped in two parcels; each control is large enough (R92, R93)', async () => {
    const { page, orders, of } = await openPickShop(browser, [{}], { touch: true, width: 1024, height: 600 });
    const [orderId = 0] = orders;
    await row(page, `#${orderId}`).tap();
    await isOpen(page, orderId);
    expect(await opensMenu(primary(page, 'Start picking')), 'a finger that rests means the button').toBe(false);
    expect(await opensMenu(page.getByRole('textbox').first()), 'in a field it has paste').toBe(true);
    expect(await page.evaluate('getComputedStyle(document.body).overscrollBehavior'), 'no swipe leaves').toBe('none');
    await primary(page, 'Start picking').tap();
    await notice(page, `Picking #${orderId}.`);
    for (const figure of ['1 / 3', '2 / 3', '3 / 3']) {
      await page.getByRole('button', { name: 'Pick one more: Blue Mug' }).tap();
      await progress(page, 'Blue Mug', figure);
    }
    await page.getByRole('button', { name: 'One less: Blue Mug' }).tap();
    await progress(page, 'Blue Mug', '2 / 3');
    expect(await tooSmall(page)).toEqual([]);
    await primary(page, 'Pick…').tap();
    expect(await tooSmall(page)).toEqual([]);
    await panel(page, 'Pick').getByRole('button', { name: 'Pick 2 pieces' }).tap();
    await primary(page, 'Packed').tap();
    await primary(page, 'Ship…').tap();
    await panel(page, 'Ship').getByRole('button', { name: 'One fewer of Blue Mug' }).tap();
    await panel(page, 'Ship').getByRole('button', { name: 'Ship 3 pieces' }).tap();
    await detail(page).getByText('2 × Blue Mug, 1 × Assam Tea').waitFor();
    await primary(page, 'Ship…').tap();
    await panel(page, 'Ship').getByRole('button', { name: 'Ship 1 piece' }).tap();
    await detail(page).getByText('Everything was handed over.').waitFor();
    await page.getByRole('button', { name: 'Commands' }).tap();
    await page.getByRole('option', { name: 'Appearance: Dark' }).tap();
    expect(await page.getAttribute('html', 'data-theme'), 'what Ctrl K does, a finger does').toBe('dark');
    expect((await of(orderId)).handedOver.map(({ lines }) => lines.map(({ quantity }) => quantity))).toEqual([
      [2, 1],
      [1],
    ]);
  });

  test('a part that is ready leaves while the rest is still picked, and Undo takes the last step back (R92)', async () => {
    const { page, orders, of } = await openPickShop(browser, [{}], { touch: true });
    const [orderId = 0] = orders;
    await row(page, `#${orderId}`).tap();
    await isOpen(page, orderId);
    await page.getByRole('button', { name: 'Pick one more: Assam Tea' }).tap();
    await progress(page, 'Assam Tea', '1 / 1');
    await detail(page).getByRole('button', { name: 'Pack a part…' }).tap();
    await panel(page, 'Pack').getByRole('button', { name: 'Pack 1 piece' }).tap();
    await detail(page).getByText('1 packed').waitFor();
    await detail(page).getByRole('button', { name: 'Undo' }).tap();
    await detail(page).getByText('1 packed').waitFor({ state: 'detached' });
    expect((await of(orderId)).lines).toMatchObject([{ picked: 0 }, { picked: 1, packed: 0 }]);
  });

  test('what is not paid says so, and leaves only by a manager’s word with a reason (R91)', async () => {
    const draft = { statusId: 7, paymentMethod: 'Bank Deposit', lines: [{ sku: shelf.tea.sku }] };
    const { page, till, orders, of } = await openPickShop(browser, [draft], { touch: true });
    await till.call('staff.setManagerPin', { pin: '2468' });
    const [orderId = 0] = orders;
    await row(page, `#${orderId}`).tap();
    await isOpen(page, orderId);
    await page.getByRole('button', { name: 'Pick one more: Assam Tea' }).tap();
    await primary(page, 'Packed').tap();
    await primary(page, 'Ship…').tap();
    const ship = panel(page, 'Ship');
    await ship.getByText('Not paid, so it must not leave.', { exact: false }).waitFor();
    await ship.getByRole('button', { name: 'Ship 1 piece' }).tap();
    await ship.getByText('Say why it may leave all the same.').waitFor();
    await ship.getByLabel('Reason for letting it leave').fill('Paid at the counter');
    await ship.getByRole('button', { name: 'Ship 1 piece' }).tap();
    await ship.getByLabel('Name').selectOption('Manager');
    await ship.getByLabel('PIN').fill('2468');
    await ship.getByRole('button', { name: 'Sign in' }).tap();
    await notice(page, `Shipped: #${orderId}.`);
    expect((await of(orderId)).status).toBe('fulfilled');
  });
});

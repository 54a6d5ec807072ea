import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { goTo } from './every-place.ts';
import { detail, isOpen, openPickShop, panel } from './pick-shop.ts';
import { chip } from './shop-window.ts';
import { notice, openProduct } from './stock-shop.ts';

const noChromium = await whyNoChromium();

const hasFocus = (place: Locator): Promise<void> => place.and(place.page().locator(':focus')).waitFor();

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

/** Presses a button by its key, sees where that leads, and after `away` the button has the focus again. */
const leadsBack = async (opens: Locator, leadsTo: Locator, away: () => Promise<void>): Promise<void> => {
  await opens.press('Enter');
  await leadsTo.waitFor();
  await away();
  await leadsTo.waitFor({ state: 'hidden' });
  await hasFocus(opens);
};

/** Fills fields from the first to the last, and ends in the last with Enter. */
const enters = async (form: Locator, fields: Readonly<Record<string, string>>): Promise<void> => {
  for (const [label, typed] of Object.entries(fields)) await form.getByLabel(label, { exact: true }).fill(typed);
  await form.page().keyboard.press('Enter');
};

describe.skipIf(noChromium)(`forms and panels by keyboard alone ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('Enter in any field does what its button does, and what closes gives the focus back (ui.md)', async () => {
    const { page, orders, store, till } = await openPickShop(browser);
    const [orderId = 0] = orders;
    const esc = () => page.keyboard.press('Escape');
    const list = page.locator('#list');
    const region = (name: string) => page.getByRole('region', { name, exact: true });
    await till.call('staff.setManagerPin', { pin: '2468' });

    await isOpen(page, orderId);
    await list.focus();
    for (const [key, name] of [
      ['n', 'Note'],
      ['f', 'Pick'],
    ] as const) {
      await page.keyboard.press(key);
      await panel(page, name).locator(':focus').waitFor();
      await esc();
      await hasFocus(list);
      if (key === 'n') await button(page, 'Start picking').press('Enter');
      if (key === 'n') await button(page, 'Pick…').waitFor();
      await list.focus();
    }
    await leadsBack(detail(page).getByRole('button', { name: 'Note' }), panel(page, 'Note'), esc);
    await leadsBack(button(page, 'Pick round'), page.getByRole('form', { name: 'One walk for many orders' }), esc);
    await leadsBack(chip(page), page.getByRole('button', { name: 'Check now' }), esc);
    await leadsBack(button(page, 'Keys'), page.getByRole('dialog', { name: 'Keys' }), esc);
    await leadsBack(button(page, 'Commands'), page.getByRole('dialog', { name: 'Commands' }), esc);

    await goTo(page, '/sales-history');
    const filters = page.getByRole('button', { name: /^Filters/ });
    const status = page.getByLabel('Sale status');
    await leadsBack(filters, status, esc);
    await leadsBack(filters, status, () => button(page, 'Done').press('Enter'));

    await goTo(page, '/stock');
    await openProduct(page, 'Blue Mug');
    await list.focus();
    await page.keyboard.press('c');
    await page.getByRole('form', { name: 'Count' }).locator(':focus').waitFor();
    await esc();
    await hasFocus(list);
    await leadsBack(button(page, 'Receive'), page.getByRole('form', { name: 'Receive' }), esc);

    await goTo(page, '/settings/backup');
    const asksManager = page.getByRole('form', { name: 'A manager has to confirm this' });
    await leadsBack(button(page, 'Make a copy'), asksManager, esc);
    await button(page, 'Sign in').press('Enter');
    await enters(page.locator('#person-popover'), { PIN: '2468' });
    await notice(page, 'Signed in: Manager.');
    await hasFocus(button(page, 'Manager'));

    await enters(region('Make a copy now'), { Folder: '' });
    await notice(page, /^A good copy was made/);
    const look = page.getByRole('button', { name: /^Restore the copy of/ });
    await leadsBack(look, region('Restore it'), () => button(page, 'Leave everything as it is').press('Enter'));
    await enters(region('Restore another file'), { File: '/no/such/file.db' });
    await region('Restore another file').getByRole('alert').waitFor();

    await goTo(page, '/settings/staff');
    await enters(region('Add somebody'), { Name: 'Bob', PIN: '1357' });
    await notice(page, 'Added: Bob.');
    await enters(page.locator('main'), { 'A sign-in ends after': '15' });
    await notice(page, /15 minutes/);
    const cancel = () => button(page, 'Cancel').press('Enter');
    await leadsBack(button(page, 'New PIN for Bob'), page.getByLabel('New PIN', { exact: true }), cancel);

    await goTo(page, '/settings/printers');
    await enters(page.locator('main'), { Name: 'Bench', Address: '127.0.0.1' });
    await notice(page, /Bench/);

    await goTo(page, '/settings/till');
    await enters(page.locator('main'), { 'Cash in the drawer (float)': '100' });
    await notice(page, 'Till 1 is open.');
    await leadsBack(button(page, 'Close till…'), page.getByLabel('Cash counted'), cancel);
    await leadsBack(button(page, 'Cash in or out…'), page.getByLabel('Amount'), cancel);

    await goTo(page, '/settings/link');
    await leadsBack(button(page, 'Unlink'), page.getByLabel("The store's name"), cancel);
    await button(page, 'Enter a new token').press('Enter');
    await hasFocus(page.getByLabel('Access token'));
    await enters(region('Token'), { 'Access token': store.token });
    await notice(page, /token/i);
    await hasFocus(button(page, 'Enter a new token'));
    expect((await till.call('staff.list', {})).idleMinutes).toBe(15);
  });
});

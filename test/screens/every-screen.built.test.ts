import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { violations } from './accessible.ts';
import { tooSmall, withoutRing } from './controls.ts';
import { beyondTheEdges } from './edges.ts';
import { everyPlace, goTo } from './every-place.ts';
import { chip, openShopWindow } from './shop-window.ts';

const noChromium = await whyNoChromium();

const usual = { width: 1366, height: 768 };
const smallest = { width: 1024, height: 600 };
/** The design size at 200 %: as many pixels of the page as half of it. */
const doubled = { width: 683, height: 384 };

/** Controls that Tab does not reach: a part of a list or a strip that arrows go through is none. */
const beyondTheKeyboard = (page: Page): Promise<unknown> =>
  page.evaluate(`
    [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
      .filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.tabIndex < 0)
      .filter((each) => each.closest('[role=listbox], [role=option], [aria-hidden=true]') === null)
      .map((each) => each.outerHTML.slice(0, 120))`);

/** As it is, in both themes; then in the smallest window and at 200 %. */
const isSound = async (page: Page, state: string): Promise<void> => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect.soft(await violations(page), `${state}, light`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect.soft(await violations(page, 'colours'), `${state}, dark`).toEqual([]);
  expect.soft(await beyondTheKeyboard(page), `${state}, by keyboard`).toEqual([]);
  expect.soft(await tooSmall(page), `${state}, by touch`).toEqual([]);
  expect.soft(await withoutRing(page), `${state}, with the focus`).toEqual([]);
};

const fits = async (page: Page, state: string): Promise<void> => {
  for (const size of [smallest, doubled]) {
    await page.setViewportSize(size);
    expect.soft(await beyondTheEdges(page), `${state}, ${size.width} wide`).toEqual([]);
  }
  await page.setViewportSize(usual);
};

/** In the middle of a section, with a PIN that is nobody's. */
const askForManager = async (page: Page): Promise<void> => {
  await goTo(page, '/settings/backup');
  await page.getByRole('button', { name: 'Make a copy' }).click();
  const form = page.getByRole('form', { name: 'A manager has to confirm this' });
  await form.getByLabel('PIN').fill('9999');
  await form.getByRole('button', { name: 'Sign in and go on' }).click();
  await form.getByRole('alert').waitFor();
  await isSound(page, 'a manager is asked for, and was not known');
  await fits(page, 'a manager is asked for');
};

/** Every list is refused, as where the disk cannot be read; it goes on once it can. */
const refuseLists = async (page: Page, everywhere: readonly string[]): Promise<void> => {
  const lists = '**/api/call/*.list';
  const fault = { code: 'internal', message: 'The disk cannot be read.' };
  const again = page.getByRole('button', { name: 'Try again' }).first();
  await page.route(lists, (route) => route.fulfill({ json: { ok: false, fault } }));
  await page.reload();
  for (const place of ['/fulfillments', '/sales-history', '/stock', '/settings/till']) {
    await goTo(page, place);
    await again.waitFor();
    await isSound(page, `${place}, refused`);
  }
  // Nor does anything break that only wanted a list to choose from.
  for (const place of everywhere) await goTo(page, place);
  await goTo(page, '/fulfillments');
  await page.unroute(lists);
  await again.click();
  await again.waitFor({ state: 'detached' });
};

describe.skipIf(noChromium)(`every screen, light and dark, in each of its states ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('axe finds nothing, Tab reaches everything, nothing reaches over the edges at 1024 × 600 and at 200 % (ui.md)', {
    timeout: 240_000,
  }, async () => {
    const { page, sell, store, till } = await openShopWindow(browser);
    const all = await everyPlace(page);
    for (const place of all) {
      await goTo(page, place);
      await isSound(page, `${place}, empty`);
    }

    const orderId = await sell('Maximiliana-Theodora Featherstonehaugh-Cholmondeley');
    await sell('Somebody Unpaid', 7);
    await goTo(page, '/fulfillments');
    await page.getByRole('option', { name: new RegExp(`${orderId}.*Featherstonehaugh`) }).waitFor();
    for (const place of all) {
      await goTo(page, place);
      const row = page.locator('[role="listbox"]#list [role="option"]').first();
      if (await row.isVisible()) {
        await row.click();
        await page.getByRole('region').getByRole('heading', { level: 2 }).first().waitFor();
        await isSound(page, `${place}, open`);
      }
      await fits(page, place);
    }

    await goTo(page, '/fulfillments');
    await chip(page).click();
    await page.getByRole('button', { name: 'Check now' }).waitFor();
    await isSound(page, 'how the exchange stands');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Sign in', exact: true }).first().click();
    await isSound(page, 'signing in');
    await page.keyboard.press('Escape');
    for (const [key, name] of [
      ['?', 'Keys'],
      ['Control+k', 'Commands'],
    ] as const) {
      await page.keyboard.press(key);
      await page.getByRole('dialog', { name }).waitFor();
      await isSound(page, name);
      await fits(page, name);
      await page.keyboard.press('Escape');
    }
    for (const [search, says] of [
      ['nobody of that name', 'Nothing matches'],
      ['4711', 'Why isn’t order 4711 here?'],
    ] as const) {
      await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill(search);
      await page.getByText(says).first().waitFor();
      await isSound(page, says);
    }
    await page.getByRole('button', { name: 'Clear', exact: true }).click();

    await goTo(page, '/sales-history');
    await page.getByRole('button', { name: 'Filters' }).click();
    await isSound(page, 'filters');
    await page.keyboard.press('Escape');

    await till.call('staff.setManagerPin', { pin: '2468' });
    await askForManager(page);
    await refuseLists(page, all);

    store.script({ kind: 'reset', when: 'before', times: Number.POSITIVE_INFINITY });
    await till.reply('sync.now', {});
    await chip(page)
      .getByText(/^Offline/)
      .waitFor();
    for (const place of ['/fulfillments', '/stock', '/stock/proof', '/queue']) {
      await goTo(page, place);
      await isSound(page, `${place}, offline`);
    }
    store.clearScript();
    store.script({ kind: 'answer', status: 401, times: Number.POSITIVE_INFINITY });
    await till.reply('sync.now', {});
    await chip(page).getByText('Token refused').waitFor();
    await isSound(page, 'token refused');
    await goTo(page, '/stock/opening');
    await isSound(page, 'opening stock, token refused');
  });
});

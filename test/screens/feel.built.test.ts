import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Output } from '../../src/renderer/state/bridge.ts';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { scanAll } from './scanned-codes.ts';
import { isSelected, openShopWindow, people, row, rows } from './shop-window.ts';

const missing = await whyNoChromium();

/** Names of what the page asks the app from now on. */
const callsOf = (page: Page): string[] => {
  const calls: string[] = [];
  page.on('request', (request) => {
    const [, name] = /\/api\/call\/(.+)$/.exec(request.url()) ?? [];
    if (name !== undefined) calls.push(name);
  });
  return calls;
};

const answered = (page: Page, ...names: readonly string[]) =>
  Promise.all(names.map((name) => page.waitForResponse(`**/api/call/${name}`)));

const pageLength = 100;

/** As many sales as are asked for, each like the first one. */
const endlessSales = async (route: Route): Promise<void> => {
  const response = await route.fetch({ postData: '{}' });
  const reply: { ok: true; data: Output<'sales.list'> } = await response.json();
  const { cursor = '0' } = route.request().postDataJSON();
  const [first] = reply.data.rows;
  const numbered = Array.from({ length: pageLength }, (_, index) => {
    const number = Number(cursor) + index;
    return { ...first, saleId: `sale-${number}`, receiptNumber: `W${100_000 + number}` };
  });
  const data = { rows: numbered, nextCursor: String(Number(cursor) + pageLength) };
  await route.fulfill({ response, json: { ...reply, data } });
};

/** In the page: which rows are written anew, moved ones left out; and how many there are at most while it is scrolled. */
const watchRows = `
  window.rewritten = new Set();
  new MutationObserver((changes) => {
    for (const { target, attributeName } of changes) {
      const row = (target instanceof Element ? target : target.parentElement)?.closest('[data-row]');
      if (row && !(target === row && attributeName === 'style')) rewritten.add(row.dataset.row);
    }
  }).observe(document.getElementById('list'), { subtree: true, childList: true, characterData: true, attributes: true });
  window.scrollFar = (step, lastRow) => new Promise((resolve) => {
    const list = document.getElementById('list');
    let most = 0;
    const frame = () => {
      const drawn = [...list.querySelectorAll('[data-row]')];
      most = Math.max(most, drawn.length);
      if (drawn.some((each) => each.dataset.row === lastRow)) return resolve(most);
      list.scrollTop += step;
      requestAnimationFrame(frame);
    };
    frame();
  });`;

describe.skipIf(missing)(`what a key costs ${missing || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('a screen, a row and a scan ask once for what they show, an order draws its own row, and a long list few', async () => {
    const [first = '', second = '', third = ''] = people(3);
    const { page, sell } = await openShopWindow(browser, { customers: [first, second, third] });
    await isSelected(page, first);
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await isSelected(page, third);
    await page.getByRole('region', { name: 'Sale' }).getByText(third).first().waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('f');
    await isSelected(page, first);

    const calls = callsOf(page);
    const ofScreen = ['sales.list', 'sales.summary', 'sales.days', 'sales.get'];
    const again = answered(page, ...ofScreen);
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await again;
    const nextRow = answered(page, 'sales.get');
    await page.keyboard.press('j');
    await nextRow;
    const number = /W\d+/.exec((await row(page, third).textContent()) ?? '')?.[0] ?? '';
    const scanned = answered(page, 'sales.find', 'sales.get');
    await scanAll(page, [number]);
    await scanned;
    await page.getByRole('region', { name: 'Sale' }).getByText(third).first().waitFor();
    const ofSales = calls.filter((name) => name.startsWith('sales.'));
    const expected = [...ofScreen, 'sales.get', 'sales.find', 'sales.get'];
    expect(ofSales.toSorted(), 'a screen, a row, a scan').toEqual(expected.toSorted());
    expect(
      calls.filter((name) => name.startsWith('orders.')),
      'what no one opened',
    ).toEqual([]);

    await page.evaluate(watchRows);
    await sell('Newest Buyer');
    await row(page, 'Newest Buyer').waitFor();
    expect(await page.evaluate('[...rewritten]'), 'rows that were there are not written anew').toEqual([]);

    await page.route('**/api/call/sales.list', endlessSales);
    await page.reload();
    await rows(page).first().waitFor();
    await page.evaluate(watchRows);
    const mostRows = await page.evaluate<number>(`scrollFar(1500, 'sale-1500')`);
    expect(mostRows, 'rows drawn at once').toBeLessThanOrEqual(30);
  });
});

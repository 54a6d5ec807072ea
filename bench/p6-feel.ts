import type { Page } from 'playwright-core';
import { launchChromium } from '../test/support/chromium.ts';
import { startBrowserTill } from './browser-till.ts';
import { pageProbes } from './feel/page-probes.ts';
import { activeRowOf, goTo, isThere, LETTER_MS, press, pressPair, rest, several } from './feel/pressing.ts';
import { PIXELS_A_FRAME, scroll } from './feel/scrolling.ts';
import { type ThingsToFind, thingsToFind } from './feel/things-to-find.ts';
import { median, partBelow } from './measure.ts';
import { decimals, type Finding, type Report } from './report.ts';
import type { Workshop } from './workshop.ts';

const TIMES = 40;
const QUICK_TIMES = 8;
const ROWS_SCROLLED = 20_000;
const QUICK_ROWS = 2_000;

const sales = 'Sales history';
const fulfillments = 'Fulfillments';

/** P6: how the screens feel with a million sales behind them, in a real browser. The goals are those of ui.md. */
export const feel = async (workshop: Workshop): Promise<Report> => {
  const { folder } = await workshop.bigShop();
  const things = thingsToFind(folder);
  const browser = await launchChromium();
  const { program, address } = await startBrowserTill(folder, []);
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-US' });
    const page = await context.newPage();
    await page.addInitScript(pageProbes);
    await page.goto(address);
    await page.locator('#list [data-row]').first().waitFor();
    await rest(page, 1_000);
    const times = workshop.quick ? QUICK_TIMES : TIMES;
    const findings: Finding[] = [];
    const found = (finding: Finding): void => {
      workshop.say(`${finding.what}: ${finding.ours} (${finding.against})`);
      findings.push(finding);
    };
    const typing = await search(page, things, times);
    found(findingOf('key to paint: a letter into the search field', typing.letters, 50));
    found(findingOf('search: from the last letter to the first rows', typing.rows, 50));
    found(findingOf('key to paint: J, the next sale', await nextRow(page, times), 50));
    found(await scroll(page, workshop.quick ? QUICK_ROWS : ROWS_SCROLLED));
    const switches = await screenSwitches(page, times);
    found(findingOf('screen switch: G F, to its rows', switches.toFulfillments, 100));
    found(findingOf('screen switch: G S, to its rows', switches.toSales, 100));
    found(findingOf('key to paint: J, the next fulfillment', await nextRow(page, times), 50));
    found(findingOf('scan to detail: an order, on Fulfillments', await scanOrders(page, things, times), 150));
    found(findingOf('scan to detail: a receipt, from the Queue', await scanReceipts(page, things, times), 150));
    return {
      id: 'P6b',
      title: 'Feel at a million sales',
      findings,
      notes: [
        `Median of ${times} times of each, beside it the 95th and 99th percentile; it is the median that is held against the goal, as everywhere. In a headless Chromium of 1366×768 that draws without a graphics card, beside the browser host on the same machine.`,
        `From the time stamp of the key, as the browser gives it, to the first task after the frame in which its effect is painted (requestAnimationFrame sees the effect, a message posted there arrives when that frame has been painted). Of a scan the key is its last one, Enter; of a pair its second, ${LETTER_MS} ms after the first.`,
        `Searched: words, names and numbers from all over the shop, ${LETTER_MS} ms from letter to letter; the rows are there when the newest sale that has the whole word, as SQLite says, stands first.`,
        `Scrolled: Sales history, ${PIXELS_A_FRAME} pixels a frame, the rows being fetched meanwhile. Dropped: of the frames at the pace that the page has at rest, those that requestAnimationFrame did not get.`,
      ],
    };
  } finally {
    await browser.close();
    await program.stop();
  }
};

const nextRow = (page: Page, times: number): Promise<number[]> =>
  several(times, async () => {
    const took = await press(page, ['j'], isThere.anotherRowThan(await activeRowOf(page)));
    await rest(page);
    return took;
  });

const screenSwitches = async (page: Page, times: number) => {
  const [toSales, toFulfillments]: [number[], number[]] = [[], []];
  await goTo(page, 's', sales);
  await several(times, async () => {
    toFulfillments.push(await pressPair(page, ['g', 'f'], isThere.screen(fulfillments)));
    await rest(page, 250);
    toSales.push(await pressPair(page, ['g', 's'], isThere.screen(sales)));
    await rest(page, 250);
    return 0;
  });
  await goTo(page, 'f', fulfillments);
  return { toSales, toFulfillments };
};

const scanOrders = async (page: Page, { orders }: ThingsToFind, times: number): Promise<number[]> =>
  several(times, async (at) => {
    const number = orders[at % orders.length] ?? '';
    const took = await press(page, [...number, 'Enter'], isThere.record(fulfillments, number));
    await rest(page, 250);
    return took;
  });

const scanReceipts = (page: Page, { receipts }: ThingsToFind, times: number): Promise<number[]> =>
  several(times, async (at) => {
    await page.keyboard.press('g');
    await page.keyboard.press('q');
    await page.getByRole('heading', { level: 1, name: 'Queue' }).waitFor();
    await rest(page, 250);
    const receipt = receipts[at % receipts.length] ?? '';
    return press(page, [...receipt, 'Enter'], isThere.record(sales, receipt));
  });

const search = async (page: Page, { words }: ThingsToFind, times: number) => {
  await goTo(page, 's', sales);
  const letters: number[] = [];
  const field = page.locator('search input');
  const rows = await several(times, async (at) => {
    const { word, saleId } = words[at % words.length] ?? { word: '', saleId: '' };
    await field.fill('');
    await rest(page, 400);
    for (let typed = 1; typed < word.length; typed += 1) {
      const took = await press(page, [word[typed - 1] ?? ''], isThere.typed(word.slice(0, typed)));
      letters.push(took);
      await rest(page, Math.max(0, LETTER_MS - took));
    }
    return press(page, [word.at(-1) ?? ''], isThere.first(saleId));
  });
  await field.fill('');
  await field.press('Escape');
  await rest(page, 400);
  return { letters, rows };
};

const findingOf = (what: string, took: readonly number[], most: number): Finding => {
  const [p95, p99] = [partBelow(took, 0.95), partBelow(took, 0.99)];
  return {
    what,
    ours: `${decimals(median(took), 0)} ms`,
    against: `p95 ${decimals(p95, 0)} ms, p99 ${decimals(p99, 0)} ms`,
    ratio: null,
    goal: `< ${most} ms`,
    reached: median(took) < most,
  };
};

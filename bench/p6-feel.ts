import type { Page } from 'playwright-core';
import { launchChromium } from '../test/support/chromium.ts';
import { startBrowserTill } from './browser-till.ts';
import { median } from './measure.ts';
import { pageProbes } from './million/page-probes.ts';
import { decimals, type Finding, type Report } from './report.ts';
import type { Workshop } from './workshop.ts';

const TIMES = 15;
const QUICK_TIMES = 5;

/** P6: how the screens feel with a million sales behind them, in a real browser. The goals are those of ui.md. */
export const feel = async (workshop: Workshop): Promise<Report> => {
  const { folder } = await workshop.bigShop();
  const browser = await launchChromium();
  const { program, address } = await startBrowserTill(folder, []);
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-US' });
    const page = await context.newPage();
    await page.addInitScript(pageProbes);
    await page.goto(address);
    await rowsShown(page);
    const times = workshop.quick ? QUICK_TIMES : TIMES;
    const said = (finding: Finding): Finding => {
      workshop.say(`${finding.what}: ${finding.ours}`);
      return finding;
    };
    const findings = [
      said(findingOf('key to paint: J, the next row', await keyToPaint(page, times), 50)),
      said(findingOf('screen switch: G S, to its rows', await screenSwitch(page, times), 100)),
    ];
    return {
      id: 'P6b',
      title: 'Feel at a million sales',
      findings,
      notes: [
        `Median of ${times} times of each and the slowest, in a headless Chromium of 1366×768 that draws without a graphics card, beside the browser host on the same machine.`,
        'From the time stamp of the key itself to after the frame in which its effect is painted.',
        'Scanning, searching and scrolling are not measured yet.',
      ],
    };
  } finally {
    await browser.close();
    await program.stop();
  }
};

const rowsShown = (page: Page) => page.locator('#list').getByRole('option').first().waitFor();

/** Presses keys; answers the ms from the last one to what it leads to. `isThere` is a function's source. */
const probe = async (page: Page, keys: readonly string[], isThere: string): Promise<number> => {
  await page.evaluate(`window.probeKey(${JSON.stringify(keys.at(-1))}, ${isThere})`);
  // All at once: none waits for the one before to be answered.
  await Promise.all(keys.map((key) => page.keyboard.press(key)));
  return page.evaluate<number>('window.probed');
};

const several = async (times: number, once: (at: number) => Promise<number>): Promise<number[]> => {
  const took: number[] = [];
  for (let at = 0; at < times; at++) took.push(await once(at));
  return took;
};

const activeRow = `document.getElementById('list').getAttribute('aria-activedescendant')`;

const keyToPaint = (page: Page, times: number): Promise<number[]> =>
  several(times, async () => {
    const before = await page.evaluate<string>(activeRow);
    return probe(page, ['j'], `() => ${activeRow} !== ${JSON.stringify(before)}`);
  });

const titleIs = (title: string): string =>
  `() => document.querySelector('h1')?.textContent === '${title}' && document.querySelector('#list [role=option]') !== null`;

const screenSwitch = (page: Page, times: number): Promise<number[]> =>
  several(times, async () => {
    const took = await probe(page, ['g', 's'], titleIs('Sales history'));
    await probe(page, ['g', 'f'], titleIs('Fulfillments'));
    return took;
  });

const findingOf = (what: string, took: readonly number[], most: number): Finding => ({
  what,
  ours: `${decimals(median(took), 0)} ms`,
  against: `${decimals(Math.max(...took), 0)} ms the slowest`,
  ratio: null,
  goal: `< ${most} ms`,
  reached: median(took) < most,
});

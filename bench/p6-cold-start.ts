import type { Browser } from 'playwright-core';
import { launchChromium } from '../test/support/chromium.ts';
import { startBrowserTill } from './browser-till.ts';
import { median } from './measure.ts';
import { type Report, seconds, thousands } from './report.ts';
import type { Workshop } from './workshop.ts';

const ROUNDS = 11;
const FIRST_ROUNDS = 3;
const MOST_MS = 1_500;

interface Start {
  readonly addressAfter: number;
  readonly rowsAfter: number;
}

/** One start of the browser host, in ms from the start of its process. */
const startOnce = async (browser: Browser, folder: string, env: Record<string, string>): Promise<Start> => {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage();
  const began = performance.now();
  const { program, address } = await startBrowserTill(folder, [], env);
  const addressAfter = performance.now() - began;
  await page.goto(address);
  await page.getByRole('option').first().waitFor();
  const rowsAfter = performance.now() - began;
  await page.context().close();
  await program.stop();
  return { addressAfter, rowsAfter };
};

/** P6, cold start: from the process's start to the first rows in a browser's window, with a large store's data. */
export const coldStart = async (workshop: Workshop): Promise<Report> => {
  const { folder, orders } = await workshop.bigShop();
  const browser = await launchChromium();
  const usual: Start[] = [];
  const first: Start[] = [];
  const start = async (into: Start[], env: Record<string, string>): Promise<void> => {
    const took = await startOnce(browser, folder, env);
    into.push(took);
    workshop.say(
      `${seconds(took.addressAfter)} until the server listens, ${seconds(took.rowsAfter)} to the first rows`,
    );
  };
  try {
    // The system's file cache is no part of it.
    await startOnce(browser, folder, {});
    for (let round = 0; round < FIRST_ROUNDS; round += 1) {
      await start(first, { NODE_COMPILE_CACHE: workshop.folder('nothing-compiled') });
    }
    for (let round = 0; round < ROUNDS; round += 1) await start(usual, {});
  } finally {
    await browser.close();
  }
  const rows = (starts: readonly Start[]): number => median(starts.map(({ rowsAfter }) => rowsAfter));
  const listens = (starts: readonly Start[]): string =>
    `${seconds(median(starts.map(({ addressAfter }) => addressAfter)))} of it until the server listens`;
  const ms = rows(usual);
  return {
    id: 'P6',
    title: `Cold start with ${thousands(orders)} orders`,
    findings: [
      {
        what: 'from the start to the first rows',
        ours: seconds(ms),
        against: listens(usual),
        ratio: null,
        goal: `≤ ${seconds(MOST_MS)}`,
        reached: ms <= MOST_MS,
      },
      {
        what: 'the first start after an installation',
        ours: seconds(rows(first)),
        against: listens(first),
        ratio: null,
        goal: '',
        reached: null,
      },
    ],
    notes: [
      `Median of ${ROUNDS} starts of the browser host, each a process of its own, to the first row in the window of a Chromium that runs already.`,
      `A start finds what Node compiled at an earlier one, in the folder for temporary files; the first one after an installation does not (median of ${FIRST_ROUNDS}).`,
      "The system's file cache is warm. The browser's is empty: it reads and compiles every script anew.",
    ],
  };
};

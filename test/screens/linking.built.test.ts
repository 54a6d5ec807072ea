import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startPracticeStore } from '../../src/practice-store/practice-store.ts';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { startTillbridge } from '../support/started-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { violations } from './accessible.ts';
import { fixToken, leavePractice, linkByWizard, practiseFirst, rebind, unlinkAndLinkAgain } from './linking-story.ts';

const noChromium = await whyNoChromium();
const TWO_MINUTES_MS = 120_000;
/** The states of the section that differ most. */
const looked: ReadonlySet<string> = new Set(['link-next', 'link-again', 'link-linked']);

describe.skipIf(noChromium)(`linking a store ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('from an empty folder to a first order within two minutes, then by the wizard to a store of one’s own, unlinked, linked again, its token fixed (R1, R3, R9, R80, R82, N12, F8)', {
    timeout: 180_000,
  }, async () => {
    const name = 'Fern & Co';
    const store = await startPracticeStore({ storeHash: 'fern', name });
    onTestFinished(store.stop);
    store.placeOrder({ customer: { firstName: 'Too', lastName: 'Early' }, statusId: 11 });
    const began = Date.now();
    const program = startTillbridge(temporaryFolder(), ['--no-open', '--port', '0', '--orders', '6', '--seed', '1']);
    onTestFinished(async () => void (await program.stop()));
    const printed = await program.line((line) => line.includes('#code='));
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'en-US' });
    onTestFinished(() => page.close());
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(printed.slice(printed.indexOf('http://')));

    await leavePractice(page);
    await practiseFirst(page);
    expect(Date.now() - began).toBeLessThan(TWO_MINUTES_MS);

    await leavePractice(page);
    const unread: string[] = [];
    const accessible = async (what: string): Promise<void> => {
      if (looked.has(what)) unread.push(...(await violations(page)));
    };
    await linkByWizard(page, store, accessible);
    expect(await page.getByText('Too Early').count(), 'what was placed before stays out').toBe(0);
    await unlinkAndLinkAgain(page, store, name, accessible);
    await rebind(page, accessible);
    await fixToken(page, store, accessible);
    expect(unread).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

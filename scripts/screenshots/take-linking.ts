import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startPracticeStore } from '../../src/practice-store/practice-store.ts';
import { fixToken, leavePractice, linkByWizard, rebind, unlinkAndLinkAgain } from '../../test/screens/linking-story.ts';
import { startTillbridge } from '../../test/support/started-program.ts';
import { shoot, wide } from './camera.ts';

/** A new till that links a store, and what can become of the link. */
export const takeLinking = async (browser: Browser): Promise<void> => {
  const name = 'Fern & Co';
  const folder = mkdtempSync(join(tmpdir(), 'tillbridge-linking-'));
  const store = await startPracticeStore({ storeHash: 'fern', name });
  store.placeOrders(20);
  const program = startTillbridge(folder, ['--host', 'browser', '--no-open', '--port', '0', '--orders', '6']);
  try {
    const printed = await program.line((line) => line.includes('#code='));
    const page = await browser.newPage({ viewport: wide, locale: 'en-US' });
    await page.goto(printed.slice(printed.indexOf('http://')));
    await leavePractice(page);
    await shoot(page, 'link-first-*');
    const picture = async (what: string): Promise<void> => {
      if (['link-next', 'link-linked'].includes(what)) await shoot(page, `${what}-*`);
    };
    await linkByWizard(page, store, picture);
    await unlinkAndLinkAgain(page, store, name, picture);
    await rebind(page, picture);
    await fixToken(page, store, picture);
    await page.close();
  } finally {
    await program.stop();
    await store.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { startElectronOnStandIn } from '../support/started-electron.ts';
import { startTillbridge } from '../support/started-program.ts';
import { makeFolder, temporaryFolder } from '../support/temporary-folder.ts';

const noChromium = await whyNoChromium();

const numberIn = (text: string | null): number => Number((text ?? '').replace(/\D/g, ''));

/** What a person reads: the count beside "All", of every fulfillment on this till. */
const fulfillmentCount = async (page: Page): Promise<number> => {
  const all = page.getByRole('radiogroup', { name: 'Status' }).locator('label', { hasText: 'All' });
  return numberIn(await all.textContent());
};

const saleCount = async (page: Page): Promise<number> =>
  numberIn(
    await page
      .getByText(/^[\d,.\s]+ sales?$/)
      .first()
      .textContent(),
  );

const open = async (page: Page, screen: 'Fulfillments' | 'Sales history'): Promise<void> => {
  await page.getByRole('link', { name: screen }).click();
  await page.getByRole('heading', { name: screen }).waitFor();
};

const reaches = async (read: () => Promise<number>, least: number): Promise<number> =>
  vi.waitFor(
    async () => {
      const count = await read();
      if (count < least) throw new Error(`${count} of ${least} so far.`);
      return count;
    },
    { timeout: 45_000, interval: 200 },
  );

const rows = (page: Page) => page.getByRole('option');

describe.skipIf(noChromium)(`the screens in a browser ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('a fresh machine shows 120 practice orders on both screens, and the next order by itself (R14, R15)', async () => {
    const program = startTillbridge(temporaryFolder(), ['--no-open', '--port', '0']);
    onTestFinished(async () => void (await program.stop()));
    const printed = await program.line((line) => line.includes('#code='));
    const page = await browser.newPage();
    onTestFinished(() => page.close());
    const violations: string[] = [];
    page.on('console', (message) => message.type() === 'error' && violations.push(message.text()));
    await page.goto(printed.slice(printed.indexOf('http://')));

    await open(page, 'Fulfillments');
    await reaches(() => fulfillmentCount(page), 120);
    await rows(page).first().waitFor();
    await open(page, 'Sales history');
    const sales = await reaches(() => saleCount(page), 120);
    await rows(page).first().waitFor();

    await reaches(() => saleCount(page), sales + 1);
    expect(page.url(), 'the code does not stay in the address').not.toContain('code=');
    expect(violations, 'nothing breaks the page’s own policy').toEqual([]);
  });
});

describe.skipIf(noChromium)(`the window that Electron builds ${noChromium || ''}`, () => {
  const folder = makeFolder();
  afterAll(folder.remove);

  test('shows rows through the built main process and preload, and cannot be led away (R84)', async () => {
    const { page, program, stop } = await startElectronOnStandIn([`--data=${folder.path}`, '--orders=40', '--seed=1']);
    onTestFinished(async () => expect(await stop()).toBe(0));
    expect(program.lines[0]).toContain('40 practice orders arrive');
    await open(page, 'Sales history');
    const sales = await reaches(() => saleCount(page), 20);
    await rows(page).first().waitFor();
    await open(page, 'Fulfillments');
    await rows(page).first().waitFor();

    expect(await page.evaluate('typeof require + typeof process + typeof module')).toBe('undefined'.repeat(3));
    expect(await page.evaluate('Object.keys(tillbridge)')).toEqual(['call', 'onEvent']);
    expect(await page.evaluate('fetch("https://example.com/").then(() => "reached", () => "refused")')).toBe('refused');
    const address = page.url();
    await page.evaluate('void (location.href = "https://example.com/")');
    await open(page, 'Sales history');
    expect(page.url().split('#')[0]).toBe(address.split('#')[0]);
    await reaches(() => saleCount(page), sales + 1);
  });
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, whyNoChromium } from '../support/chromium.ts';
import { isSelected, openShopWindow, people } from './shop-window.ts';

const noChromium = await whyNoChromium();

describe.skipIf(noChromium)(`the command palette ${noChromium || ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('Ctrl K does by name whatever can be done now, and says its keys: records, screens, settings, theme', async () => {
    const [first = ''] = people(1);
    const { page } = await openShopWindow(browser, { customers: [first] });
    await isSelected(page, first);
    await page.getByRole('button', { name: 'Start picking' }).waitFor();
    const palette = page.getByRole('dialog', { name: 'Commands' });
    const run = async (typed: string, name: string): Promise<void> => {
      await page.keyboard.press('Control+k');
      await palette.getByRole('combobox', { name: 'Type what you want to do' }).fill(typed);
      await palette.getByRole('option', { selected: true }).getByText(name, { exact: true }).waitFor();
      await page.keyboard.press('Enter');
      await palette.waitFor({ state: 'hidden' });
    };
    await run('start pick', 'Start picking');
    await page.getByRole('button', { name: 'Pick…', exact: true }).waitFor();
    await page.keyboard.press('Control+k');
    expect(await palette.getByRole('option', { name: /^Go to Stock/ }).innerText()).toMatch(/Go to Stock\s*G\s*K/);
    await page.keyboard.press('ArrowDown');
    await palette.getByRole('option', { selected: true }).waitFor();
    await page.keyboard.press('Control+k');
    await palette.waitFor({ state: 'hidden' });

    await run('stock go', 'Go to Stock');
    await page.getByRole('heading', { name: 'Stock', level: 1 }).waitFor();
    await page.keyboard.press('/');
    await run('audit', 'Settings › Audit log');
    await page.getByRole('heading', { name: 'Audit log' }).waitFor();
    await run('dark', 'Appearance: Dark');
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
    await run('deutsch', 'Language: Deutsch');
    await page.getByRole('heading', { name: 'Protokoll' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Eintippen, was zu tun ist' }).fill('gibt es nicht');
    await page.getByText('Nichts heißt „gibt es nicht“.').waitFor();
  });
});

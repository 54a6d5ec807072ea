import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type Page } from 'playwright-core';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { findElectron } from '../../src/main/hosts/cli/electron-binary.ts';
import { rootFolder } from '../support/started-program.ts';
import { makeFolder } from '../support/temporary-folder.ts';

const binary = await findElectron({ fetch: false });
const noDisplay = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

const whyNot = (): string | false => {
  if (binary === null) return "Electron's binary is not on this machine";
  return noDisplay && 'this machine has no display';
};

/** Chromium's sandbox does not start as root, which only a test machine's container is. */
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const pictures = join(rootFolder, 'test-results/electron');

const openWindow = async (...args: readonly string[]) => {
  const folder = makeFolder();
  const electron = await _electron.launch({
    executablePath: binary ?? '',
    args: [...asRoot, rootFolder, `--data=${folder.path}`, '--orders=12', '--seed=1', ...args],
  });
  onTestFinished(async () => {
    await electron.close();
    folder.remove();
  });
  return { electron, page: await electron.firstWindow() };
};

const untilSalesAreHere = (page: Page): Promise<void> =>
  vi.waitFor(
    async () => {
      const reply = await page.evaluate('tillbridge.call("sales.list", {})');
      expect(reply).toMatchObject({ ok: true, data: { rows: expect.arrayContaining([expect.anything()]) } });
    },
    { timeout: 30_000, interval: 200 },
  );

describe.skipIf(whyNot())(`the window in real Electron ${whyNot() || ''}`, () => {
  test('shows the screens and answers their calls, with no Node in reach (R84)', async () => {
    const { page } = await openWindow();
    expect(page.url()).toMatch(/^app:\/\/tillbridge\//);
    expect(await page.evaluate('typeof require + typeof process + typeof module')).toBe('undefined'.repeat(3));
    expect(await page.evaluate('Object.keys(tillbridge)')).toEqual(['call', 'onEvent']);
    await untilSalesAreHere(page);
    mkdirSync(pictures, { recursive: true });
    for (const screen of ['fulfillments', 'sales-history', 'stock']) {
      await page.evaluate(`void (location.hash = "/${screen}")`);
      await page.getByRole('option').first().waitFor();
      await page.screenshot({ path: join(pictures, `${screen}.png`) });
    }
  });

  test('cannot be led away, and opens no second window', async () => {
    const { electron, page } = await openWindow();
    await page.evaluate('void (location.href = "https://example.com/")');
    await page.evaluate('void window.open("https://example.com/")');
    expect(await page.evaluate('fetch("https://example.com/").then(() => "reached", () => "refused")')).toBe('refused');
    expect(page.url()).toMatch(/^app:\/\/tillbridge\//);
    expect(electron.windows()).toHaveLength(1);
  });

  test('is given no permission of the machine', async () => {
    const { page } = await openWindow();
    expect(await page.evaluate('Notification.requestPermission()')).toBe('denied');
    const camera = 'navigator.mediaDevices.getUserMedia({ video: true }).then(() => "given", () => "refused")';
    expect(await page.evaluate(camera)).toBe('refused');
  });

  test('fills the display where that is asked for, and opens a link that it was started with', async () => {
    const { electron, page } = await openWindow('--kiosk', 'tillbridge://order/424242');
    const kiosk = await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isKiosk());
    expect(kiosk).toBe(true);
    await vi.waitFor(async () => expect(await page.textContent('main')).toContain('424242'), { timeout: 20_000 });
  });
});

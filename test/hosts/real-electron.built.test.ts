import { _electron } from 'playwright-core';
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

const openWindow = async () => {
  const folder = makeFolder();
  const electron = await _electron.launch({
    executablePath: binary ?? '',
    args: [...asRoot, rootFolder, `--data=${folder.path}`, '--orders=12', '--seed=1'],
  });
  onTestFinished(async () => {
    await electron.close();
    folder.remove();
  });
  return { electron, page: await electron.firstWindow() };
};

describe.skipIf(whyNot())(`the window in real Electron ${whyNot() || ''}`, () => {
  test('shows the screens and answers their calls, with no Node in reach (R84)', async () => {
    const { page } = await openWindow();
    expect(page.url()).toMatch(/^app:\/\/tillbridge\//);
    expect(await page.evaluate('typeof require + typeof process + typeof module')).toBe('undefined'.repeat(3));
    expect(await page.evaluate('Object.keys(tillbridge)')).toEqual(['call', 'onEvent']);
    await vi.waitFor(
      async () => {
        const reply = await page.evaluate('tillbridge.call("sales.list", {})');
        expect(reply).toMatchObject({ ok: true, data: { rows: expect.arrayContaining([expect.anything()]) } });
      },
      { timeout: 30_000, interval: 200 },
    );
  });

  test('cannot be led away, and opens no second window', async () => {
    const { electron, page } = await openWindow();
    await page.evaluate('void (location.href = "https://example.com/")');
    await page.evaluate('void window.open("https://example.com/")');
    expect(await page.evaluate('fetch("https://example.com/").then(() => "reached", () => "refused")')).toBe('refused');
    expect(page.url()).toMatch(/^app:\/\/tillbridge\//);
    expect(electron.windows()).toHaveLength(1);
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createPatience, startAgainAfterCrash } from '../../src/main/hosts/desktop/crash-policy.ts';
import { readDeepLink, screenOf } from '../../src/main/hosts/desktop/deep-link.ts';
import { readLaunch } from '../../src/main/hosts/desktop/launch.ts';
import { openSettingsFile } from '../../src/main/hosts/desktop/settings-file.ts';
import { setAutostart } from '../../src/main/hosts/desktop/start-with-computer.ts';
import { keepWindowPlace, placeWindow, readWindowPlace, smallest } from '../../src/main/hosts/desktop/window-place.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('what the window is started with', () => {
  test('is the data folder, practice, full screen and the tray; the engine’s own switches are left alone', () => {
    const launch = readLaunch(['electron', '.', '--data=/shop', '--no-sandbox', '--orders=12', '--kiosk', '--hidden']);
    expect(launch).toMatchObject({ dataFolder: '/shop', kiosk: true, hidden: true, link: null });
    expect(launch.practice).toEqual({ asked: false, orders: 12, seed: undefined });
  });

  test('may be a link to an order, also in front of what Windows adds', () => {
    expect(readLaunch(['electron', '--allow-file-access', 'tillbridge://order/1234']).link).toEqual({
      orderId: '1234',
    });
  });

  test.each([
    'tillbridge://order/',
    'tillbridge://order/12a',
    'tillbridge://order/1234/../../settings',
    'tillbridge://order/1234?x=1',
    'tillbridge://order/1234#/settings',
    'tillbridge://settings',
    'tillbridge:order/1234',
    'https://order/1234',
    'tillbridge://order/12345678901234567890',
    ' tillbridge://order/1',
  ])('a link of another form opens nothing: %s', (text) => expect(readDeepLink(text)).toBeNull());

  test('a link leads to the order’s screen', () => {
    expect(screenOf(readDeepLink('TILLBRIDGE://order/1042/') ?? { orderId: '' })).toBe('/orders/1042');
  });
});

describe('where the window opens', () => {
  const display = { x: 0, y: 0, width: 1920, height: 1040 };
  const place = { x: 300, y: 200, width: 1400, height: 800, maximized: false };

  test('is where it was', () => {
    expect(placeWindow(place, [display])).toEqual({
      bounds: { x: 300, y: 200, width: 1400, height: 800 },
      maximized: false,
    });
  });

  test('is in sight when the display it was on is gone, and stays maximized', () => {
    const gone = placeWindow({ ...place, x: 2500, maximized: true }, [display]);
    expect(gone).toEqual({ bounds: { width: 1366, height: 768 }, maximized: true });
    expect(placeWindow({ ...place, x: 2500 }, [display, { ...display, x: 1920 }]).bounds).toMatchObject({ x: 2500 });
  });

  test('is in reach of a hand: never with its top above the display, or all but its edge beside it', () => {
    for (const off of [{ y: -40 }, { y: 1000 }, { x: 1900 }, { x: -1380 }]) {
      expect(placeWindow({ ...place, ...off }, [display]).bounds, JSON.stringify(off)).not.toHaveProperty('x');
    }
  });

  test('is never smaller than the screens need', () => {
    expect(placeWindow({ ...place, width: 300, height: 200 }, [display]).bounds).toMatchObject(smallest);
  });

  test('is kept between starts, and forgotten when damaged', () => {
    const file = join(temporaryFolder(), 'window', 'place.json');
    expect(readWindowPlace(file)).toBeNull();
    keepWindowPlace(file, place);
    expect(readWindowPlace(file)).toEqual(place);
    writeFileSync(file, '{"x":1');
    expect(readWindowPlace(file)).toBeNull();
  });
});

describe('the settings of this machine', () => {
  test('are kept, each on its own', () => {
    const folder = temporaryFolder();
    openSettingsFile(folder, 'linux').change({ kiosk: true, keepRunning: undefined });
    openSettingsFile(folder, 'linux').change({ notifyOrders: false });
    expect(openSettingsFile(folder, 'linux').read()).toEqual({
      kiosk: true,
      startWithComputer: false,
      keepRunning: false,
      notifyOrders: false,
    });
  });

  test('let closing keep orders coming where a tray can be relied on', () => {
    const folder = temporaryFolder();
    expect(openSettingsFile(folder, 'win32').read().keepRunning).toBe(true);
    expect(openSettingsFile(folder, 'linux').read().keepRunning).toBe(false);
  });

  test('are the usual ones where they are damaged, so that the window always opens', () => {
    const folder = temporaryFolder();
    for (const damaged of ['{"kiosk":tr', '[]', '{"kiosk":"yes"}']) {
      writeFileSync(join(folder, 'desktop.json'), damaged);
      expect(openSettingsFile(folder, 'linux').read().kiosk).toBe(false);
    }
  });

  test('start it with a Linux desktop, into the tray, and no longer', () => {
    const config = temporaryFolder();
    setAutostart(config, '/opt/Till "bridge"/tillbridge', true);
    const entry = readFileSync(join(config, 'autostart', 'tillbridge.desktop'), 'utf8');
    expect(entry).toContain('Exec="/opt/Till \\"bridge\\"/tillbridge" --hidden');
    setAutostart(config, '/opt/tillbridge', false);
    expect(() => readFileSync(join(config, 'autostart', 'tillbridge.desktop'))).toThrow('ENOENT');
    setAutostart(config, '/opt/tillbridge', false);
  });
});

describe('after a crash', () => {
  test('the screen is loaded again three times in ten minutes; then a person decides', () => {
    const tryAgain = createPatience();
    expect([0, 1_000, 2_000, 3_000].map(tryAgain)).toEqual([true, true, true, false]);
    expect(tryAgain(700_000)).toBe(true);
  });

  test('the app starts again three times in ten minutes, counted across its starts', () => {
    const folder = temporaryFolder();
    expect([0, 1, 2, 3].map((minute) => startAgainAfterCrash(folder, minute * 60_000))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(startAgainAfterCrash(folder, 60 * 60_000)).toBe(true);
  });
});

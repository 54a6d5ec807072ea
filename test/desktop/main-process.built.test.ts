import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { whyNoChromium } from '../support/chromium.ts';
import { startElectronOnStandIn } from '../support/started-electron.ts';
import { makeFolder, temporaryFolder } from '../support/temporary-folder.ts';
import {
  isRunning,
  linkedFolder,
  logged,
  openWindow,
  rows,
  settled,
  startWindow,
  status,
  type WindowOnStandIn,
} from './shop-on-stand-in.ts';

const noChromium = await whyNoChromium();
const settings = z.object({ settings: z.object({ kiosk: z.boolean(), keepRunning: z.boolean() }).nullable() });
const manager = { name: 'Manager', pin: '1234' };
const practice = (folder: string, ...more: string[]) => [`--data=${folder}`, '--orders=12', '--seed=1', ...more];

describe.skipIf(noChromium)(`the window’s main process, on the stand-in ${noChromium || ''}`, () => {
  test('a second process for the same folder ends at once and says nothing', async () => {
    await expect(startElectronOnStandIn(practice(temporaryFolder()), { STAND_IN_SECOND: 'yes' })).rejects.toThrow(
      'The program ended (0)',
    );
  });

  test('is registered for links, and opens the one it was started with', async () => {
    const { did, pageNow } = await openWindow(practice(temporaryFolder(), 'tillbridge://order/424242'));
    expect(await did('app.setAsDefaultProtocolClient')).toEqual([['tillbridge']]);
    await settled(async () => expect(await pageNow().textContent('main')).toContain('424242'));
  });

  test('opens where it was closed, and in sight when that display is gone', async () => {
    const folder = temporaryFolder();
    const first = await openWindow(practice(folder));
    expect((await first.did('window'))[0]?.[0]).toMatchObject({ width: 1366, height: 768 });
    await first.program.ask('closeWindow');
    expect(await first.program.ended()).toBe(0);
    const again = await openWindow(practice(folder));
    expect((await again.did('window'))[0]?.[0]).toMatchObject({ x: 40, y: 30, width: 1280, height: 720 });
    await again.stop();
    const gone = await openWindow(practice(folder), {
      STAND_IN_DISPLAY: '{"x":5000,"y":0,"width":1024,"height":600}',
    });
    const [[options]] = (await gone.did('window')) as [[object]];
    expect(options).not.toHaveProperty('x');
  });

  test('in full screen nobody but a manager leaves', async () => {
    const folder = temporaryFolder();
    const { program, reply, call, did } = await openWindow(practice(folder, '--kiosk'));
    expect((await did('window'))[0]?.[0]).toMatchObject({ kiosk: true });
    await program.ask('closeWindow');
    expect(await program.ask('menu')).toContainEqual({ label: 'Quit', enabled: false });
    expect(await reply('desktop.change', { kiosk: true })).toMatchObject({ fault: { code: 'manager_needed' } });
    await call('staff.signIn', manager, z.unknown());
    await call('desktop.change', { kiosk: true }, settings);
    expect(JSON.parse(readFileSync(join(folder, 'desktop.json'), 'utf8'))).toMatchObject({ kiosk: true });
    await call('desktop.quit', {}, z.unknown());
    expect(await program.ended()).toBe(0);
    const again = await openWindow(practice(folder));
    expect((await again.did('window'))[0]?.[0]).toMatchObject({ kiosk: true });
    expect(await again.reply('desktop.quit', {})).toMatchObject({ fault: { code: 'manager_needed' } });
    await again.call('staff.signIn', manager, z.unknown());
    await again.call('desktop.change', { kiosk: false }, settings);
    expect(await again.program.ask('windowIs')).toMatchObject({ kiosk: false });
  });

  test('starts with the computer, into the tray', async () => {
    const config = temporaryFolder();
    const { program, call } = await openWindow(practice(temporaryFolder(), '--hidden'), { STAND_IN_APP_DATA: config });
    expect(await program.ask('windowIs')).toMatchObject({ visible: false });
    await call('staff.signIn', manager, z.unknown());
    await call('desktop.change', { startWithComputer: true }, settings);
    if (process.platform === 'linux') {
      expect(readFileSync(join(config, 'autostart', 'tillbridge.desktop'), 'utf8')).toContain('--hidden');
    }
  });

  test('quitting with unsent work says so; it is kept, and goes out with the next start', async () => {
    const { folder, store } = await linkedFolder();
    await store.open({ orders: 4 });
    const first = await openWindow([`--data=${folder}`]);
    const productId = await settled(async () => {
      const list = await first.call('products.list', {}, rows);
      const stocked = list.rows.find((row) => row.stocked && row.bigcommerceVariantId !== null);
      expect(stocked).toBeDefined();
      return stocked?.productId;
    });
    await first.program.ask('power', 'suspend');
    await settled(async () => expect((await first.call('sync.status', {}, status)).nextTryAt).toBeNull());
    await first.call('staff.signIn', manager, z.unknown());
    await first.call('stock.count', { productId, quantity: 31 }, z.unknown());
    await first.program.ask('closeWindow');
    await settled(async () => expect(await first.did('dialog.showMessageBox')).toHaveLength(1));
    const [[question]] = (await first.did('dialog.showMessageBox')) as [[{ message: string }]];
    expect(question.message).toMatch(/^\d+ changes? ha(s|ve) not been sent to BigCommerce yet/);
    expect(isRunning(folder), 'the first button stays').toBe(true);
    await first.program.ask('answer', 1);
    await first.program.ask('closeWindow');
    expect(await first.program.ended()).toBe(0);
    expect(isRunning(folder)).toBe(false);

    const next = await openWindow([`--data=${folder}`]);
    await settled(async () => expect((await next.call('sync.status', {}, status)).outbox.pending).toBe(0));
    const explained = await next.call('stock.explain', { productId }, z.object({ onHand: z.number() }));
    expect(explained.onHand).toBe(31);
  });
});

describe.skipIf(noChromium)(`a day of one window, on the stand-in ${noChromium || ''}`, () => {
  const folder = makeFolder();
  let window: WindowOnStandIn;
  beforeAll(async () => {
    mkdirSync(join(folder.path, 'window'), { recursive: true });
    writeFileSync(join(folder.path, 'window', 'place.json'), '{"x":');
    writeFileSync(join(folder.path, 'desktop.json'), 'kiosk');
    window = await startWindow(practice(folder.path));
  });
  afterAll(folder.remove);

  test('orders that arrive behind another window are told by the system; clicked, it opens the queue', async () => {
    const { program, call, did, pageNow } = window;
    await program.ask('minimize');
    await settled(async () => expect(await did('notification')).not.toEqual([]));
    const shown = (await did('notification')).map(([options]) => z.object({ title: z.string() }).parse(options).title);
    expect(shown.some((title) => /new order/i.test(title))).toBe(true);
    await program.ask('clickNotification');
    await settled(() => expect(pageNow().url()).toMatch(/#\/(fulfillments|stock)/));
    expect(await program.ask('windowIs')).toMatchObject({ focused: true });
    await call('desktop.change', { notifyOrders: false }, settings);
  });

  test('a second start brings the first to the front, and a link it was started with opens its sale', async () => {
    const { program, call, pageNow } = window;
    const sale = await settled(async () => {
      const list = await call('sales.list', {}, rows);
      expect(list.rows.length).toBeGreaterThan(3);
      return list.rows.at(-1);
    });
    await program.ask('minimize');
    await program.ask('app', 'second-instance', ['tillbridge', `tillbridge://order/${sale?.orderId}`]);
    expect(await program.ask('windowIs')).toMatchObject({ minimized: false, visible: true, focused: true });
    const detail = pageNow().getByRole('region', { name: 'Sale', exact: true });
    await settled(async () => expect(await detail.textContent()).toContain(String(sale?.receiptNumber)));
    await program.ask('app', 'open-url', 'tillbridge://order/999999');
    await settled(async () => expect(await pageNow().textContent('main')).toContain('999999'));
    expect(new URL(pageNow().url()).hash).toBe('#/sales-history');
  });

  test('closed into the tray it goes on receiving orders, and comes back with a click', async () => {
    const { program, call, did } = window;
    await call('desktop.change', { keepRunning: true }, settings);
    await program.ask('closeWindow');
    expect(await program.ask('windowIs')).toMatchObject({ visible: false });
    const before = (await call('sync.status', {}, status)).lastPulledAt;
    await settled(async () => expect((await call('sync.status', {}, status)).lastPulledAt).not.toBe(before));
    await program.ask('trayClick');
    expect(await program.ask('windowIs')).toMatchObject({ visible: true, focused: true });
    expect((await did('tray.setToolTip')).at(-1)?.[0]).toMatch(/^Tillbridge: /);
  });

  test('asleep it begins no exchange, what staff do is kept, and awake it goes out', async () => {
    const { program, call, did } = window;
    const productId = await settled(async () => {
      const list = await call('products.list', {}, rows);
      const stocked = list.rows.find((row) => row.stocked && row.bigcommerceVariantId !== null);
      expect(stocked).toBeDefined();
      return stocked?.productId;
    });
    await program.ask('power', 'suspend');
    await settled(async () => expect((await call('sync.status', {}, status)).nextTryAt).toBeNull());
    await call('staff.signIn', manager, z.unknown());
    await call('stock.count', { productId, quantity: 77 }, z.unknown());
    expect((await call('sync.status', {}, status)).outbox.pending).toBeGreaterThan(0);
    await settled(async () => expect(Number((await did('app.setBadgeCount')).at(-1)?.[0])).toBeGreaterThan(0));
    await program.ask('power', 'resume');
    await settled(async () => expect((await call('sync.status', {}, status)).outbox.pending).toBe(0));
    await settled(async () => expect((await did('app.setBadgeCount')).at(-1)).toEqual([0]));
  });

  test('what ends it is in its log; damaged settings and a damaged place kept nobody from working', async () => {
    expect((await window.call('desktop.get', {}, settings)).settings).toMatchObject({ kiosk: false });
    expect(await window.stop()).toBe(0);
    expect(logged(folder.path, 'app.leaving')).toMatchObject([{ by: 'system' }]);
    expect(logged(folder.path, 'app.stopped')).toHaveLength(1);
    expect(logged(folder.path, 'app.started')).toMatchObject([{ host: 'electron', platform: process.platform }]);
  });
});

import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { whyNoChromium } from '../support/chromium.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { isRunning, linkedFolder, logged, openWindow, rows, settled, status } from './shop-on-stand-in.ts';

const noChromium = await whyNoChromium();
const manager = { name: 'Manager', pin: '1234' };
const crashed = z.object({ crashed: z.object({ doing: z.string() }).nullable() });

/** Every sale's number, and the figure of each product: what must be there afterwards, once each. */
const book = async ({ call }: Awaited<ReturnType<typeof openWindow>>) => {
  const sales = await call('sales.list', { limit: 250 }, rows);
  const stock = await call('stock.list', { limit: 250 }, rows);
  return {
    orders: sales.rows.map(({ orderId }) => String(orderId)).sort(),
    onHand: Object.fromEntries(stock.rows.map(({ sku, onHand }) => [sku, onHand])),
  };
};

describe.skipIf(noChromium)(`what staff see when a part is killed, on the stand-in ${noChromium || ''}`, () => {
  test('the screen: it is back by itself, where it was signed in, with everything', async () => {
    const { folder, store } = await linkedFolder();
    await store.open({ orders: 10 });
    const window = await openWindow([`--data=${folder}`]);
    await settled(async () => expect((await book(window)).orders.length).toBeGreaterThan(5));
    await window.call('staff.signIn', manager, z.unknown());
    const productId = (await window.call('products.list', {}, rows)).rows.find(({ stocked }) => stocked)?.productId;
    await window.call('stock.count', { productId, quantity: 12 }, z.unknown());
    const before = await book(window);
    const old = window.pageNow();
    await window.program.ask('killRenderer');
    await settled(() => expect(window.pageNow()).not.toBe(old));
    await settled(async () => expect(await window.pageNow().getByRole('option').count()).toBeGreaterThan(0));
    expect(await book(window)).toEqual(before);
    expect(logged(folder, 'window.gone')).toMatchObject([{ level: 'warning', reason: 'crashed' }]);
    expect(await window.reply('desktop.change', { kiosk: false })).toMatchObject({ ok: true });
  });

  test('the main process, in the middle of importing and counting: the next start says so, and nothing is lost or doubled', async () => {
    const { folder, store } = await linkedFolder();
    await store.open({ orders: 40 });
    const first = await openWindow([`--data=${folder}`]);
    const productId = await settled(async () => {
      const product = (await first.call('products.list', {}, rows)).rows.find(({ stocked }) => stocked);
      expect(product).toBeDefined();
      return product?.productId;
    });
    await first.call('staff.signIn', manager, z.unknown());
    // An answer means "recorded": this one has to be there afterwards (law 3).
    await first.call('stock.count', { productId, quantity: 19 }, z.unknown());
    first.program.child.kill('SIGKILL');
    await first.program.ended();
    expect(isRunning(folder)).toBe(true);

    const next = await openWindow([`--data=${folder}`]);
    expect(await next.call('desktop.get', {}, crashed)).toMatchObject({ crashed: { doing: 'open' } });
    await settled(async () => expect(await next.pageNow().textContent('footer')).toContain('cut off last time'));
    expect(logged(folder, 'app.crashed_before')).toHaveLength(1);
    await settled(async () => {
      expect(await next.call('sync.status', {}, status)).toMatchObject({ state: 'idle', outbox: { pending: 0 } });
    });
    const { orders } = await book(next);
    expect(new Set(orders).size).toBe(orders.length);
    const explained = z.object({ onHand: z.number(), movements: z.array(z.record(z.string(), z.unknown())) });
    const { movements, onHand } = await next.call('stock.explain', { productId }, explained);
    expect(movements.reduce((sum, { quantity }) => sum + Number(quantity), 0)).toBe(onHand);
    expect(movements.some(({ cause }) => /count/i.test(JSON.stringify(cause)))).toBe(true);
    expect(await next.program.stop()).toBe(0);
    expect(isRunning(folder)).toBe(false);
  });

  test('a bug of our own in the main process: it is in the log, and the app starts again, but not for ever', async () => {
    const folder = temporaryFolder();
    const args = [`--data=${folder}`, '--orders=3', '--seed=1'];
    for (const again of [true, true, true, false]) {
      const { program } = await openWindow(args);
      // It may be gone before it could answer.
      void program.ask('throw').catch(() => undefined);
      expect(await program.ended()).toBe(1);
      expect(program.lines.includes('Stand-in: relaunch.')).toBe(again);
    }
    expect(logged(folder, 'app.crashed')).toHaveLength(4);
    expect(logged(folder, 'app.crashed')[0]).toMatchObject({ level: 'error', message: 'A bug of our own.' });
  });
});

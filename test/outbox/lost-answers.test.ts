import { describe, expect, test } from 'vitest';
import type { Fault, PracticeStoreOptions } from '../../src/practice-store/practice-store.ts';
import { LOOK_GAP_MS } from '../stock-push/direct-till.ts';
import { mailsTo, openOutboxShop, shipmentsThere, statusThere } from './outbox-shop.ts';

const posts = { method: 'POST', path: /shipments$/ };

/** An order of which one mug of two is about to leave: what is left would let it be shipped twice. */
const openShipping = async (options: PracticeStoreOptions = {}) => {
  const shop = await openOutboxShop({ takesTooManyPieces: true, ...options });
  const orderId = await shop.order();
  const staff = shop.staff(orderId);
  staff.packAll();
  await shop.till.exchange();
  staff.ship({ pieces: { MUG: 1 } });
  const entry = () => shop.entries(orderId).at(-1);
  return { ...shop, orderId, staff, entry };
};

const after: readonly [string, Fault][] = [
  ['an answer that was lost', { kind: 'lost_answer', match: posts }],
  ["a gateway's timeout", { kind: 'lost_answer', status: 408, match: posts }],
  ['a server error after the effect', { kind: 'lost_answer', status: 503, match: posts }],
  ['a line that broke after it arrived', { kind: 'reset', when: 'after-effect', match: posts }],
  ['an answer that broke off', { kind: 'truncated', match: posts }],
  ['a line that broke in the answer', { kind: 'reset', when: 'mid-body', match: posts }],
];

const before: readonly [string, Fault][] = [
  ['a line that broke before it took effect', { kind: 'reset', when: 'before', match: posts }],
  ['a server error before the effect', { kind: 'answer', status: 500, match: posts }],
  ['a web page', { kind: 'html', match: posts }],
  ['an answer with nothing in it', { kind: 'empty', match: posts }],
];

describe('a shipment of unknown outcome is looked for before it is sent again (design law 4, §6.4)', () => {
  test.each(after)('%s: one shipment, and one e-mail to the customer', async (_, fault) => {
    const shop = await openShipping();
    shop.store.script(fault);
    await shop.till.exchange();
    expect(shop.entry()).toMatchObject({ state: 'sending', attempts: 1 });
    await shop.till.exchange();
    expect(shop.entry(), 'it may take a while to be listed').toMatchObject({ state: 'sending' });
    shop.wait(LOOK_GAP_MS);
    await shop.till.exchange();
    expect(shop.entry()).toMatchObject({ state: 'sent', attempts: 1 });
    expect(shipmentsThere(shop.store, shop.orderId)).toHaveLength(1);
    expect(mailsTo(shop.store, shop.orderId).filter((about) => about === 'shipment')).toHaveLength(1);
    expect(statusThere(shop.store, shop.orderId)).toBe(3);
  });

  test.each(before)('%s: it is sent again, once it was looked for twice', async (_, fault) => {
    const shop = await openShipping();
    shop.store.script(fault);
    await shop.till.exchange();
    for (const looks of [1, 2]) {
      shop.wait(LOOK_GAP_MS - 1);
      await shop.till.exchange();
      expect(shop.entry(), `before look ${looks}`).toMatchObject({ state: 'sending' });
      shop.wait(1);
      await shop.till.exchange();
    }
    expect(shop.entry()).toMatchObject({ state: 'sent', attempts: 2 });
    expect(shipmentsThere(shop.store, shop.orderId)).toHaveLength(1);
  });

  test('where a shipment takes longer to be listed than the first look, it is still made once', async () => {
    const shop = await openShipping({ shipmentsDelayMs: LOOK_GAP_MS + 30_000 });
    shop.store.script({ kind: 'lost_answer', match: posts });
    await shop.settle();
    expect(shop.entry()).toMatchObject({ state: 'sent', attempts: 1 });
    expect(shipmentsThere(shop.store, shop.orderId)).toHaveLength(1);
  });

  test('while the order counts pieces that no listed shipment has, it is not sent again', async () => {
    const shop = await openShipping({ shipmentsDelayMs: 10 * LOOK_GAP_MS });
    shop.store.script({ kind: 'lost_answer', match: posts });
    await shop.settle();
    expect(shop.entry()).toMatchObject({ state: 'sending', attempts: 1 });
    await shop.settle();
    expect(shop.entry()).toMatchObject({ state: 'sent', attempts: 1 });
    expect(shipmentsThere(shop.store, shop.orderId)).toHaveLength(1);
  });

  test('once BigCommerce has answered that it took it, its list is not needed any more', async () => {
    const shop = await openShipping({ shipmentsDelayMs: 3_600_000, shipmentsMoveStatus: false });
    let isPosted = false;
    await shop.till.exchange({
      before: (method) => {
        if (!isPosted || method !== 'GET') return;
        shop.till.crash();
        throw new Error('The machine was stopped before it looked at the order.');
      },
      after: (method) => {
        isPosted ||= method === 'POST';
      },
    });
    expect(shop.entry()).toMatchObject({ state: 'sending', attempts: 1 });
    await shop.till.exchange();
    expect(shop.entry()).toMatchObject({ state: 'sent', attempts: 1 });
    expect(shipmentsThere(shop.store, shop.orderId)).toHaveLength(1);
    expect(statusThere(shop.store, shop.orderId), 'the status that was left to set').toBe(3);
  });

  test('stopped before it was sent, and stopped after: one shipment each (R88)', async () => {
    for (const when of ['before', 'after'] as const) {
      const shop = await openShipping();
      const stop = (method: string, path: string) => {
        if (method !== 'POST' || !/shipments$/.test(path)) return;
        shop.till.crash();
        throw new Error('The machine was stopped.');
      };
      await shop.till.exchange({ [when]: stop });
      expect(shop.entry(), when).toMatchObject({ state: 'sending' });
      await shop.settle();
      expect(shop.entry(), when).toMatchObject({ state: 'sent' });
      expect(shipmentsThere(shop.store, shop.orderId), when).toHaveLength(1);
    }
  });

  test('a data folder restored from before it was sent does not send it again', async () => {
    const shop = await openShipping();
    await shop.till.exchange();
    shop.till.db().run(
      `UPDATE outbox_entries SET state = 'pending', attempts = 0, sent_at = NULL, accepted_at = NULL, ended_at = NULL,
              next_attempt_at = 0 WHERE kind = 'shipment'`,
    );
    await shop.till.exchange();
    expect(shop.entry()).toMatchObject({ state: 'sent', attempts: 0 });
    expect(shipmentsThere(shop.store, shop.orderId)).toHaveLength(1);
  });

  test('a shipment with our mark and other pieces is for somebody to look at', async () => {
    const shop = await openShipping();
    const { marker } = shop.till
      .db()
      .get<{ marker: string }>("SELECT marker FROM outbox_entries WHERE kind = 'shipment'") ?? { marker: '' };
    shop.store.ship(shop.orderId, {
      items: [{ lineId: shop.lineId(shop.orderId, 'MUG'), quantity: 2 }],
      comments: `ref:${marker}`,
    });
    await shop.till.exchange();
    expect(shop.entry()?.state).toBe('parked');
    expect(shop.entry()?.lastAnswer).toMatch(/with the mark of this one, and other pieces/);
  });
});

describe('a status of unknown outcome is read back', () => {
  const puts = { method: 'PUT', path: /\/v2\/orders\/\d+$/ };

  test.each([
    ['took effect', { kind: 'lost_answer', match: puts } as const, 1],
    ['did not', { kind: 'answer', status: 500, match: puts } as const, 2],
  ])('where it %s', async (_, fault, sent) => {
    const shop = await openOutboxShop();
    const orderId = await shop.order();
    shop.staff(orderId).packAll();
    shop.store.script(fault);
    await shop.till.exchange();
    expect(shop.entries(orderId)).toMatchObject([{ state: 'sending', attempts: 1 }]);
    shop.wait(60_000);
    await shop.till.exchange();
    expect(shop.entries(orderId)).toMatchObject([{ state: 'sent', attempts: sent }]);
    expect(shop.store.received.filter(({ method }) => method === 'PUT')).toHaveLength(sent);
    expect(mailsTo(shop.store, orderId)).toEqual(['status']);
  });
});

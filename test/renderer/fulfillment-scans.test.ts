import { describe, expect, test } from 'vitest';
import { fulfillment, line, openOrder } from './order-on-the-desk.ts';

/** What the last scan came to. */
const last = ({ scans }: ReturnType<typeof openOrder>) => {
  const { outcome, sentence } = scans.store.getState().last ?? {};
  return { outcome, sentence };
};

/** Resolves once `count` scans have been answered. */
const answered = ({ scans }: ReturnType<typeof openOrder>, count: number): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if ((scans.store.getState().last?.count ?? 0) >= count) resolve();
    };
    scans.store.subscribe(look);
    look();
  });

const opened = async (...order: Parameters<typeof openOrder>) => {
  const shop = openOrder(...order);
  shop.views.show('f1');
  await shop.views.newest('f1');
  return shop;
};

describe('scanning with an order open (R92)', () => {
  test('pieces scanned faster than the till answers, from before the order was read, are all counted in their order', async () => {
    let waiting: (() => void)[] = [];
    const slow = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));
    const shop = openOrder(fulfillment(), slow);
    shop.views.show('f1');
    for (const code of ['MUG-BLUE', '4006381333931', 'mug-blue', 'MUG-BLUE']) shop.scans.scan(code);
    const answering = setInterval(() => {
      const now = waiting;
      waiting = [];
      for (const go of now) go();
    }, 1);
    await answered(shop, 4);
    clearInterval(answering);
    expect(shop.now().lines[0]?.picked).toBe(3);
    expect(shop.sounds, 'the fourth was one too many').toEqual(['ok', 'ok', 'complete', 'refused']);
  });

  test('every scan of a burst picks one, and the last one says that everything is picked', async () => {
    const shop = await opened(fulfillment());
    for (let count = 0; count < 3; count += 1) shop.scans.scan('MUG-BLUE');
    await answered(shop, 3);
    expect(shop.now().lines[0]?.picked).toBe(3);
    expect(shop.asked.filter((name) => name === 'fulfillments.pick')).toHaveLength(3);
    expect(shop.sounds).toEqual(['ok', 'ok', 'complete']);
    expect(last(shop).sentence).toBe('Blue Mug: that was the last one. Everything is picked.');
  });

  test('a wrong item is refused aloud, named where it is known, and changes nothing', async () => {
    const shop = await opened(fulfillment());
    shop.scans.scan('TEA-ASSAM');
    await answered(shop, 1);
    expect(last(shop)).toEqual({
      outcome: 'refused',
      sentence: 'Wrong item: “TEA-ASSAM” is not on this order. Nothing was changed.',
    });
    expect(shop.notice()).toBe(last(shop).sentence);
    expect(shop.sounds).toEqual(['refused']);
    expect(shop.now().version).toBe(1);
  });

  test('one more of a complete line is refused', async () => {
    const shop = await opened(fulfillment({ lines: [line({ picked: 3 })] }));
    shop.scans.scan('MUG-BLUE');
    await answered(shop, 1);
    expect(last(shop)).toEqual({
      outcome: 'refused',
      sentence: 'Blue Mug: all of it is picked already. Put this one back.',
    });
    expect(shop.asked).not.toContain('fulfillments.pick');
  });

  test('when the order changed meanwhile the scan is judged once more by what it is now (R90)', async () => {
    const shop = await opened(fulfillment());
    shop.change({ lines: [line({ ordered: 2 })] });
    shop.scans.scan('MUG-BLUE');
    await answered(shop, 1);
    expect(shop.now().lines[0]?.picked).toBe(1);
    expect(last(shop)).toEqual({ outcome: 'ok', sentence: 'Blue Mug: 1 of 2' });

    shop.change({ status: 'cancelled', lines: [line({ ordered: 0, picked: 1, putBack: 1 })] });
    shop.scans.scan('MUG-BLUE');
    await answered(shop, 2);
    expect(last(shop), 'a cancelled order takes its piece back').toEqual({
      outcome: 'ok',
      sentence: 'Blue Mug: put back.',
    });
  });
});

describe('a step that a change overtook', () => {
  test('is offered once more where it is possible still, and is done with one press (R90)', async () => {
    const shop = await opened(fulfillment());
    shop.change({ staffNotes: 'call first' });
    const step = shop.desk.steps.pieces('pick', [{ lineId: '1', quantity: 2 }]);
    await shop.work.run('f1', step);
    expect(shop.desk.store.getState().offer).toMatchObject({ fulfillmentId: 'f1', what: 'pick 2 pieces' });
    expect(shop.notice()).toBe('The order changed meanwhile, so this was not done: pick 2 pieces');
    expect(shop.views.store.getState().view?.staffNotes).toBe('call first');
    await shop.desk.takeOffer();
    expect(shop.now().lines[0]?.picked).toBe(2);
    expect(shop.desk.store.getState().offer).toBeNull();
  });

  test('is not offered where the change left nothing of it to do', async () => {
    const shop = await opened(fulfillment());
    shop.change({ lines: [line({ picked: 3 })] });
    await shop.work.run('f1', shop.desk.steps.pieces('pick', [{ lineId: '1', quantity: 2 }]));
    expect(shop.desk.store.getState().offer).toBeNull();
    expect(shop.notice()).toMatch(/cannot be done any more/);
  });
});

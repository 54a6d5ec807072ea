import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { ScenarioName } from '../../src/contract/training.ts';
import { createTraining } from '../../src/main/hosts/practice/training.ts';
import { openLinkedTill, openStore } from '../support/linked-till.ts';
import { startTillbridge } from '../support/started-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const wait = { timeout: 50_000, interval: 50 };

/** Somebody who practises: does what each step says, as a screen would. Payments come once `mayBePaid`. */
const openTraining = async (mayBePaid: Promise<void> = Promise.resolve()) => {
  const store = await openStore({ seed: 2 });
  const till = await openLinkedTill(store);
  till.app.startSync();
  const training = createTraining({
    app: till.app,
    act: async (act) => {
      if (act.kind === 'order') return store.placeOrder(act.draft);
      // Gone until the test says that it is back.
      if (act.kind === 'refuse') store.script({ kind: 'reset', when: 'before', times: Number.POSITIVE_INFINITY });
      else {
        if (act.kind === 'pay') await mayBePaid;
        store[act.kind](act.orderId);
      }
      return null;
    },
    // Nobody reads here.
    pause: (ms, signal) => delay(Math.min(ms, 100), undefined, { signal }),
    onFailure: (error) => {
      throw error;
    },
  });
  onTestFinished(() => void training.stop());
  const begin = async (scenario: ScenarioName) => {
    training.start(scenario);
    return vi.waitFor(async () => {
      const orderId = training.status().running?.orderId;
      const { rows } = await till.call('fulfillments.list', { segment: 'all', search: orderId ?? 'none' });
      if (rows[0] === undefined) throw new Error('It has not arrived yet.');
      return rows[0];
    }, wait);
  };
  const done = (steps: number) => vi.waitFor(() => expect(training.status().running?.done).toBe(steps), wait);
  const now = (fulfillmentId: string) => till.call('fulfillments.get', { fulfillmentId });
  const pack = async (fulfillmentId: string, only?: 'pick') => {
    const before = await now(fulfillmentId);
    const lines = before.lines.map(({ lineId, ordered }) => ({ lineId, quantity: ordered }));
    const { version } = await till.call('fulfillments.pick', { fulfillmentId, version: before.version, lines });
    if (only === undefined) await till.call('fulfillments.pack', { fulfillmentId, version, lines });
  };
  return { store, till, training, begin, done, now, pack };
};

test('cancelled after packing: the order is cancelled once it is packed, and is done when its pieces are back (N12)', async () => {
  const { till, begin, done, now, pack } = await openTraining();
  const { fulfillmentId } = await begin('cancelled-after-packing');
  await done(0);
  await pack(fulfillmentId);
  await done(2);
  const { version, lines } = await now(fulfillmentId);
  const back = lines.map(({ lineId, picked }) => ({ lineId, quantity: picked }));
  await till.call('fulfillments.putBack', { fulfillmentId, version, lines: back });
  await done(3);
}, 120_000);

test('paid at last: it cannot be handed over before the payment, which comes once it is packed (N12)', async () => {
  let letPay = (): void => undefined;
  const { till, begin, done, now, pack } = await openTraining(
    new Promise((resolve) => {
      letPay = resolve;
    }),
  );
  const { fulfillmentId } = await begin('paid-at-last');
  await pack(fulfillmentId);
  const { version } = await now(fulfillmentId);
  const wish = { fulfillmentId, version, recipientName: 'Robin' };
  await done(1);
  expect(await till.reply('fulfillments.handOver', wish)).toMatchObject({ ok: false, fault: { code: 'not_paid' } });
  letPay();
  await done(2);
  await till.call('fulfillments.handOver', { ...wish, version: (await now(fulfillmentId)).version });
  await done(3);
}, 120_000);

test('network gone: it goes while picking, what is shipped meanwhile waits, and goes out when it is back (N12)', async () => {
  const { store, till, begin, done, now, pack } = await openTraining();
  const { fulfillmentId } = await begin('network-gone');
  await pack(fulfillmentId, 'pick');
  await vi.waitFor(async () => expect((await till.call('sync.status', {})).state).toBe('offline'), wait);
  const { version, lines } = await now(fulfillmentId);
  const all = lines.map(({ lineId, ordered }) => ({ lineId, quantity: ordered }));
  const packed = await till.call('fulfillments.pack', { fulfillmentId, version, lines: all });
  await till.call('fulfillments.ship', { fulfillmentId, version: packed.version, lines: all, trackingNumber: 'T-1' });
  await done(2);
  expect(store.applied.some(({ kind }) => kind === 'shipment_created')).toBe(false);
  store.clearScript();
  await done(3);
  expect(store.applied.some(({ kind }) => kind === 'shipment_created')).toBe(true);
}, 120_000);

test('a scenario that there is not is answered with a list of them, and nothing is started', async () => {
  const program = startTillbridge(temporaryFolder(), ['--scenario', 'flood']);
  let told = '';
  program.child.stderr?.on('data', (chunk: Buffer) => {
    told += chunk.toString();
  });
  expect(await program.ended()).toBe(2);
  for (const name of ['cancelled-after-packing', 'paid-at-last', 'network-gone']) expect(told).toContain(name);
});

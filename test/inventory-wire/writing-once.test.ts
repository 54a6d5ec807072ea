import { describe, expect, test } from 'vitest';
import type { WritingClient } from '../../src/main/bigcommerce/client.ts';
import { setLevels } from '../../src/main/bigcommerce/inventory.ts';
import { StoreProblem } from '../../src/main/bigcommerce/problem.ts';
import type { Fault, PracticeStore } from '../../src/practice-store/practice-store.ts';
import { openClient } from '../support/direct-client.ts';
import { openStore } from '../support/linked-till.ts';

const writes = { method: 'PUT' };

/** A store with one mug, and what setting its level to 7 fails on. */
const setAmid = async (faults: Fault[]) => {
  const store = await openStore();
  const { productId } = store.addProduct({ name: 'Mug', sku: 'MUG', price: '5' }, 3);
  store.script(faults);
  const client = openClient(store);
  const problem = await setMug(client, productId).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(problem instanceof StoreProblem)) throw new Error(`Not a problem of the store: ${String(problem)}`);
  return { store, problem, sent: sentTo(store) };
};

const setMug = (client: WritingClient, productId: number) =>
  setLevels(client, '1', [{ tracking: 'product', id: productId, quantity: 7 }]);

const sentTo = (store: PracticeStore): number => store.received.filter(({ method }) => method !== 'GET').length;

describe('a level is sent once, whatever becomes of it (design law 4)', () => {
  const lost: readonly [string, Fault, string, number][] = [
    ['an answer that was lost', { kind: 'lost_answer', match: writes }, 'server_error', 7],
    ["a gateway's timeout", { kind: 'lost_answer', status: 408, match: writes }, 'server_error', 7],
    ['a line that broke after it arrived', { kind: 'reset', when: 'after-effect', match: writes }, 'unreachable', 7],
    ['a line that broke before it took effect', { kind: 'reset', when: 'before', match: writes }, 'unreachable', 3],
    ['an answer that broke off', { kind: 'truncated', match: writes }, 'broken_off', 7],
    ['a line that broke in the answer', { kind: 'reset', when: 'mid-body', match: writes }, 'broken_off', 7],
    ['a web page', { kind: 'html', match: writes }, 'web_page', 3],
    ['an answer with nothing in it', { kind: 'empty', match: writes }, 'unreadable', 3],
  ];

  test.each(lost)('%s leaves open whether it took effect, and it is not sent again', async (_, fault, kind, level) => {
    const { store, problem, sent } = await setAmid([fault]);
    expect(problem).toMatchObject({ kind, outcomeUnknown: true });
    expect(problem.nextStep).toMatch(/looks there before/);
    expect(sent).toBe(1);
    expect(store.stockOf('MUG')).toBe(level);
  });

  const refused: readonly [string, Fault, object][] = [
    ['a refused token', { kind: 'answer', status: 401, match: writes }, { kind: 'token_refused' }],
    ['an overloaded platform', { kind: 'throttled', headers: false, match: writes }, { kind: 'busy' }],
    [
      'a used-up quota',
      { kind: 'throttled', headers: true, resetMs: 4_000, match: writes },
      { kind: 'busy', retryAfterMs: 4_000 },
    ],
    ['an answer that says no', { kind: 'answer', status: 422, match: writes }, { kind: 'rejected' }],
  ];

  test.each(refused)('%s is known to have changed nothing, and is not sent again', async (_, fault, told) => {
    const { store, problem, sent } = await setAmid([fault]);
    expect(problem).toMatchObject({ ...told, outcomeUnknown: false });
    expect(sent).toBe(1);
    expect(store.stockOf('MUG')).toBe(3);
  });

  test('where nobody answers the call, nothing was sent, and that is known', async () => {
    const store = await openStore();
    const client = openClient(store);
    await store.stop();
    await expect(setMug(client, 1)).rejects.toMatchObject({ kind: 'unreachable', outcomeUnknown: false });
  });

  test("a refusal carries BigCommerce's own words, with what it says of each field", async () => {
    const body = { status: 422, title: 'Not allowed.', errors: { 'items.0': 'Not tracked.', 'items.1': ['Gone.'] } };
    const { problem } = await setAmid([{ kind: 'answer', status: 422, body, match: writes }]);
    expect(problem.detail).toBe('Not allowed. Not tracked. Gone.');
  });
});

test('a write waits for the quota as a read does, and leaves the rest to other apps', async () => {
  const store = await openStore({ quota: { requests: 10, windowMs: 400 } });
  const { productId } = store.addProduct({ name: 'Mug', sku: 'MUG', price: '5' }, 3);
  const waits: number[] = [];
  const client = openClient(store, { onWait: (ms) => waits.push(ms) });
  for (let level = 0; level < 9; level++) await setMug(client, productId);
  expect(waits).toEqual([]);
  await setMug(client, productId);
  expect(waits).toHaveLength(1);
});

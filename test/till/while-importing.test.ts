import { setImmediate as letOthersRun } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { TillView } from '../../src/contract/till.ts';
import { openConnection } from '../../src/main/store/connection.ts';
import { tillStatements } from '../../src/main/store/till-money.ts';
import { openTillShop } from './till-shop.ts';

const sums = (folder: string) => {
  const db = openConnection(`${folder}/tillbridge.db`, { readonly: true });
  const [inForce] = db.all<{ amount: number }>(
    'SELECT coalesce(sum(amount), 0) AS amount FROM payments WHERE voided = 0',
  );
  const [returned] = db.all<{ amount: number }>(
    "SELECT coalesce(sum(r.amount), 0) AS amount FROM returns r JOIN sales s USING (sale_key) WHERE s.sale_status = 'closed'",
  );
  db.close();
  return ((inForce?.amount ?? 0) - (returned?.amount ?? 0)) / 10_000;
};

const CLOSINGS_A_ROUND = 9;

/** Closes and opens the till, again and again, while work goes on. Answers with the openings that were closed. */
const closeWhile = async ({ close, open }: Awaited<ReturnType<typeof openTillShop>>, work: Promise<unknown>) => {
  const closed: TillView[] = [];
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  while (!isDone && closed.length < CLOSINGS_A_ROUND) {
    closed.push(await close());
    await open();
    await letOthersRun();
  }
  await done;
  return closed;
};

test('a till that is closed and opened while orders pour in loses no payment and counts none twice (R26)', async () => {
  const shop = await openTillShop();
  const { till, store, open, sync, summary } = shop;
  await open();
  const closed: TillView[] = [];
  // On a machine where an exchange is over quickly it takes more of them.
  while (closed.length < 9) {
    const placed = store.placeOrders(60);
    closed.push(...(await closeWhile(shop, sync())));
    for (const orderId of placed.slice(0, 20)) if (store.order(orderId).status_id === 11) store.cancel(orderId);
  }
  await sync();
  for (const { openingId, ...before } of closed) {
    expect(await summary(openingId ?? '')).toMatchObject({ online: before.online });
  }
  const nets = [...closed, await summary()].flatMap(({ online }) => online.net);
  const counted = nets.reduce((sum, { amount }) => sum + Number(amount), 0);
  expect(counted).toBeCloseTo(sums(till.folder), 4);
  expect(counted).toBeGreaterThan(0);
}, 120_000);

test('the figures of an opening are read from its own rows alone, however many others there are', async () => {
  const { till } = await openTillShop();
  const db = openConnection(`${till.folder}/tillbridge.db`, { readonly: true });
  const plans = Object.fromEntries(
    Object.entries(tillStatements).map(([name, sql]) => {
      const params = sql.includes(':number') ? { registerKey: 1, number: 1 } : { registerKey: 1 };
      const steps = db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, params).map(({ detail }) => detail);
      return [name, steps.find((detail) => /^(SEARCH|SCAN)/.test(detail))];
    }),
  );
  db.close();
  expect(plans).toEqual({
    payments: 'SEARCH p USING INDEX payments_by_opening (register_key=? AND opening_number=?)',
    reversals: 'SEARCH t USING INDEX till_reversals_by_opening (register_key=? AND opening_number=?)',
    returns: 'SEARCH r USING INDEX returns_by_opening (register_key=? AND opening_number=?)',
    reversedReturns: 'SEARCH t USING INDEX till_reversals_by_opening (register_key=? AND opening_number=?)',
    waiting: 'SEARCH p USING COVERING INDEX payments_by_opening (register_key=? AND opening_number=?)',
    unpaid: 'SEARCH s USING INDEX sales_unpaid (register_key=?)',
  });
});

import { setImmediate as letOthersRun } from 'node:timers/promises';
import { expect, test } from 'vitest';
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

test('a till that is closed and opened while orders pour in loses no payment and counts none twice (R26)', async () => {
  const { till, store, open, close, summary } = await openTillShop();
  const openings = [await open()];
  const closed = new Map<string, unknown>();
  const next = async () => {
    const view = await close();
    closed.set(view.openingId ?? '', view.online);
    openings.push(await open());
  };
  for (let round = 0; round < 3; round++) {
    const placed = store.placeOrders(60);
    for (const orderId of placed.filter((_, index) => index % 9 === 4)) store.cancel(orderId);
    const syncing = till.call('sync.now', {});
    let isDone = false;
    const done = syncing.finally(() => {
      isDone = true;
    });
    for (let closings = 0; closings < 25 && !isDone; closings++) {
      await next();
      await letOthersRun();
    }
    await done;
    for (const orderId of placed.slice(0, 20)) if (store.order(orderId).status_id === 11) store.cancel(orderId);
  }
  await till.call('sync.now', {});
  let counted = 0;
  for (const openingId of openings) {
    const { online } = await summary(openingId);
    if (closed.has(openingId)) expect(online).toEqual(closed.get(openingId));
    for (const { amount } of online.net) counted += Number(amount);
  }
  expect(openings.length).toBeGreaterThan(8);
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

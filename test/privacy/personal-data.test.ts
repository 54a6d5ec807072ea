import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { changeKeeping } from '../../src/main/commands/personal-data.ts';
import { printSlip } from '../../src/main/commands/print-order.ts';
import { removedPerson } from '../../src/main/domain/removed-person.ts';
import type { RunningWork } from '../../src/main/domain/running-work.ts';
import { systemIdentity } from '../../src/main/identity.ts';
import { createLongWorks } from '../../src/main/long-works.ts';
import { createPrivacyKeeper } from '../../src/main/privacy/privacy-keeper.ts';
import { listSales } from '../../src/main/queries/sales-list.ts';
import { checkCounts } from '../../src/main/store/counts-check.ts';
import { checkChain } from '../../src/main/store/evidence-check.ts';
import { checkLedger } from '../../src/main/store/ledger-check.ts';
import { openOutboxShop } from '../outbox/outbox-shop.ts';

const grace = {
  firstName: 'Graziella',
  lastName: 'Hopperini',
  email: 'graziella@hopperini.example',
  phone: '+1 555 0199',
};
const words = ['Graziella', 'Hopperini', 'hopperini.example', '555 0199', 'Lovelane', 'leave it at the door'];

const works = () => createLongWorks(() => undefined, Date.now);
const done = (sales: number) => ({ sales, wasStopped: false });

const YEAR_MS = 366 * 86_400_000;

test('after the time that is set, a settled sale says no more who bought it; figures, stock and totals stay, also when its order changes again', async () => {
  const shop = await openOutboxShop();
  const { store, till } = shop;
  const db = till.db();
  const order = () =>
    shop.order({
      customer: grace,
      email: grace.email,
      customerMessage: 'Please leave it at the door.',
      addresses: [{ street1: '7 Lovelane' }],
    });
  const settled = await order();
  shop.staff(settled).packAll();
  printSlip(
    { db, identity: systemIdentity, now: shop.now(), by: 'Ada', hasSystemPrinters: false },
    { fulfillmentId: shop.fulfillment(settled).fulfillmentId, requestId: 'r-1', printer: null, confirmed: false },
  );
  shop.staff(settled).ship();
  await shop.settle();
  const open = await order();
  const pages = () =>
    [
      'sales',
      'customers',
      'fulfillments',
      'fulfillment_steps',
      'sale_events',
      'print_jobs',
      'evidence_entries',
      'audit_entries',
    ]
      .map((table) => JSON.stringify(db.all(`SELECT * FROM ${table}`)))
      .join('\n');
  const sums = () => ({
    sales: db.get('SELECT count(*) AS count, sum(total) AS total, sum(tax) AS tax FROM sales'),
    payments: db.get('SELECT sum(amount) AS amount FROM payments'),
    stock: db.all('SELECT * FROM stock_on_hand ORDER BY 1, 2'),
    lines: db.all('SELECT * FROM sale_lines ORDER BY 1, 2'),
    cells: db.all('SELECT * FROM sale_cells ORDER BY 1'),
  });
  for (const word of words) expect(pages(), word).toContain(word);

  const keeper = createPrivacyKeeper({
    ...{ db, identity: systemIdentity, clock: shop.now, signal: new AbortController().signal },
    ...{ work: works().run, isDeskBusy: () => false, onRemoved: () => undefined },
  });
  expect(await keeper.run(), 'nothing is old enough').toEqual(done(0));
  const desk = { db, identity: systemIdentity, now: shop.now(), by: 'Ada' };
  changeKeeping(desk, { months: 12 });
  shop.wait(2 * YEAR_MS);
  expect(await keeper.run(), 'what is still to be handed over stays').toEqual(done(1));
  expect(shop.sale(open).customerName).toBe('Graziella Hopperini');

  shop.staff(open).packAll();
  shop.staff(open).ship();
  await shop.settle();
  const before = sums();
  expect(await keeper.run()).toEqual(done(1));
  for (const word of words) expect(pages(), word).not.toContain(word);
  expect(sums()).toEqual(before);
  expect([checkLedger(db), checkCounts(db), checkChain(db, 5)]).toEqual([[], [], []]);
  const found = (search: string) => listSales(db, { search, limit: 50 }).rows.map(({ orderId }) => orderId);
  expect([found('Graziella'), found('hopperini')]).toEqual([[], []]);
  expect(found(String(settled)), 'by its number it is found').toEqual([String(settled)]);
  expect(db.all("SELECT what, facts_after AS after FROM audit_entries WHERE what = 'privacy.removed'")).toHaveLength(2);

  // BigCommerce still has the name; a change there does not bring it back.
  store.setStatus(settled, 10);
  await shop.settle(2);
  expect(shop.sale(settled)).toMatchObject({ bigcommerceStatusId: 10, customerName: removedPerson, customerKey: null });
  for (const word of words) expect(pages(), word).not.toContain(word);
  // Who buys again is a customer like any other.
  const again = await order();
  expect(shop.sale(again)).toMatchObject({ customerName: 'Graziella Hopperini', customerKey: expect.any(Number) });
  shop.staff(again).packAll();
  expect(() => db.execute("UPDATE fulfillment_steps SET detail = '{}'"), 'steps of others stay as they are').toThrow(
    'append-only',
  );
});

test('it goes in batches, with room for others between them, and goes on where it was stopped', async () => {
  const shop = await openOutboxShop();
  const db = shop.till.db();
  const orders = Array.from({ length: 230 }, () => ({ statusId: 5, customer: grace, email: grace.email }));
  shop.store.seed(orders.map((draft) => ({ ...draft, lines: [{ sku: 'MUG' }] })));
  await shop.till.exchange();
  shop.wait(4 * YEAR_MS);
  const ending = new AbortController();
  const deps = {
    db,
    identity: systemIdentity,
    clock: shop.now,
    ...{ work: works().run, isDeskBusy: () => false, onRemoved: () => undefined },
  };
  const first = createPrivacyKeeper({ ...deps, signal: ending.signal });
  const run = first.run();
  await delay(0);
  ending.abort();
  expect(await run).toEqual(done(100));
  expect(await createPrivacyKeeper({ ...deps, signal: new AbortController().signal }).run()).toEqual(done(130));
  expect(
    db.get('SELECT count(*) AS count FROM sales WHERE customer_name <> :removedPerson', { removedPerson }),
  ).toEqual({ count: 0 });
  expect(db.get("SELECT count(*) AS count FROM customers WHERE email <> ''")).toEqual({ count: 0 });
});

test('stopped between two batches, what was removed stays removed, the rest stays until the next run, and the log says so', async () => {
  const shop = await openOutboxShop();
  const db = shop.till.db();
  const drafts = Array.from({ length: 130 }, () => ({ statusId: 5, customer: grace, lines: [{ sku: 'MUG' }] }));
  shop.store.seed(drafts);
  await shop.till.exchange();
  shop.wait(4 * YEAR_MS);
  const told: (RunningWork | null)[] = [];
  // Stopped as soon as it says how far it is: that batch is still finished.
  const all = createLongWorks((work, running) => {
    told.push(running);
    if (told.length === 1) all.stop(work);
  }, shop.now);
  const keeper = createPrivacyKeeper({
    ...{ db, identity: systemIdentity, clock: shop.now, signal: new AbortController().signal },
    ...{ work: all.run, isDeskBusy: () => true, onRemoved: () => undefined },
  });
  expect(await keeper.run()).toEqual({ sales: 20, wasStopped: true });
  expect(told[0]).toMatchObject({ work: 'personal_data', done: 0, total: 130, counts: 'sales' });
  expect(told.at(-1), 'it has ended').toBeNull();
  const named = () => db.get("SELECT count(*) AS named FROM sales WHERE customer_name LIKE 'Graziella%'");
  expect(named()).toEqual({ named: 110 });
  expect(db.all("SELECT facts_after AS after FROM audit_entries WHERE what = 'privacy.removed'")).toEqual([
    { after: JSON.stringify({ sales: 20, customers: 0 }) },
  ]);
  expect(await keeper.run()).toEqual({ sales: 110, wasStopped: false });
  expect(named()).toEqual({ named: 0 });
});

import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openConnection } from '../../src/main/store/connection.ts';
import { everyRow, openTill } from '../support/linked-till.ts';
import { openPrintBench, textOf } from './print-bench.ts';

test('the journal lists everything that was put on paper, newest first, by page and by order (N10)', async () => {
  const bench = await openPrintBench();
  await bench.slip();
  await bench.pickList();
  await bench.till.call('prints.scanCard', { requestId: randomUUID() });
  await bench.slip({ confirmed: true });
  const rows = await everyRow((cursor) => bench.till.call('prints.journal', { cursor, limit: 1 }));
  expect(rows.map(({ title, copy }) => [title, copy])).toEqual([
    [`Packing slip #${bench.orderId}`, 2],
    ['Scan card', 1],
    [`Pick list #${bench.orderId}`, 1],
    [`Packing slip #${bench.orderId}`, 1],
  ]);
  expect(rows[0]).toMatchObject({ register: 'Till 1', by: null, contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const ofOrder = await bench.till.call('prints.journal', { orderId: String(bench.orderId) });
  expect(ofOrder.rows.map(({ kind }) => kind)).toEqual(['slip', 'pick_list', 'slip']);
  const slips = await bench.till.call('prints.journal', { fulfillmentId: bench.fulfillmentId, kind: 'slip' });
  expect(slips.rows).toHaveLength(2);
  expect((await bench.till.call('prints.journal', { orderId: '1' })).rows).toEqual([]);
});

test('a job of the journal looks as it did, whatever became of its order, and printed again it says that it is OUTDATED (R94)', async () => {
  const bench = await openPrintBench({ customer: { firstName: 'Ada', lastName: 'Byron' } });
  const { job, html } = await bench.slip();
  const [mug] = bench.store.order(bench.orderId).products.map(({ id }) => id);
  bench.store.editLines(bench.orderId, { quantities: [{ lineId: mug ?? 0, quantity: 9 }] });
  await bench.pull();
  expect((await bench.till.call('prints.view', { jobId: job.jobId })).html).toBe(html);
  const again = await bench.till.call('prints.reprint', { jobId: job.jobId, requestId: randomUUID() });
  expect(textOf(again.html)).toMatch(/OUTDATED The order has changed since\. .*REPRINT Copy 2.*3 Mug/);
  expect(again.job).toMatchObject({ revised: false, contentHash: job.contentHash });
  expect((await bench.now()).printed, 'what is on paper is not what is true').toMatchObject({ revised: true });
  expect((await bench.slip()).job).toMatchObject({ copy: 3, revised: true, differences: ['6 more of Mug: now 9.'] });
});

test('which paper of an order is out, and what changed since, is told for slip and pick list apart (R94)', async () => {
  const bench = await openPrintBench();
  const of = () => bench.till.call('prints.of', { fulfillmentId: bench.fulfillmentId });
  expect(await of()).toEqual({ slip: null, pickList: null });
  await bench.pickList();
  bench.store.setStaffNotes(bench.orderId, 'Fragile');
  await bench.pull();
  expect(await of()).toMatchObject({
    slip: null,
    pickList: { copies: 1, revised: true, differences: ['The staff notes changed.'], state: 'queued' },
  });
});

test('nobody takes a row out of the journal or says that it was another paper (N10)', async () => {
  const bench = await openPrintBench();
  await bench.slip();
  await bench.till.app.stop();
  const db = openConnection(`${bench.till.folder}/tillbridge.db`);
  for (const sql of [
    'DELETE FROM print_jobs',
    "UPDATE print_jobs SET staff_name = 'Eve'",
    'UPDATE print_jobs SET copy = 9',
  ]) {
    expect(() => db.run(sql), sql).toThrow(/append-only/);
  }
  db.close();
});

test('the same order read anew from BigCommerce is no other paper', async () => {
  const bench = await openPrintBench();
  await bench.slip();
  bench.store.touch(bench.orderId);
  await bench.pull();
  expect((await bench.now()).printed).toMatchObject({ revised: false });
});

test('a store that was never linked has a scan card all the same', async () => {
  const till = await openTill();
  const { job } = await till.call('prints.scanCard', { requestId: randomUUID() });
  expect(job).toMatchObject({ kind: 'scan_card', register: null });
});

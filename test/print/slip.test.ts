import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openPrintBench, textOf } from './print-bench.ts';

test('a packing slip says what is in the parcel, for whom and where, and no price (R94)', async () => {
  const bench = await openPrintBench({
    customer: { firstName: 'Ada', lastName: 'Byron', street1: '12 Long Road', city: 'Dublin' },
    customerMessage: 'It is a present',
    staffNotes: 'Watch out, a difficult customer',
  });
  const { html, job, printedBefore } = await bench.slip();
  const text = textOf(html);
  for (const said of [`#${bench.orderId}`, 'Ada Byron', '12 Long Road', 'Dublin', 'It is a present']) {
    expect(text).toContain(said);
  }
  expect(text).toMatch(/3 Mug MUG .*1 Jug JUG/);
  expect(text).not.toMatch(/9\.00|24\.00|difficult|REPRINT|REVISED|PRACTICE/);
  expect(job).toMatchObject({ kind: 'slip', copy: 1, reprint: false, revised: false, device: 'page', state: 'queued' });
  expect(printedBefore).toEqual([]);
});

test('a slip that is on paper is refused with who and when, and confirmed it is a REPRINT with its copy number (R94)', async () => {
  const bench = await openPrintBench();
  await bench.till.call('staff.setManagerPin', { pin: '2468' });
  const first = await bench.slip();
  await bench.till.call('prints.done', { jobId: first.job.jobId, outcome: 'printed' });
  const fault = await bench.slipRefused();
  expect(fault.code).toBe('already_printed');
  expect(fault.message).toMatch(/^Already printed by Manager at \d\d:\d\d\. Print it again\?$/);

  const second = await bench.slip({ confirmed: true });
  expect(second.job).toMatchObject({ copy: 2, reprint: true, revised: false, differences: [] });
  expect(second.printedBefore).toEqual([{ jobId: first.job.jobId, at: first.job.at, by: 'Manager' }]);
  expect(textOf(second.html)).toMatch(/REPRINT Copy 2/);
  expect(second.job.contentHash).toBe(first.job.contentHash);
  expect(await bench.journal()).toHaveLength(2);
});

test('a double click and a lost answer print nothing twice: the same request answers the same job (N10)', async () => {
  const bench = await openPrintBench();
  const requestId = randomUUID();
  const [one, other] = await Promise.all([bench.slip({ requestId }), bench.slip({ requestId })]);
  const later = await bench.slip({ requestId: requestId.toUpperCase() });
  expect(other).toEqual(one);
  expect(later).toEqual(one);
  expect(await bench.journal()).toHaveLength(1);
  const elsewhere = await bench.till.reply('prints.pickList', { requestId, fulfillmentId: bench.fulfillmentId });
  expect(elsewhere).toMatchObject({ ok: false, fault: { code: 'invalid_input', field: 'requestId' } });
});

test('what staff do with the goods, a payment and a status change no slip; picking changes none either (R94)', async () => {
  const bench = await openPrintBench({ statusId: 7, paymentMethod: 'Bank Deposit' });
  await bench.slip();
  await bench.packAll();
  bench.store.pay(bench.orderId);
  await bench.pull();
  expect(await bench.slipRefused()).toMatchObject({ code: 'already_printed' });
  expect((await bench.now()).printed).toMatchObject({ copies: 1, revised: false });
});

test('when the order changed since, the next slip says REVISED with the differences, unasked (R94, R72)', async () => {
  const bench = await openPrintBench();
  await bench.slip();
  const { products } = bench.store.order(bench.orderId);
  const [mug, jug] = products.map(({ id }) => id);
  bench.store.editLines(bench.orderId, {
    quantities: [{ lineId: mug ?? 0, quantity: 5 }],
    remove: [jug ?? 0],
    add: [{ name: 'Tea pot', quantity: 2, price: '1.00' }],
  });
  bench.store.moveTo(bench.orderId, { street1: '7 New Street', city: 'Cork' });
  await bench.pull();
  expect((await bench.now()).printed).toMatchObject({ copies: 1, revised: true });

  const { job, html } = await bench.slip();
  expect(job).toMatchObject({ copy: 2, revised: true, reprint: false });
  expect(job.differences).toEqual([
    '2 more of Mug: now 5.',
    'New: 2 × Tea pot.',
    'Removed: 1 × Jug.',
    expect.stringMatching(/^The address is now: .*7 New Street.*Cork/),
  ]);
  expect(textOf(html)).toMatch(/REVISED Changed since the one printed .* 2 more of Mug: now 5\./);
  expect(textOf(html)).not.toContain('REPRINT');
  expect((await bench.now()).printed, 'what is on paper is true again').toMatchObject({ copies: 2, revised: false });

  const third = await bench.slip({ confirmed: true });
  expect(third.job, 'the first slip may still be in somebody’s hands').toMatchObject({
    copy: 3,
    revised: true,
    reprint: true,
    differences: job.differences,
  });
});

test('a slip that did not come out is no copy: the next one is the first (R94)', async () => {
  const bench = await openPrintBench();
  const { job } = await bench.slip();
  const told = await bench.till.call('prints.done', { jobId: job.jobId, outcome: 'failed', reason: 'Paper jam' });
  expect(told).toMatchObject({ state: 'failed', problem: 'Paper jam' });
  expect((await bench.now()).printed).toBeNull();
  expect((await bench.slip()).job).toMatchObject({ copy: 1, reprint: false });
});

test('a slip of which nobody knows whether it came out asks before it is printed again', async () => {
  const bench = await openPrintBench();
  await bench.slip();
  expect((await bench.slipRefused()).message).toMatch(/^Sent to be printed .* whether it came out is not known/);
});

test('nothing of a cancelled order is printed, and nothing where there is nothing to hand over', async () => {
  const bench = await openPrintBench();
  bench.store.cancel(bench.orderId);
  await bench.pull();
  expect(await bench.slipRefused()).toMatchObject({ code: 'sale_voided' });
  const digital = await openPrintBench({ lines: [{ name: 'E-book', kind: 'digital', quantity: 1, price: '5.00' }] });
  expect(await digital.slipRefused()).toMatchObject({ code: 'nothing_to_print' });
  expect(await digital.journal()).toEqual([]);
});

test('a scan of the slip’s barcode finds its fulfillment (R92)', async () => {
  const bench = await openPrintBench();
  const { html } = await bench.slip();
  const [, code = ''] = /aria-label="(TB\d{16})"/.exec(html) ?? [];
  const { found } = await bench.till.call('fulfillments.find', { code });
  expect(found).toEqual({ fulfillmentId: bench.fulfillmentId, by: 'slip' });
});

import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { PrintJobView } from '../../src/contract/prints.ts';
import type { Till } from '../support/linked-till.ts';
import { openPrintBench, type PrintBench } from './print-bench.ts';
import { type FakePrinter, type PrinterMood, startPrinter } from './receipt-printer.ts';

/** The job once its printer has had its say. */
const ended = async (till: Till, jobId: string): Promise<PrintJobView> => {
  for (;;) {
    const told = till.event((event) => event.type === 'records' && event.nouns.includes('prints'));
    const { job } = await till.call('prints.view', { jobId });
    if (job.state !== 'queued' && job.state !== 'sending') return job;
    await told;
  }
};

const addPrinter = async (till: Till, { port }: FakePrinter, name = 'Till printer'): Promise<string> => {
  await till.call('staff.setManagerPin', { pin: '2468' });
  return (await till.call('printers.add', { name, host: '127.0.0.1', port })).printerId;
};

const openWithPrinter = async (
  mood: PrinterMood = {},
): Promise<PrintBench & { readonly printer: FakePrinter; readonly printerId: string }> => {
  const bench = await openPrintBench();
  const printer = await startPrinter(mood);
  return { ...bench, printer, printerId: await addPrinter(bench.till, printer) };
};

const said = ({ documents }: FakePrinter): string => documents.map((each) => each.toString('latin1')).join('\n');

test('a slip goes to a receipt printer by itself, once, and the journal says that it was printed (R94)', async () => {
  const { till, slip, printer, printerId, orderId } = await openWithPrinter();
  const requestId = randomUUID();
  const [first] = await Promise.all([slip({ printer: printerId, requestId }), slip({ printer: printerId, requestId })]);
  expect(first.job).toMatchObject({ device: 'network', printerName: 'Till printer' });
  const job = await ended(till, first.job.jobId);
  expect(job).toMatchObject({ state: 'printed', problem: '' });
  expect(printer.documents).toHaveLength(1);
  expect(said(printer)).toContain(`#${orderId}`);
  expect(said(printer)).toMatch(/3 x.*Mug/);
});

test('out of paper: the journal says why, nothing is printed by itself later, and printed again it is no reprint', async () => {
  const { till, slip, printer, printerId, journal } = await openWithPrinter({ paper: 0x60 });
  const { job } = await slip({ printer: printerId });
  expect(await ended(till, job.jobId)).toMatchObject({
    state: 'failed',
    problem: expect.stringContaining('out of paper'),
  });
  printer.become({});
  const again = await slip({ printer: printerId });
  expect(await ended(till, again.job.jobId)).toMatchObject({ state: 'printed', copy: 1, reprint: false });
  expect(printer.documents).toHaveLength(1);
  expect((await journal()).map(({ state }) => state)).toEqual(['printed', 'failed']);
});

test('a connection that breaks is never tried again by itself: staff are asked, and what they see is kept', async () => {
  const { till, slip, slipRefused, printer, printerId } = await openWithPrinter({ dropsAfter: 20 });
  const { job } = await slip({ printer: printerId });
  expect(await ended(till, job.jobId)).toMatchObject({ state: 'unknown' });
  expect(printer.connections()).toBe(1);
  expect((await slipRefused({ printer: printerId })).message).toContain('whether it came out is not known');
  const seen = await till.call('prints.done', { jobId: job.jobId, outcome: 'failed' });
  expect(seen).toMatchObject({ state: 'failed', problem: 'Manager said that it did not come out.' });
  printer.become({});
  const again = await slip({ printer: printerId });
  expect(await ended(till, again.job.jobId)).toMatchObject({ state: 'printed', reprint: false });
});

test('several jobs are printed one after the other, in the order of their making', async () => {
  const { till, slip, pickList, printer, printerId } = await openWithPrinter();
  const jobs = [
    await slip({ printer: printerId }),
    await pickList({ printer: printerId }),
    await slip({ printer: printerId, confirmed: true }),
  ];
  for (const { job } of jobs) expect(await ended(till, job.jobId)).toMatchObject({ state: 'printed' });
  expect(printer.documents.map((each) => /PACKING SLIP|PICK LIST/.exec(each.toString('latin1'))?.[0])).toEqual([
    'PACKING SLIP',
    'PICK LIST',
    'PACKING SLIP',
  ]);
});

test('only a manager names a printer, and it is in the audit log (R6)', async () => {
  const bench = await openPrintBench();
  const printer = { name: 'Till printer', host: '127.0.0.1', port: 9100 };
  expect(await bench.till.reply('printers.add', printer)).toMatchObject({ fault: { code: 'manager_needed' } });
  await bench.till.call('staff.setManagerPin', { pin: '2468' });
  const { printerId } = await bench.till.call('printers.add', printer);
  expect(await bench.till.reply('printers.add', { ...printer, name: 'TILL PRINTER' })).toMatchObject({
    fault: { code: 'printer_name_taken', field: 'name' },
  });
  await bench.till.call('printers.remove', { printerId });
  const { rows } = await bench.till.call('audit.list', {});
  expect(rows.slice(0, 2)).toMatchObject([
    { who: 'Manager', what: 'printers.remove', subject: 'Till printer', before: { address: '127.0.0.1:9100' } },
    { who: 'Manager', what: 'printers.add', subject: 'Till printer', after: { address: '127.0.0.1:9100' } },
  ]);
  expect(await bench.till.reply('prints.slip', { ...asked(bench), printer: printerId })).toMatchObject({
    fault: { code: 'not_found', field: 'printer' },
  });
});

const asked = ({ fulfillmentId }: PrintBench) => ({ requestId: randomUUID(), fulfillmentId });

test('what is no name or address of the network is no printer', async () => {
  const bench = await openPrintBench();
  await bench.till.call('staff.setManagerPin', { pin: '2468' });
  for (const host of ['http://127.0.0.1', '127.0.0.1/x', 'a b', '', '-x', 'a\nb', '../x']) {
    const reply = await bench.till.reply('printers.add', { name: 'P', host });
    expect(reply, host).toMatchObject({ fault: { code: 'invalid_input', field: 'host' } });
  }
});

test('the printer chosen for slips is used unasked, until it is removed', async () => {
  const { till, slip, printerId } = await openWithPrinter();
  await till.call('printers.choose', { kind: 'slip', printer: printerId });
  expect((await till.call('printers.list', {})).chosen).toMatchObject({ slip: printerId, pick_list: null });
  expect((await slip()).job.device).toBe('network');
  await till.call('printers.remove', { printerId });
  expect((await till.call('printers.list', {})).chosen).toMatchObject({ slip: null });
  expect((await slip({ confirmed: true })).job.device).toBe('page');
});

test('a test page teaches whether a printer tells how it stands', async () => {
  const { till, slip, printer, printerId } = await openWithPrinter({ silent: true });
  const answers = async () => (await till.call('printers.list', {})).rows[0]?.answers;
  expect(await answers()).toBeNull();
  const { jobId } = await till.call('printers.test', { printerId, requestId: randomUUID() });
  expect(await ended(till, jobId)).toMatchObject({ kind: 'test_page', state: 'unknown' });
  expect(await answers()).toBe(false);
  const { job } = await slip({ printer: printerId });
  expect(await ended(till, job.jobId)).toMatchObject({ state: 'printed' });
  printer.become({});
  await ended(till, (await till.call('printers.test', { printerId, requestId: randomUUID() })).jobId);
  expect(await answers()).toBe(true);
});

test('while its printer has the word nobody else says what became of a job', async () => {
  const { till, slip, printer, printerId } = await openWithPrinter({ stalls: true });
  const { job } = await slip({ printer: printerId });
  await printer.hasTaken(1);
  expect(await till.reply('prints.done', { jobId: job.jobId, outcome: 'printed' })).toMatchObject({
    fault: { code: 'still_printing' },
  });
  await printer.switchOff();
  expect(await ended(till, job.jobId)).toMatchObject({ state: 'unknown' });
});

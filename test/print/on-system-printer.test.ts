import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { Refusal } from '../../src/contract/fault.ts';
import type { DocumentPrinter } from '../../src/main/app.ts';
import { openTill, type Till } from '../support/linked-till.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { openPrintBench, textOf } from './print-bench.ts';

/** The printers of a machine, as a host that reaches them offers them. */
const office = () => {
  const pages: { readonly html: string; readonly printer: string | null }[] = [];
  let broken = false;
  const printer: DocumentPrinter = {
    printers: async () => [
      { name: 'Laser', isDefault: true },
      { name: 'Labels', isDefault: false },
    ],
    print: async (html, options) => {
      if (broken) throw new Refusal('printer_failed');
      pages.push({ html, printer: options.printer });
    },
    pdf: async (html) => Buffer.from(`%PDF- ${html.length}`),
  };
  return {
    pages,
    printer,
    breakDown: () => {
      broken = true;
    },
  };
};

/** A till with an order, whose host prints by itself. */
const openOffice = async () => {
  const bench = await openPrintBench();
  await bench.till.app.stop();
  const machine = office();
  const till = await openTill(bench.till.folder, undefined, undefined, undefined, machine.printer);
  return { till, fulfillmentId: bench.fulfillmentId, ...machine };
};

const ended = async (till: Till, jobId: string) => {
  for (;;) {
    const told = till.event((event) => event.type === 'records' && event.nouns.includes('prints'));
    const job = await till.call('prints.job', { jobId });
    if (job.state !== 'queued' && job.state !== 'sending') return job;
    await told;
  }
};

test('a printer of the machine is chosen by its name and prints the page without a dialog', async () => {
  const { till, fulfillmentId, pages } = await openOffice();
  const { rows, canMakePdf } = await till.call('printers.list', {});
  expect(rows.map(({ printerId, name, isDefault }) => [printerId, name, isDefault])).toEqual([
    ['system:Laser', 'Laser', true],
    ['system:Labels', 'Labels', false],
  ]);
  expect(canMakePdf).toBe(true);
  await till.call('printers.choose', { kind: 'slip', printer: 'system:Laser' });
  const { job, html } = await till.call('prints.slip', { fulfillmentId, requestId: randomUUID() });
  expect(await ended(till, job.jobId)).toMatchObject({ state: 'printed', device: 'system', printerName: 'Laser' });
  expect(pages).toEqual([{ html, printer: 'Laser' }]);
});

test('a printer of the machine that fails says why, and the slip counts as not printed', async () => {
  const { till, fulfillmentId, breakDown } = await openOffice();
  breakDown();
  const asked = { fulfillmentId, requestId: randomUUID(), printer: 'system:Laser' };
  const { job } = await till.call('prints.slip', asked);
  const told = await ended(till, job.jobId);
  expect(told).toMatchObject({ state: 'failed', problem: expect.stringMatching(/^The printer did not take/) });
  expect(await till.call('prints.of', { fulfillmentId })).toMatchObject({ slip: null });
});

test('a job of the journal becomes a PDF where the host makes them, and is refused with what to do where it does not', async () => {
  const { till, fulfillmentId } = await openOffice();
  const { job, html } = await till.call('prints.slip', { fulfillmentId, requestId: randomUUID() });
  const { fileName, base64 } = await till.call('printers.pdf', { jobId: job.jobId });
  expect(fileName).toMatch(/^Packing slip \d+\.pdf$/);
  expect(Buffer.from(base64, 'base64').toString()).toBe(`%PDF- ${html.length}`);

  const plain = await openTill(temporaryFolder());
  const card = await plain.call('prints.scanCard', { requestId: randomUUID() });
  expect(textOf(card.html)).toContain('TB-NEXT');
  expect(await plain.reply('printers.pdf', { jobId: card.job.jobId })).toMatchObject({ fault: { code: 'no_pdf' } });
});

test('on a host without printers of the machine a chosen one gives way to the window', async () => {
  const { till, fulfillmentId } = await openOffice();
  await till.call('printers.choose', { kind: 'slip', printer: 'system:Laser' });
  await till.app.stop();
  const plain = await openTill(till.folder);
  const { job } = await plain.call('prints.slip', { fulfillmentId, requestId: randomUUID() });
  expect(job.device).toBe('page');
  const named = { fulfillmentId, requestId: randomUUID(), printer: 'system:Laser', confirmed: true };
  expect(await plain.reply('prints.slip', named)).toMatchObject({ fault: { code: 'not_found', field: 'printer' } });
});

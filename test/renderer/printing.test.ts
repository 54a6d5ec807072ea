import { expect, test } from 'vitest';
import type { PrintJobView } from '../../src/contract/prints.ts';
import { scanCardCodes } from '../../src/main/print/scan-card.ts';
import { actionCodes } from '../../src/renderer/state/action-codes.ts';
import type { AppClient } from '../../src/renderer/state/bridge.ts';
import { createLive } from '../../src/renderer/state/live.ts';
import { createNotices } from '../../src/renderer/state/notices.ts';
import { boxesOf } from '../../src/renderer/state/pick-round.ts';
import { createPrinting } from '../../src/renderer/state/printing.ts';

const jobOf = (changes: Partial<PrintJobView> = {}): PrintJobView => ({
  jobId: 'job-1',
  kind: 'slip',
  title: 'Packing slip #7',
  at: '2026-11-26T10:02:00.000Z',
  by: 'Ann',
  register: 'Till 1',
  copy: 1,
  reprint: false,
  revised: false,
  differences: [],
  device: 'page',
  printerName: '',
  state: 'queued',
  problem: '',
  contentHash: 'a'.repeat(64),
  orders: [{ fulfillmentId: 'f1', orderId: '7', receiptNumber: 'W7' }],
  ...changes,
});

/** A window on an app that answers `prints.slip` as it is told, one answer after the other. */
const openWindow = (job: PrintJobView) => {
  const asked: { readonly name: string; readonly input: Record<string, unknown> }[] = [];
  const answers: unknown[] = [];
  const pages: string[] = [];
  let now = job;
  const recorded = () => ({ ok: true, data: { job, html: '<p>slip</p>', printedBefore: [] } });
  const call = async (name: string, input: Record<string, unknown>) => {
    asked.push({ name, input });
    if (name === 'prints.slip') return answers.shift() ?? recorded();
    if (name === 'prints.done') now = { ...now, state: input.outcome === 'printed' ? 'printed' : 'failed' };
    return { ok: true, data: now };
  };
  const notices = createNotices();
  const live = createLive();
  const printing = createPrinting({
    call: call as unknown as AppClient,
    live,
    notices,
    printPage: (html) => void pages.push(html),
  });
  const named = (name: string) => asked.filter((each) => each.name === name).map(({ input }) => input);
  return {
    ...{ printing, notices, live, pages, answers, named },
    become: (changes: Partial<PrintJobView>) => {
      now = { ...now, ...changes };
      live.changed(['prints']);
    },
  };
};

const lost = { ok: false, fault: { code: 'internal', message: 'The app does not answer.' } };
const refused = { ok: false, fault: { code: 'already_printed', message: 'Already printed by Ann at 10:02.' } };

test('a slip pressed twice is asked for once, and opens one print dialog', async () => {
  const { printing, pages, named } = openWindow(jobOf());
  await Promise.all([printing.print(printing.slip('f1')), printing.print(printing.slip('f1'))]);
  expect(named('prints.slip')).toHaveLength(1);
  expect(pages).toEqual(['<p>slip</p>']);
  expect(named('prints.done')).toEqual([{ jobId: 'job-1', outcome: 'printed' }]);
});

test('a slip whose answer was lost is asked for again under the same request, the next one under another', async () => {
  const { printing, pages, answers, named } = openWindow(jobOf());
  answers.push(lost);
  await printing.print(printing.slip('f1'));
  await printing.print(printing.slip('f1'));
  await printing.print(printing.slip('f1'));
  const ids = named('prints.slip').map(({ requestId }) => requestId);
  expect(ids[1]).toBe(ids[0]);
  expect(ids[2]).not.toBe(ids[0]);
  expect(pages, 'the same job opens no second dialog').toHaveLength(1);
});

test('what is on paper is printed again only when somebody says so', async () => {
  const { printing, pages, answers, named } = openWindow(jobOf());
  answers.push(refused);
  await printing.print(printing.slip('f1'));
  expect(pages).toEqual([]);
  expect(printing.store.getState().question?.sentence).toBe('Already printed by Ann at 10:02.');
  await printing.confirm();
  expect(named('prints.slip').map(({ confirmed }) => confirmed)).toEqual([false, true]);
  expect(pages).toHaveLength(1);
  expect(printing.store.getState().question).toBeNull();
});

test('Undo says of a slip that it did not come out', async () => {
  const { printing, notices, named } = openWindow(jobOf());
  await printing.print(printing.slip('f1'));
  notices.undo();
  await expect.poll(() => notices.store.getState().notice).toBe('Packing slip #7 counts as not printed.');
  expect(named('prints.done').at(-1)).toEqual({ jobId: 'job-1', outcome: 'failed' });
});

test('a printer that fails is said at its order until it is printed again; no dialog opens', async () => {
  const { printing, notices, pages, become, live } = openWindow(
    jobOf({ device: 'network', printerName: 'Till printer' }),
  );
  await printing.print(printing.slip('f1'));
  expect(notices.store.getState().notice).toBe('Packing slip #7 goes to Till printer.');
  live.changed(['prints']);
  expect(printing.store.getState().troubles).toEqual([]);
  become({ state: 'failed', problem: 'Till printer: It is out of paper.' });
  await expect
    .poll(() => printing.store.getState().troubles.map(({ problem }) => problem))
    .toEqual(['Till printer: It is out of paper.']);
  become({ state: 'queued', problem: '' });
  await printing.print(printing.slip('f1'));
  expect(printing.store.getState().troubles).toEqual([]);
  expect(pages).toEqual([]);
});

test('the scan card holds exactly the codes that the screens know', () => {
  expect(scanCardCodes.map(({ code }) => code).sort()).toEqual(Object.keys(actionCodes).sort());
});

test('a cart holds one to a hundred boxes', () => {
  expect(['1', ' 12 ', '100'].map(boxesOf)).toEqual([1, 12, 100]);
  expect(['', '0', '101', '-3', '1.5', 'x'].map(boxesOf)).toEqual([null, null, null, null, null, null]);
});

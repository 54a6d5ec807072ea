import { expect, test } from 'vitest';
import type { AppClient } from '../../src/renderer/state/bridge.ts';
import { createNotices } from '../../src/renderer/state/notices.ts';
import { createSalesExport } from '../../src/renderer/state/sales-export.ts';

/** An app with so many pages; `onPage` is told of each as it is asked for, and may refuse it. */
const appOf = (pages: number, onPage: (page: number) => 'refuse' | undefined) => {
  const call = async (name: string, input: { cursor?: string }) => {
    if (name === 'sales.summary') return { ok: true, data: { count: pages * 2, complete: true } };
    const page = Number(input.cursor ?? 0);
    if (onPage(page) === 'refuse') return { ok: false, fault: { code: 'internal', message: 'It went wrong.' } };
    const nextCursor = page + 1 < pages ? String(page + 1) : null;
    return { ok: true, data: { csv: `page ${page}\n`, count: 2, nextCursor } };
  };
  return call as unknown as AppClient;
};

const open = (pages: number, onPage: (page: number) => 'refuse' | undefined = () => undefined) => {
  const files: { name: string; parts: readonly Blob[] }[] = [];
  const notices = createNotices();
  const csv = createSalesExport({
    call: appOf(pages, onPage),
    notices,
    save: (name, parts) => void files.push({ name, parts }),
  });
  return { csv, files, notice: () => notices.store.getState().notice };
};

test('a file of sales says how far it is, and is the pages behind each other', async () => {
  const told: string[] = [];
  const { csv, files, notice } = open(3);
  csv.store.subscribe(({ progress }) => told.push(progress === null ? 'over' : `${progress.done}/${progress.total}`));
  await csv.start({}, 'sales.csv');
  expect(told).toEqual(['0/null', '2/6', '4/6', '6/6', 'over']);
  expect(await new Blob([...(files[0]?.parts ?? [])]).text()).toBe('page 0\npage 1\npage 2\n');
  expect(notice()).toBe('Saved sales.csv: 6 sales.');
});

test('cancelled or refused half-way, no file is saved, and it can be begun again', async () => {
  let cancels = true;
  const { csv, files, notice } = open(3, (page) => {
    if (page === 1 && cancels) csv.cancel();
    return undefined;
  });
  await csv.start({}, 'sales.csv');
  expect([files.length, notice(), csv.store.getState().progress]).toEqual([0, 'Cancelled; no file was saved.', null]);
  cancels = false;
  await csv.start({}, 'sales.csv');
  expect(files).toHaveLength(1);

  const refused = open(3, (page) => (page === 2 ? 'refuse' : undefined));
  await refused.csv.start({}, 'sales.csv');
  expect([refused.files.length, refused.notice()]).toEqual([0, 'No file was saved. It went wrong.']);
});

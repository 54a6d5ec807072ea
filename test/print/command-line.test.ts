import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTill } from '../support/linked-till.ts';
import { startTillbridge } from '../support/started-program.ts';
import { openPrintBench, textOf } from './print-bench.ts';

const run = async (folder: string, ...args: readonly string[]) => {
  const program = startTillbridge(folder, ['print', ...args]);
  return { code: await program.ended(), text: program.lines.join('\n') };
};

test('a script prints a slip by its fulfillment: into a file, or where it goes on; a second time only when it says so (R94)', {
  timeout: 120_000,
}, async () => {
  const bench = await openPrintBench();
  const { folder } = bench.till;
  await bench.till.app.stop();
  const out = join(folder, 'slip.html');
  const first = await run(folder, bench.fulfillmentId, '--out', out);
  expect(first.code).toBe(0);
  expect(JSON.parse(first.text)).toMatchObject({ ok: true, data: { kind: 'slip', copy: 1 } });
  expect(textOf(readFileSync(out, 'utf8'))).toMatch(/Packing slip .*3 Mug/);

  const refused = await run(folder, bench.fulfillmentId);
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.text)).toMatchObject({ ok: false, fault: { code: 'already_printed' } });
  const again = await run(folder, bench.fulfillmentId, '--again');
  expect(textOf(again.text)).toContain('REPRINT Copy 2');
  const list = await run(folder, bench.fulfillmentId, '--pick-list');
  expect(textOf(list.text)).toContain('Pick list #');

  const till = await openTill(folder);
  const { rows } = await till.call('prints.journal', {});
  expect(rows.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    'pick_list printed',
    'slip printed',
    'slip printed',
  ]);
});

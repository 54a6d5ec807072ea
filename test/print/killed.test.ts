import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openTill, type Till } from '../support/linked-till.ts';
import { startTillbridge } from '../support/started-program.ts';
import { openPrintBench } from './print-bench.ts';
import { startPrinter } from './receipt-printer.ts';

const states = async (till: Till) =>
  (await till.call('prints.journal', {})).rows.map(({ kind, state }) => `${kind} ${state}`);

const until = async (till: Till, wanted: readonly string[]): Promise<void> => {
  for (;;) {
    const told = till.event((event) => event.type === 'records' && event.nouns.includes('prints'));
    if (JSON.stringify(await states(till)) === JSON.stringify(wanted)) return;
    await told;
  }
};

test('killed while a slip is printed: the journal has it as of unknown outcome, what waited behind it is printed, and nothing comes out twice (R88, N10)', {
  timeout: 120_000,
}, async () => {
  const bench = await openPrintBench();
  const printer = await startPrinter({ stalls: true });
  await bench.till.call('staff.setManagerPin', { pin: '2468' });
  const { printerId } = await bench.till.call('printers.add', {
    name: 'Till printer',
    host: '127.0.0.1',
    port: printer.port,
  });
  await bench.till.app.stop();

  const program = startTillbridge(bench.till.folder, ['call', '-']);
  const ask = (call: string) => {
    const { fulfillmentId } = bench;
    program.write(JSON.stringify({ call, input: { fulfillmentId, requestId: randomUUID(), printer: printerId } }));
  };
  ask('prints.slip');
  ask('prints.pickList');
  await program.line((_line, index) => index === 1);
  await printer.hasTaken(1);
  program.child.kill('SIGKILL');
  await program.ended();
  expect(printer.documents).toHaveLength(1);

  printer.become({});
  const till = await openTill(bench.till.folder);
  await until(till, ['pick_list printed', 'slip unknown']);
  const kinds = printer.documents.map((each) => /PACKING SLIP|PICK LIST/.exec(each.toString('latin1'))?.[0]);
  expect(kinds).toEqual(['PACKING SLIP', 'PICK LIST']);
  const asked = { fulfillmentId: bench.fulfillmentId, requestId: randomUUID() };
  expect(await till.reply('prints.slip', asked)).toMatchObject({ fault: { code: 'already_printed' } });
});

test('killed before the window has said what became of a slip: it asks before it is printed again (R88)', {
  timeout: 120_000,
}, async () => {
  const bench = await openPrintBench();
  await bench.till.app.stop();
  const program = startTillbridge(bench.till.folder, ['call', '-']);
  const input = { fulfillmentId: bench.fulfillmentId, requestId: randomUUID() };
  program.write(JSON.stringify({ call: 'prints.slip', input }));
  await program.line(() => true);
  program.child.kill('SIGKILL');
  await program.ended();

  const till = await openTill(bench.till.folder);
  expect(await states(till)).toEqual(['slip unknown']);
  const again = await till.call('prints.slip', input);
  expect(again.job, 'the same request is the same job').toMatchObject({ copy: 1, state: 'unknown' });
  expect(await states(till)).toHaveLength(1);
});

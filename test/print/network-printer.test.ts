import { expect, test } from 'vitest';
import { type Patience, printByNetwork } from '../../src/main/print/network-printer.ts';
import { type PrinterMood, startPrinter } from './receipt-printer.ts';

/** Where the printer answers nobody waits that long; where it says nothing its silence is waited for. */
const patient: Patience = { connect: 10_000, status: 10_000, print: 10_000 };
const untilSilent: Patience = { ...patient, print: 300 };
const neverTold: Patience = { ...patient, status: 300 };
const document = Buffer.from('\u001b@A slip\n'.repeat(40));

const printOn = async (mood: PrinterMood, patience = patient, answers: number | null = 1) => {
  const printer = await startPrinter(mood);
  const outcome = await printByNetwork(
    { name: 'Till printer', host: '127.0.0.1', port: printer.port, answers },
    document,
    {
      patience,
    },
  );
  return { outcome, printer };
};

test('a document went through when the printer says so, and was sent once', async () => {
  const { outcome, printer } = await printOn({});
  expect(outcome).toEqual({ state: 'printed', problem: '', answers: true });
  expect(printer.documents).toEqual([document]);
});

test.each([
  ['out of paper', { paper: 0x60 }, 'It is out of paper.'],
  ['its cover open', { offline: 0x04 }, 'Its cover is open.'],
  ['an error', { offline: 0x40 }, 'It reports an error.'],
] as const)('a printer with %s is sent nothing: it failed, with what to do', async (_name, mood, problem) => {
  const { outcome, printer } = await printOn(mood);
  expect(outcome).toMatchObject({ state: 'failed', answers: true });
  expect(outcome.problem).toContain(problem);
  expect(printer.documents).toEqual([]);
});

test('a printer that is switched off failed, and so did one that never answered before the document', async () => {
  const printer = await startPrinter();
  await printer.switchOff();
  const off = await printByNetwork(
    { name: 'Till printer', host: '127.0.0.1', port: printer.port, answers: 1 },
    document,
    {
      patience: patient,
    },
  );
  expect(off).toMatchObject({ state: 'failed', answers: null });
  expect(off.problem).toMatch(/^Till printer cannot be reached \(.*ECONNREFUSED.*\)\. Check that it is on/);
  const { outcome, printer: silent } = await printOn({ silent: true }, neverTold);
  expect(outcome).toMatchObject({ state: 'failed' });
  expect(silent.documents).toEqual([]);
});

test('a connection that breaks within the document leaves an unknown outcome, and nothing is sent again', async () => {
  const { outcome, printer } = await printOn({ dropsAfter: 8 });
  expect(outcome).toMatchObject({ state: 'unknown' });
  expect(outcome.problem).toMatch(/^The connection broke .*Look whether paper came out of Till printer/);
  expect(printer.connections()).toBe(1);
});

test('a printer that takes everything and then says nothing leaves an unknown outcome', async () => {
  const { outcome, printer } = await printOn({ stalls: true }, untilSilent);
  expect(outcome).toMatchObject({ state: 'unknown' });
  await printer.hasTaken(document.length);
  expect(printer.documents).toEqual([document]);
});

test('what a printer says unasked is no answer', async () => {
  const { outcome } = await printOn({ chats: true }, untilSilent);
  expect(outcome).toMatchObject({ state: 'unknown' });
});

test('a printer known to say nothing has printed what it took; one that nobody knows leaves it open', async () => {
  expect((await printOn({ silent: true }, neverTold, 0)).outcome).toEqual({
    state: 'printed',
    problem: '',
    answers: false,
  });
  const { outcome, printer } = await printOn({ silent: true }, neverTold, null);
  expect(outcome).toMatchObject({ state: 'unknown', answers: false });
  await printer.hasTaken(document.length);
  expect(printer.documents).toEqual([document]);
});

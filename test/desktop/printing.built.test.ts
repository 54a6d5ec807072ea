import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { inTurn, needPrinter, printerFailed, saysDefault } from '../../src/main/hosts/desktop/print-job.ts';
import { shareChromium, whyNoChromium } from '../support/chromium.ts';
import { rootFolder, startProgram } from '../support/started-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const noChromium = await whyNoChromium();
const module = join(rootFolder, 'src/main/hosts/electron/document-printer.ts');
const standIn = join(rootFolder, 'test/support/electron-stand-in.ts');
const printers = [
  { name: 'Slips', options: { 'printer-is-default': 'true' } },
  { name: 'Labels', options: {} },
];
const slip = '<h1>Order 1042</h1><script>document.title = "ran"; document.body.append("it ran")</script>';

/** Runs `use` on the Electron host's printer, in a process where the stand-in is `electron`; answers what it logs. */
const withPrinter = async (use: string, env: Record<string, string> = {}): Promise<readonly unknown[]> => {
  const shared = await shareChromium(temporaryFolder());
  onTestFinished(shared.stop);
  const script = `
    import { BrowserWindow } from 'electron';
    import { documentPrinter } from ${JSON.stringify(module)};
    import { state } from ${JSON.stringify(join(rootFolder, 'test/support/stand-in/record.ts'))};
    const any = new BrowserWindow({ show: false, webPreferences: {} });
    const printer = documentPrinter(() => any.webContents);
    const slip = ${JSON.stringify(slip)};
    const say = (value) => process.stdout.write(JSON.stringify(value) + '\\n');
    const did = (what) => state.calls.filter(([name]) => name === what).map(([, ...rest]) => rest);
    ${use}
    process.exit(0);`;
  const program = startProgram(['--import', standIn, '--input-type=module', '--eval', script], {
    env: { STAND_IN_CHROMIUM: shared.endpoint, STAND_IN_PRINTERS: JSON.stringify(printers), ...env },
  });
  expect(await program.ended()).toBe(0);
  return program.lines.map((line) => JSON.parse(line));
};

describe.skipIf(noChromium)(`documents on paper, on the stand-in ${noChromium || ''}`, () => {
  test('go silently to the printer that was chosen, as often as wanted, without running a script', async () => {
    const [list, printed, [[options]] = [[]]] = (await withPrinter(`
      say(await printer.printers());
      await printer.print(slip, { printer: 'Slips', copies: 2 });
      await printer.print('<p>Next</p>', { printer: null, copies: 1 });
      say(did('print'));
      say(did('window').slice(1));`)) as [unknown, unknown, [[{ show: boolean; webPreferences: object }]]];
    expect(list).toEqual([
      { name: 'Slips', isDefault: true },
      { name: 'Labels', isDefault: false },
    ]);
    expect(printed).toEqual([
      [{ silent: true, printBackground: true, copies: 2, deviceName: 'Slips' }, 'Order 1042'],
      [{ silent: true, printBackground: true, copies: 1 }, 'Next'],
    ]);
    expect(options).toEqual({
      show: false,
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        javascript: false,
        partition: 'documents',
      },
    });
  });

  test('become a PDF', async () => {
    const [head, bytes] = (await withPrinter(`
      const pdf = await printer.pdf(slip);
      say(Buffer.from(pdf.slice(0, 5)).toString());
      say(pdf.length);`)) as [string, number];
    expect(head).toBe('%PDF-');
    expect(bytes).toBeGreaterThan(1_000);
  });

  test('that a printer refuses are refused in words, and do not hold up the next', async () => {
    const said = await withPrinter(
      `const tell = (job) => job.then(() => say('printed'), ({ code, message }) => say(code + ': ' + message));
      await tell(printer.print(slip, { printer: 'Gone', copies: 1 }));
      await tell(printer.print(slip, { printer: 'Slips', copies: 1 }));
      say((await printer.pdf(slip)).length > 1000);`,
      { STAND_IN_PRINTER_FAILS: 'Print job canceled' },
    );
    expect(said).toEqual([
      expect.stringContaining('printer_failed: That printer is not known'),
      expect.stringContaining('printer_failed: The printing was cancelled'),
      true,
    ]);
  });
});

describe('a job for a printer', () => {
  test('without any printer says so; what a driver says that nobody knows is a sentence all the same', () => {
    expect(() => needPrinter([], null)).toThrow('No printer is set up');
    expect(() => needPrinter([{ name: 'Slips' }], null)).not.toThrow();
    expect(printerFailed('0x00000709').message).toContain('Check that it is on');
    expect(saysDefault({ 'printer-is-default': 'false', 'media-default': 'A4' })).toBe(false);
  });

  test('comes after the one before it, whatever became of that', async () => {
    const next = inTurn();
    const order: string[] = [];
    const job = (name: string, fails = false) =>
      next(async () => {
        order.push(`${name} begins`);
        await Promise.resolve();
        order.push(`${name} ends`);
        if (fails) throw new Error(name);
      });
    await Promise.allSettled([job('one', true), job('two'), job('three')]);
    expect(order).toEqual(['one begins', 'one ends', 'two begins', 'two ends', 'three begins', 'three ends']);
  });
});

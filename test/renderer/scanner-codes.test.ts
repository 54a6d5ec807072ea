import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { barcodes } from '../../src/main/print/html/barcode.ts';
import { createSerialCodes, readScannerReport } from '../../src/renderer/state/scanner-codes.ts';
import { rootFolder } from '../support/started-program.ts';

describe('a scanner on a serial line', () => {
  test('ends its codes as it was set up to, and may send them in pieces', () => {
    const codes = createSerialCodes();
    expect(codes.add('40123')).toEqual([]);
    expect(codes.add('45678901\r\nLA')).toEqual(['4012345678901']);
    expect(codes.add('MP\tTB0001\u0003')).toEqual(['LAMP', 'TB0001']);
    expect(codes.take(), 'nothing is left').toBeNull();
  });

  test('that ends none has ended one when it falls silent', () => {
    const codes = createSerialCodes();
    codes.add('\u0002LAMP');
    expect(codes.take()).toBe('LAMP');
    expect(codes.take()).toBeNull();
  });

  test('that never ends fills no memory', () => {
    const codes = createSerialCodes();
    for (let times = 0; times < 100; times++) codes.add('x'.repeat(1000));
    expect(codes.take()?.length).toBe(4096);
  });
});

describe('a scanner as a HID device', () => {
  const fields = [
    { usages: [0x01_00_3b], reportSize: 8, reportCount: 1 },
    { usages: [0x8c_00_fb, 0x8c_00_fc, 0x8c_00_fd], reportSize: 8, reportCount: 3 },
    { usages: [0x8c_00_fe], reportSize: 8, reportCount: 12 },
    { usages: [0x8c_00_ff], reportSize: 1, reportCount: 1 },
    { reportSize: 1, reportCount: 7 },
  ];
  const report = (code: string, more: number) => {
    const bytes = new Uint8Array(17);
    bytes.set([code.length, ...new TextEncoder().encode(`]E0${code}`)]);
    bytes[16] = more;
    return new DataView(bytes.buffer);
  };

  test('says where in its report the code stands, and whether it goes on', () => {
    expect(readScannerReport(fields, report('40123', 0))).toEqual({ text: '40123', isContinued: false });
    expect(readScannerReport(fields, report('401234567890', 1))).toEqual({ text: '401234567890', isContinued: true });
  });

  test('whose report is cut short, or carries no code, breaks nothing', () => {
    expect(readScannerReport(fields, new DataView(new ArrayBuffer(2)))).toEqual({ text: '', isContinued: false });
    expect(readScannerReport([], report('40123', 0))).toBeNull();
  });
});

test('the card on the screen says what the app takes it for', async () => {
  const card = readFileSync(join(rootFolder, 'src/renderer/screens/settings/scanner/test-card.svg'), 'utf8');
  expect(String((await barcodes())('TILLBRIDGE'))).toContain(card.replace('<title>TILLBRIDGE</title>\n', '').trim());
});

import { expect, test } from 'vitest';
import { type PrintBeside, type PrintContent, readBeside } from '../../src/main/print/content.ts';
import { htmlPage } from '../../src/main/print/html/page.ts';
import { besidePickList, pickListContent, slipContent } from '../../src/main/print/order-content.ts';
import { plain } from '../../src/main/print/plain.ts';
import { receiptOf } from '../../src/main/print/receipt/receipt.ts';
import { sheetOf } from '../../src/main/print/sheet-of.ts';
import { slipCode, slipTail } from '../../src/main/print/slip-code.ts';
import type { Printable } from '../../src/main/store/printable.ts';
import { hostileTexts, megabyte } from '../hostile/hostile-values.ts';
import { textOf } from './print-bench.ts';
import { lineOf, printableOf } from './printable.ts';

const place = { outlet: 'High Street', timeZone: 'Europe/Dublin', locale: null };
const wide = { paperMm: 80, letters: 48 } as const;

const documentOf = (content: PrintContent) => ({
  content,
  jobId: 'job',
  copy: 1,
  reprint: false,
  revisesAt: null,
  differences: [],
  by: null,
  at: Date.UTC(2026, 10, 26, 10, 2),
  practice: false,
});

const sheet = (printable: Printable, content: PrintContent, changes: { by?: string; practice?: boolean } = {}) =>
  sheetOf({ ...documentOf(content), beside: besidePickList(printable, place), ...changes });

/** Everything that comes from outside says this. */
const saying = (text: string): Printable =>
  printableOf({
    method: text,
    recipientName: text,
    recipientAddress: `${text}\n${text}`,
    recipientPhone: text,
    customerName: text,
    customerMessage: text,
    staffNotes: text,
    receiptNumber: text,
    orderId: null,
    lines: [lineOf('1', { sku: text, name: text, options: text, bin: text, barcode: text })],
  });

const contents = [slipContent, pickListContent];

/** What a page may be made of; whatever else begins with < came from outside. */
const tags =
  /<(?:!doctype html|\/?(?:[a-z][a-z0-9]*)(?: (?:class|role|lang|scope|charset|name|content|aria-label|aria-hidden|viewBox|xmlns|stroke|stroke-width|d|fill)="[^"<>]*")* ?\/?)>/g;
const known = new Set(
  'html head meta title style body p h1 h2 header div bdi span svg path small section strong ul ol li b table thead tbody tr th td footer'.split(
    ' ',
  ),
);
const strangersIn = (html: string): string[] => [
  ...(html.replace(tags, '').match(/<.{0,20}/g) ?? []),
  ...[...html.matchAll(/<\/?([a-z][a-z0-9]*)/g)].flatMap(([tag, name = '']) => (known.has(name) ? [] : [tag])),
];

/** Bytes, a letter each, so that a test can name those that a printer obeys. */
const bytesOf = (receipt: Uint8Array): string => Buffer.from(receipt).toString('latin1');
const [esc, dle, gs] = ['\u001b', '\u0010', '\u001d'];
/** Every command of a receipt with its parameters, and the carriage return. */
const commands = new RegExp(`${gs}k[^]{2,30}?(?=\\n)|${gs}[!BVhwH][^]|${esc}[EMt][^]|${esc}@|\u001c\\.|\r`, 'g');
const unprintable = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

test.each([...hostileTexts, megabyte, 'x'.repeat(1_000_000)])(
  'text from outside is text on paper, whatever it is: %#',
  async (text) => {
    const printable = saying(text);
    for (const content of contents) {
      const said = sheet(printable, content(printable), { by: text });
      const html = await htmlPage(said);
      expect(html.length, 'a page stays a page').toBeLessThan(60_000);
      expect(strangersIn(html)).toEqual([]);
      expect(html.replaceAll('\n', '')).not.toMatch(unprintable);
      const receipt = receiptOf(said, wide);
      expect(receipt.length).toBeLessThan(40_000);
      for (const command of [`${esc}p`, `${esc}=`, `${esc}[`, `${dle}${String.fromCharCode(4)}`]) {
        expect(bytesOf(receipt).includes(command)).toBe(false);
      }
    }
  },
);

test('a name that holds a printer’s command prints as letters, and opens no cash drawer (F5)', () => {
  const printable = printableOf({ recipientName: `Ada${esc}p\u0000\u0019Byron` });
  const receipt = bytesOf(receiptOf(sheet(printable, slipContent(printable)), wide));
  expect(receipt.includes(`${esc}p`)).toBe(false);
  expect(receipt).toContain('Ada p Byron');
});

test('marks that turn text around are left out, letters of every script stay', () => {
  expect(plain('\u202eevil\u202c \u2066x\u2069')).toBe('evil x');
  expect(plain('Zoë Ünal Привет 日本 עברית 👩‍👩‍👧')).toBe('Zoë Ünal Привет 日本 עברית 👩‍👩‍👧');
  expect(plain(' a \n\t b\u0000c ')).toBe('a b c');
  expect(plain('👩'.repeat(300), 10)).toBe(`${'👩'.repeat(9)}…`);
});

test('what is on a receipt fits its paper, in letters that the printer has', () => {
  const printable = printableOf({ recipientName: 'Zoë Müller', lines: [lineOf('1', { name: 'A teapot '.repeat(9) })] });
  for (const paper of [wide, { paperMm: 58, letters: 32 }] as const) {
    const receipt = bytesOf(receiptOf(sheet(printable, slipContent(printable)), paper));
    const lines = receipt.replace(commands, '').split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(paper.letters);
    expect(receipt, 'code page 437 has an ë and an ü').toContain('Zo\u0089 M\u0081ller');
    expect(receipt.endsWith(`${gs}V\u0000\n\r`), 'it is cut at its end').toBe(true);
  }
});

test('what is practised says so wherever one looks: on the page, across it, and on a receipt (N12)', async () => {
  const printable = printableOf();
  const said = sheet(printable, slipContent(printable), { practice: true });
  const html = await htmlPage(said);
  expect(textOf(html)).toMatch(/PRACTICE PRACTICE Nothing on this paper is real\./);
  expect(html).toContain('class="watermark"');
  const receipt = bytesOf(receiptOf(said, wide));
  expect(receipt.match(/PRACTICE/g)).toHaveLength(2);
  expect(await htmlPage(sheet(printable, slipContent(printable)))).not.toMatch(/PRACTICE|"watermark"/);
});

test('a pick list tells staff what a slip must not: bin, money, hold and their own notes (R91, R70)', async () => {
  const printable = printableOf({
    paymentState: 'unpaid',
    onHold: 1,
    staffNotes: 'Fragile',
    lines: [lineOf('1', { bin: 'A10', ordered: 3, picked: 1, barcode: '4006381333931' }), lineOf('2', { bin: 'A2' })],
  });
  const list = textOf(await htmlPage(sheet(printable, pickListContent(printable))));
  expect(list).toMatch(/Not paid: .* On hold in BigCommerce: .* A2 1 Article 2 .*A10 3 Article 1 .*1 picked already/);
  expect(list).toContain('Fragile');
  expect(list).toContain('4006381333931');
});

test('the barcode of a slip says digits, and those say whose it is', () => {
  const ids = [
    '01993b2e-8a7f-7c36-9f0e-6f2a1d4b7c90',
    '01993b2e-8a7f-7c36-9f0e-000000000001',
    `${'f'.repeat(8)}-ffff-7fff-9fff-ffffffffffff`,
  ];
  for (const id of ids) {
    expect(slipCode(id)).toMatch(/^TB\d{16}$/);
    expect(slipTail(slipCode(id))).toBe(id.slice(-12));
  }
  expect(slipTail('TB-NEXT')).toBeNull();
});

test('paper writes its days as the shop does; paper from before the shop had a locale stays as it was (R94)', () => {
  const printable = printableOf({ placedAt: Date.UTC(2026, 10, 25, 9, 30) });
  const beside = besidePickList(printable, { ...place, locale: 'de-DE' });
  const on = (beside: PrintBeside) => {
    const { blocks, foot } = sheetOf({ ...documentOf(pickListContent(printable)), beside });
    const [heading] = blocks.flatMap((block) => (block.block === 'heading' ? block.aside : []));
    return [heading, foot[0]];
  };
  expect(on(beside)).toEqual(['Ordered 25.11.2026 at 09:30', 'Printed 26.11.2026 at 10:02']);
  const { locale, ...older } = beside;
  expect(on(readBeside(JSON.stringify(older)))).toEqual(['Ordered 2026-11-25 at 09:30', 'Printed 2026-11-26 at 10:02']);
});

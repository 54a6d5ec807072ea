import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import type { PrinterRow } from '../../store/printers.ts';
import { isBarcode } from '../html/barcode.ts';
import { plain } from '../plain.ts';
import type { Block, ItemRow, Mark, Sheet } from '../sheet.ts';

export type Paper = Pick<PrinterRow, 'paperMm' | 'letters'>;

type Encoder = ReceiptPrinterEncoder;

/** A letter that no code page has would come out as another one: these have a plain form. */
const plainForms: Readonly<Record<string, string>> = { '…': '...', '–': '-', '×': 'x', '·': '-' };

/**
 * Text as a receipt printer takes it. The encoder hands control characters on, and the printer obeys them, so nothing is
 * written by any other way.
 */
const said = (text: string): string => plain(text, 400).replace(/[…–×·]/g, (letter) => plainForms[letter] ?? letter);

/** The same sheet as ESC/POS, for paper of that width, with a cut at its end. */
export const receiptOf = (sheet: Sheet, paper: Paper): Uint8Array => {
  const encoder = new ReceiptPrinterEncoder({ language: 'esc-pos', columns: paper.letters, feedBeforeCut: 4 });
  encoder.initialize().codepage('auto');
  for (const mark of sheet.marks) writeMark(encoder, mark);
  encoder.line(said(sheet.title).toUpperCase());
  for (const block of sheet.blocks) writeBlock(encoder, block, paper);
  encoder.rule();
  for (const line of sheet.foot) encoder.line(said(line));
  // On a long receipt the head is out of sight where it is torn off.
  if (sheet.practice) encoder.invert(true).line(' PRACTICE ').invert(false);
  return encoder.cut().encode();
};

const writeMark = (encoder: Encoder, { word, sentences }: Mark): void => {
  encoder
    .invert(true)
    .size(2, 2)
    .line(` ${said(word)} `)
    .size(1, 1)
    .invert(false);
  sentences.forEach((sentence, index) => {
    encoder.line(index === 0 ? said(sentence) : `- ${said(sentence)}`);
  });
  encoder.newline();
};

/** Code set B, and C for the digits at the end, two by two: else a slip's code is wider than narrow paper. */
const code128 = (code: string): string => {
  const [, letters = '', digits = ''] = /^(.*?)((?:\d\d){2,})?$/.exec(code) ?? [];
  const pairs = digits.match(/\d\d/g) ?? [];
  return `{B${letters.replaceAll('{', '{{')}${pairs.length > 0 ? `{C${String.fromCharCode(...pairs.map(Number))}` : ''}`;
};

const writeBarcode = (encoder: Encoder, code: string, paper: Paper): void => {
  if (!isBarcode(code)) return;
  // A printer leaves out a barcode that is wider than its paper: these bars are three dots and two.
  encoder.barcode(code128(code), 'code128', { height: 60, width: paper.paperMm === 80 ? 2 : 1 }).line(said(code));
};

const writeLines = (encoder: Encoder, title: string, lines: readonly string[]): void => {
  encoder.bold(true).line(said(title)).bold(false);
  for (const line of lines) encoder.line(said(line));
  encoder.newline();
};

const writeBlock = (encoder: Encoder, block: Block, paper: Paper): void => {
  switch (block.block) {
    case 'heading':
      encoder.bold(true).size(2, 2).line(said(block.text)).size(1, 1).bold(false);
      for (const line of block.aside) encoder.line(said(line));
      writeBarcode(encoder, block.barcode, paper);
      encoder.newline();
      return;
    case 'facts':
    case 'notes':
      writeLines(encoder, block.title, block.lines);
      return;
    case 'boxes':
      writeLines(
        encoder,
        'Boxes',
        block.rows.map(({ box, what }) => `${box}: ${what}`),
      );
      return;
    case 'codes':
      for (const { code, meaning } of block.rows) {
        encoder.bold(true).line(said(meaning)).bold(false);
        writeBarcode(encoder, code, paper);
        encoder.newline();
      }
      return;
    case 'items':
      encoder.rule();
      for (const row of block.rows) writeItem(encoder, row, paper.letters);
  }
};

const writeItem = (encoder: Encoder, row: ItemRow, columns: number): void => {
  const quantityWidth = 6;
  const facts = [...row.details, ...(row.bin === '' ? [] : [`Bin ${row.bin}`]), ...row.boxes, row.done];
  encoder.table(
    [
      { width: quantityWidth, align: 'right', marginRight: 2 },
      { width: columns - quantityWidth - 2, align: 'left', overflow: 'wrap' },
    ],
    [
      [`${row.quantity} x`, (cell) => cell.bold(true).text(said(row.name)).bold(false)],
      ...facts.filter(Boolean).map((fact) => ['', said(fact)]),
    ],
  );
};

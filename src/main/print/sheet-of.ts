import { storeMinute } from '../domain/store-minute.ts';
import type { PickListContent, PrintBeside, PrintContent, RoundContent, SlipContent } from './content.ts';
import { plain } from './plain.ts';
import { scanCardCodes } from './scan-card.ts';
import type { Block, ItemRow, Mark, Sheet } from './sheet.ts';

/** A job of the journal with what its paper says. Instants are UTC ms. */
export interface PrintedDocument {
  readonly content: PrintContent;
  readonly beside: PrintBeside;
  readonly jobId: string;
  readonly copy: number;
  /** The same was printed before. */
  readonly reprint: boolean;
  /** When the document that it revises was printed; null where it revises none. */
  readonly revisesAt: number | null;
  readonly differences: readonly string[];
  readonly by: string | null;
  readonly at: number;
  readonly practice: boolean;
}

export const printTitles: Readonly<Record<PrintContent['kind'], string>> = {
  slip: 'Packing slip',
  pick_list: 'Pick list',
  pick_round: 'Pick round',
  scan_card: 'Scan card',
  test_page: 'Test page',
};

export const sheetOf = (document: PrintedDocument): Sheet => {
  const { content, practice } = document;
  return {
    title: printTitles[content.kind],
    marks: marksOf(document),
    blocks: blocksOf(document),
    foot: footOf(document),
    practice,
  };
};

const marksOf = ({ copy, reprint, revisesAt, differences, beside, practice }: PrintedDocument): Mark[] => [
  ...(practice ? [{ word: 'PRACTICE', sentences: ['Nothing on this paper is real.'] }] : []),
  ...(beside.outdated
    ? [{ word: 'OUTDATED', sentences: ['The order has changed since. Print a new one to work by.'] }]
    : []),
  ...(revisesAt === null
    ? []
    : [
        {
          word: 'REVISED',
          sentences: [`Changed since the one printed ${storeMinute(revisesAt, beside)}:`, ...differences],
        },
      ]),
  ...(reprint ? [{ word: 'REPRINT', sentences: [`Copy ${copy}: the same was printed before.`] }] : []),
];

const footOf = ({ beside, by, at, copy, jobId }: PrintedDocument): string[] => [
  [
    `Printed ${storeMinute(at, beside)}`,
    ...(by === null ? [] : [`by ${plain(by, 80)}`]),
    ...(copy > 1 ? [`copy ${copy}`] : []),
  ].join(', '),
  `Job ${jobId}`,
];

const blocksOf = ({ content, beside }: PrintedDocument): Block[] => {
  switch (content.kind) {
    case 'slip':
      return slipBlocks(content, beside);
    case 'pick_list':
      return pickListBlocks(content, beside);
    case 'pick_round':
      return roundBlocks(content);
    case 'scan_card':
      return [{ block: 'codes', rows: scanCardCodes }];
    case 'test_page':
      return [
        { block: 'heading', text: content.printer, barcode: 'TB-TEST', aside: [content.address] },
        { block: 'facts', title: 'Letters', lines: ['ÄÖÜ äöü ß é è ê ñ ç å ø € £', '0123456789 # × – …'] },
      ];
  }
};

const typeNames = { delivery: 'Delivery', pickup: 'Pickup' } as const;

const filled = (...lines: readonly string[]): string[] => lines.filter(Boolean);

const block = (kind: 'facts' | 'notes', title: string, lines: readonly string[]): Block[] =>
  lines.length === 0 ? [] : [{ block: kind, title, lines }];

const headingOf = ({ order, type, method }: SlipContent | PickListContent, beside: PrintBeside): Block => ({
  block: 'heading',
  text: order,
  barcode: beside.code,
  aside: [
    ...(beside.placedAt === null ? [] : [`Ordered ${storeMinute(beside.placedAt, beside)}`]),
    filled(typeNames[type], method).join(' · '),
  ],
});

const rowOf = (line: SlipContent['lines'][number] & Partial<Pick<ItemRow, 'bin' | 'code'>>, done: string): ItemRow => ({
  quantity: line.quantity,
  name: line.name || line.sku,
  details: filled(line.options, line.name === '' ? '' : line.sku),
  bin: line.bin ?? '',
  code: line.code ?? '',
  boxes: [],
  done,
});

const doneBefore = ({ done }: PrintBeside, lineId: string, said: string): string =>
  Object.hasOwn(done, lineId) ? `${done[lineId]} ${said}` : '';

const slipBlocks = (content: SlipContent, beside: PrintBeside): Block[] => [
  headingOf(content, beside),
  ...block('facts', 'For', filled(content.recipient, ...content.address, content.phone)),
  {
    block: 'items',
    columns: { bins: false, codes: false, ticks: false },
    rows: content.lines.map((line) => rowOf(line, doneBefore(beside, line.lineId, 'left before'))),
  },
  ...block('notes', 'Message', content.message),
  ...block('facts', 'From', filled(beside.outlet)),
];

const pickListBlocks = (content: PickListContent, beside: PrintBeside): Block[] => [
  headingOf(content, beside),
  ...block('facts', 'Customer', filled(content.customer)),
  ...block('notes', 'Before it leaves', beside.notes),
  {
    block: 'items',
    columns: { bins: true, codes: true, ticks: true },
    rows: content.lines.map((line) => rowOf(line, doneBefore(beside, line.lineId, 'picked already'))),
  },
  ...block('notes', 'From the customer', content.message),
  ...block('notes', 'Staff notes', content.staffNotes),
];

const roundBlocks = ({ boxes, stops }: RoundContent): Block[] => [
  {
    block: 'boxes',
    rows: boxes.map(({ box, order, customer, type, pieces }) => ({
      box,
      what: filled(order, customer, typeNames[type], pieces === 1 ? '1 piece' : `${pieces} pieces`).join(' · '),
    })),
  },
  {
    block: 'items',
    columns: { bins: true, codes: true, ticks: true },
    rows: stops.map((stop) => ({
      quantity: stop.quantity,
      name: stop.name || stop.sku,
      details: filled(stop.options, stop.name === '' ? '' : stop.sku),
      bin: stop.bin,
      code: stop.code,
      boxes: stop.boxes.map(({ box, quantity }) => `${box} ${quantity}`),
      done: '',
    })),
  },
];

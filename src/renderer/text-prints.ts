import type { PrintJobView, PrintKind, PrintState } from '../contract/prints.ts';
import { counted, formatCount } from './format/count.ts';

const kinds: Readonly<Record<PrintKind, string>> = {
  slip: 'Packing slip',
  pick_list: 'Pick list',
  pick_round: 'Pick round',
  scan_card: 'Scan card',
  test_page: 'Test page',
};

const states: Readonly<Record<PrintState, string>> = {
  queued: 'Waits for its printer',
  sending: 'Printing',
  printed: 'Printed',
  failed: 'Not printed',
  unknown: 'Not known',
};

type LeftOutWhy = 'printed_before' | 'on_hold' | 'nothing_to_pick' | 'no_room';

const whyLeftOut: Readonly<Record<LeftOutWhy, string>> = {
  printed_before: 'on paper already',
  on_hold: 'on hold',
  nothing_to_pick: 'nothing to pick',
  no_room: 'no box left',
};

const orders = (count: number): string => counted(count, 'order', 'orders');

/** Every word that the screens say about paper. */
export const printsText = {
  kinds,
  states,
  slip: 'Print slip',
  slipRevised: 'Print revised slip',
  pickList: 'Pick list',
  printing: 'Printing…',
  again: 'Print again',
  leave: 'Leave it',
  revised: 'Revised',
  changedSince: (what: string, when: string, by: string | null) =>
    `The order has changed since the ${what} was printed ${when}${by === null ? '' : ` by ${by}`}:`,
  printedAt: (when: string, by: string | null, copies: number) =>
    `Slip printed ${when}${by === null ? '' : ` by ${by}`}${copies > 1 ? `, ${formatCount(copies)} copies` : ''}`,
  toDialog: (title: string) => `${title} went to the print dialog. Undo if it did not come out.`,
  toPrinter: (title: string, printer: string) => `${title} goes to ${printer}.`,
  printed: (title: string) => `${title} is printed.`,
  notOut: (title: string) => `${title} counts as not printed.`,
  journalOf: 'Print journal',
  onRound: 'Add to round',
  offRound: 'Off the round',
  marked: 'Pick round',
  round: {
    open: 'Pick round',
    openMarked: (count: number) => `Pick round: ${orders(count)}`,
    title: 'One walk for many orders',
    whole: 'The oldest orders of this list that are on no paper yet, each with a box of its own.',
    chosen: (count: number) => `The ${orders(count)} that were added, each with a box of its own.`,
    boxes: 'Boxes on the cart',
    print: 'Print pick round',
    clear: 'Start anew',
    close: 'Close',
    done: (count: number, leftOut: number) =>
      `Pick round of ${orders(count)}${leftOut === 0 ? '' : `; ${orders(leftOut)} left out`}.`,
    leftOut: (order: string, why: LeftOutWhy) => `${order}: ${whyLeftOut[why]}`,
  },
  journal: {
    title: 'Print journal',
    what: 'Everything that was put on paper here, newest first.',
    search: 'Order number',
    empty: 'Nothing has been printed yet. What is printed is listed here.',
    nothingFor: (order: string) => `Nothing of order ${order} has been printed here.`,
    clear: 'Show all',
    more: 'Show more',
    copy: (job: PrintJobView) => `Copy ${formatCount(job.copy)}`,
    reprint: 'Reprint',
    by: (who: string | null, when: string) => (who === null ? when : `${who}, ${when}`),
    on: (printer: string) => `on ${printer}`,
    dialog: 'print dialog',
    job: 'Job',
    content: 'Content',
    again: 'Print again',
    pdf: 'Save as PDF',
    came: 'It came out',
    didNot: 'It did not come out',
  },
  printers: {
    title: 'Printers',
    what: 'Receipt printers on the network that understand ESC/POS. A manager names them by their address.',
    none: 'No receipt printer yet. Slips are printed by the print dialog of this window.',
    name: 'Name',
    host: 'Address',
    hostHint: 'As the printer prints it on its own test page, such as 192.168.1.50.',
    port: 'Port',
    paper: 'Paper',
    paperMm: (mm: number) => `${mm} mm`,
    letters: 'Letters on a line',
    lettersHint: 'Usually 48, or 32 on narrow paper. If the ruler on the test page breaks, take 42.',
    add: 'Add printer',
    adding: 'Adding…',
    incomplete: 'Give it a name and its address.',
    added: (name: string) => `${name} is added. Print a test page to see that it works.`,
    remove: 'Remove',
    removed: (name: string) => `${name} is removed.`,
    test: 'Test page',
    testing: (name: string) => `A test page goes to ${name}.`,
    answers: 'Tells how it stands',
    silent: 'Does not tell how it stands: a slip counts as printed once it was taken.',
    untested: 'Not tested yet',
    system: 'Printer of this computer',
    usedFor: 'Used for',
    usedForWhat: 'Where each kind of paper comes out on this till.',
    dialog: 'Print dialog',
    chosen: (kind: string, printer: string) => `${kind}: ${printer}.`,
    scanCard: 'Print scan card',
    scanCardWhat: 'Barcodes beside the bench: with them a scanner alone does a whole order.',
  },
} as const;

import type { Printable, PrintableLine } from '../store/printable.ts';
import { byBin } from './bins.ts';
import type { PickListContent, PrintBeside, SlipContent } from './content.ts';
import { plain, plainLines } from './plain.ts';
import { slipCode } from './slip-code.ts';

/** The longest address, method or message is still a sheet of paper. */
const mostMethod = 100;

export const orderName = ({ orderId, receiptNumber }: Pick<Printable, 'orderId' | 'receiptNumber'>): string =>
  orderId === null ? plain(receiptNumber, 40) : `#${orderId}`;

export const itemOf = ({ lineId, sku, name, options }: PrintableLine) => ({
  lineId,
  sku: plain(sku, 60),
  name: plain(name),
  options: plain(options),
});

/** What a scan of the paper is to give: the article's own code, else the SKU. */
export const codeOf = ({ barcode, sku }: PrintableLine): string => plain(barcode, 60) || plain(sku, 60);

const wanted = ({ lines }: Printable): PrintableLine[] => lines.filter(({ ordered }) => ordered > 0);

/** What is in the parcel, for whom and where. Nothing that only concerns staff, and no price. */
export const slipContent = (printable: Printable): SlipContent => ({
  kind: 'slip',
  order: orderName(printable),
  type: printable.type,
  method: plain(printable.method, mostMethod),
  recipient: plain(printable.recipientName || printable.customerName),
  address: plainLines(printable.recipientAddress),
  phone: plain(printable.recipientPhone, 40),
  message: plainLines(printable.customerMessage),
  lines: wanted(printable).map((line) => ({ ...itemOf(line), quantity: line.ordered })),
});

/** What to take from the shelves for one order. */
export const pickListContent = (printable: Printable): PickListContent => ({
  kind: 'pick_list',
  order: orderName(printable),
  type: printable.type,
  method: plain(printable.method, mostMethod),
  customer: plain(printable.customerName || printable.recipientName),
  message: plainLines(printable.customerMessage),
  staffNotes: plainLines(printable.staffNotes),
  lines: wanted(printable)
    .map((line) => ({ ...itemOf(line), bin: plain(line.bin, 40), code: codeOf(line), quantity: line.ordered }))
    .toSorted(byBin),
});

const unpaid: Readonly<Record<string, string>> = {
  unpaid: 'Not paid: it must not be handed over before it is.',
  part_paid: 'Only part of it is paid: it must not be handed over before it is.',
  refunded: 'The money went back to the customer: it must not be handed over.',
};

const held = 'On hold in BigCommerce: it must not be handed over before the hold ends.';

const notesFor = ({ paymentState, onHold }: Printable): string[] =>
  [unpaid[paymentState], onHold === 1 ? held : undefined].filter((note) => note !== undefined);

/** The shop that prints. */
export interface PrintPlace {
  readonly outlet: string;
  readonly timeZone: string;
  readonly locale: string | null;
}

/** For paper that is no order's. */
export const besideNothing = (place: PrintPlace): PrintBeside => ({
  ...place,
  placedAt: null,
  code: '',
  notes: [],
  done: {},
  outdated: false,
});

const done = ({ lines }: Printable, of: 'fulfilled' | 'picked'): Record<string, number> =>
  Object.fromEntries(lines.flatMap((line) => (line[of] > 0 ? [[line.lineId, line[of]]] : [])));

export const besideSlip = (printable: Printable, place: PrintPlace): PrintBeside => ({
  ...besideNothing(place),
  placedAt: printable.placedAt,
  code: slipCode(printable.fulfillmentId),
  done: done(printable, 'fulfilled'),
});

export const besidePickList = (printable: Printable, place: PrintPlace): PrintBeside => ({
  ...besideSlip(printable, place),
  notes: notesFor(printable),
  done: done(printable, 'picked'),
});

import type { Printable, PrintableLine } from '../store/printable.ts';
import { byBin } from './bins.ts';
import type { RoundContent } from './content.ts';
import { codeOf, itemOf, orderName } from './order-content.ts';
import { plain } from './plain.ts';

/** Where an order's goods go on the cart: A … Z, then AA, AB … */
export const boxLetters = (index: number): string =>
  (index < 26 ? '' : boxLetters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

/** Pieces of a line that are still on the shelf. */
const toPick = ({ ordered, picked }: PrintableLine): number => Math.max(0, ordered - picked);

/** Pieces of a fulfillment that are still on the shelf; none of what was cancelled. */
export const piecesToPick = ({ lines, status, digital }: Printable): number =>
  status === 'cancelled' || digital === 1 ? 0 : lines.reduce((sum, line) => sum + toPick(line), 0);

type Stop = RoundContent['stops'][number];

const isSame = (line: PrintableLine, bin: string): string =>
  JSON.stringify([bin, line.productKey ?? [line.sku, line.name], line.options]);

/**
 * One walk for many orders (R94): each bin once, each article in it once, with the pieces of all orders together and the box
 * each of them goes into. The orders get their boxes in the order given.
 */
export const roundContent = (orders: readonly Printable[]): RoundContent => {
  const stops = new Map<string, Stop>();
  const boxes = orders.map((order, index) => {
    const box = boxLetters(index);
    for (const line of order.lines) {
      if (toPick(line) > 0) takeUp(stops, line, box);
    }
    return {
      box,
      fulfillmentId: order.fulfillmentId,
      order: orderName(order),
      customer: plain(order.customerName || order.recipientName, 80),
      type: order.type,
      pieces: piecesToPick(order),
    };
  });
  return { kind: 'pick_round', boxes, stops: [...stops.values()].toSorted(byBin) };
};

const takeUp = (stops: Map<string, Stop>, line: PrintableLine, box: string): void => {
  const bin = plain(line.bin, 40);
  const { sku, name, options } = itemOf(line);
  const key = isSame(line, bin);
  const stop = stops.get(key) ?? { bin, sku, name, options, code: codeOf(line), quantity: 0, boxes: [] };
  const quantity = toPick(line);
  const there = stop.boxes.find((each) => each.box === box);
  stops.set(key, {
    ...stop,
    quantity: stop.quantity + quantity,
    boxes: there
      ? stop.boxes.map((each) => (each === there ? { box, quantity: each.quantity + quantity } : each))
      : [...stop.boxes, { box, quantity }],
  });
};

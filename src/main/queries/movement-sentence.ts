import type { MovementKindView } from '../../contract/stock.ts';

/** What a movement's sentence is made of. */
export interface MovementCause {
  readonly kind: MovementKindView;
  readonly quantity: number;
  readonly orderId: number | null;
  readonly receiptNumber: string | null;
  /** The other outlet of a transfer. */
  readonly otherOutlet: string | null;
  /** What an undo took back. */
  readonly undone: MovementKindView | null;
}

/** What was taken back, as a thing. */
const thing: Readonly<Partial<Record<MovementKindView, string>>> = {
  opening: 'an opening figure',
  receive: 'a receipt of goods',
  count: 'a count',
  adjust: 'a correction',
  put_back: 'pieces put back',
  damaged: 'damaged pieces',
  transfer: 'a transfer',
};

/** Why stock moved, in one sentence (N2). `onHandAfter` is what was on hand after it. */
export const movementSentence = (cause: MovementCause, onHandAfter: number): string => {
  const { quantity, receiptNumber } = cause;
  const order = cause.orderId === null ? `sale ${receiptNumber ?? ''}`.trim() : `order ${cause.orderId}`;
  const ofOrder = cause.orderId === null && receiptNumber === null ? '' : ` of ${order}`;
  switch (cause.kind) {
    case 'sale':
      return `Sold with ${order}.`;
    case 'return':
      return `Came back with a refund of ${order}.`;
    case 'void':
      return `Given back, for ${order} was cancelled or declined.`;
    case 'unvoid':
      return `Sold again, for ${order} is valid after all.`;
    case 'edit':
      return `Follows a change of ${order}.`;
    case 'in_store_sale':
      return quantity > 0 ? `Taken back in the shop, ${order}.` : `Sold in the shop, ${order}.`;
    case 'opening':
      return 'Opening stock.';
    case 'receive':
      return 'Goods came in.';
    case 'count':
      return `Counted: ${onHandAfter} on the shelf.`;
    case 'adjust':
      return 'Corrected.';
    case 'put_back':
      return `Put back on the shelf${ofOrder && `, from goods${ofOrder}`}.`;
    case 'damaged':
      return `Damaged, cannot be sold any more${ofOrder && `: goods${ofOrder}`}.`;
    case 'transfer':
      return quantity > 0 ? `Came from ${cause.otherOutlet}.` : `Went to ${cause.otherOutlet}.`;
    case 'undo':
      return `Took back ${(cause.undone && thing[cause.undone]) ?? 'a movement'}.`;
  }
};

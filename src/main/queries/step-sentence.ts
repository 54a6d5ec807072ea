import type { FulfillmentStep } from '../store/fulfillment-steps.ts';

/** A step as staff read it. `pieces` is how many it moved; `who` is empty where nobody was signed in. */
export const stepSentence = ({ kind, detail, staffName }: FulfillmentStep, pieces: number): string => {
  const by = staffName === null ? '' : ` by ${staffName}`;
  const many = pieces === 1 ? '1 piece' : `${pieces} pieces`;
  switch (kind) {
    case 'start':
      return `Taken into work${by}.`;
    case 'pick':
      return `Picked ${many}${by}.`;
    case 'unpick':
      return `Put ${many} back on the shelf, unpicked${by}.`;
    case 'pack':
      return `Packed ${many}${by}.`;
    case 'unpack':
      return `Unpacked ${many}${by}.`;
    case 'ship':
      return `Shipped ${many}${tracked(detail)}${by}.${overridden(detail)}`;
    case 'ready':
      return `Ready for its customer${detail.shelfCode ? ` on ${detail.shelfCode}` : ''}${by}.`;
    case 'hand_over':
      return `Handed ${many} to ${detail.recipientName || 'the customer'}${by}.${overridden(detail)}`;
    case 'put_back':
      return `Put ${many} back on the shelf${by}.`;
    case 'return_to_stock':
      return `Not collected: ${many} back on the shelf${by}.`;
    case 'cannot_fulfil':
      return detail.reason ? `Cannot be fulfilled${by}: ${detail.reason}` : `Can be fulfilled after all${by}.`;
    case 'assign':
      return detail.to ? `Assigned to ${detail.to}${by}.` : `Assigned to nobody${by}.`;
    case 'note':
      return `Note${by}: ${detail.text ?? ''}`;
    case 'undo':
      return `Took the last step back${by}.`;
  }
};

const tracked = ({ carrier, trackingNumber }: FulfillmentStep['detail']): string => {
  const words = [carrier && `with ${carrier}`, trackingNumber && `as ${trackingNumber}`].filter(Boolean);
  return words.length > 0 ? ` ${words.join(' ')}` : '';
};

const overridden = ({ override }: FulfillmentStep['detail']): string =>
  override ? ` A manager let it go although it was locked: ${override}` : '';

/** What taking the step back would take back, in a few words. */
export const undoWords: Readonly<Record<FulfillmentStep['kind'], string>> = {
  start: 'taking it into work',
  pick: 'the picking',
  unpick: 'the unpicking',
  pack: 'the packing',
  unpack: 'the unpacking',
  ship: 'the parcel',
  ready: 'the place on the hold shelf',
  hand_over: 'the hand-over',
  put_back: 'the putting back',
  return_to_stock: 'the return to stock',
  cannot_fulfil: 'what was said about fulfilling it',
  assign: 'the assignment',
  note: 'the note',
  undo: 'the undo',
};

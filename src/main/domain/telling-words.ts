import { orderStatusOf } from './order-status.ts';
import type { Telling } from './write-back.ts';

/** What BigCommerce is told, to be put into a sentence. Status labels are BigCommerce's own. */
export const tellingWords = (telling: Telling | null): string => {
  if (telling === null) return 'something that this version does not understand';
  if (telling.kind === 'status') {
    const label = orderStatusOf(telling.statusId)?.label ?? telling.statusId;
    return `the status "${label}", for it is ${telling.because === 'packed' ? 'packed' : 'handed over'}`;
  }
  const pieces = telling.items.reduce((sum, { quantity }) => sum + quantity, 0);
  const by = [telling.carrier && `with ${telling.carrier}`, telling.trackingNumber && `as ${telling.trackingNumber}`];
  return ['a shipment of', pieces === 1 ? '1 piece' : `${pieces} pieces`, ...by].filter(Boolean).join(' ');
};

/** The same as a sentence of its own. */
export const tellingSentence = (telling: Telling | null): string => {
  const words = tellingWords(telling);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
};

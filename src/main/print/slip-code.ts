/**
 * What the barcode of a slip says: `TB` and sixteen digits, from the end of the fulfillment's identity, which is chance.
 * Digits, because a scanner set to another keyboard still sends them, and two of them take the room of one letter.
 */
export const slipCode = (fulfillmentId: string): string =>
  `TB${Number.parseInt(fulfillmentId.replaceAll('-', '').slice(-12), 16).toString().padStart(16, '0')}`;

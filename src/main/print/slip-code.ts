/** How much of a fulfillment's identity a slip carries: its end, which is chance. */
const digitsOfTail = 12;
const digitsOfCode = 16;

/**
 * What the barcode of a slip says: `TB` and sixteen digits. The whole identity is too wide for a receipt; and digits, because
 * a scanner set to another keyboard still sends them, and two of them take the room of one letter.
 */
export const slipCode = (fulfillmentId: string): string => {
  const tail = fulfillmentId.replaceAll('-', '').slice(-digitsOfTail);
  return `TB${Number.parseInt(tail, 16).toString().padStart(digitsOfCode, '0')}`;
};

/** The end of the identity that a slip's barcode says; null for every other code. */
export const slipTail = (code: string): string | null => {
  const [, digits] = /^TB(\d{16})$/i.exec(code) ?? [];
  return digits === undefined ? null : Number(digits).toString(16).padStart(digitsOfTail, '0');
};

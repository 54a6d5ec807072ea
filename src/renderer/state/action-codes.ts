/** What the barcodes of the scan card stand for, so that a scanner alone does a whole order (docs/screens.md). */
export const actionCodes = {
  'TB-NEXT': 'next',
  'TB-PICK': 'pick',
  'TB-PACK': 'pack',
  'TB-SHIP': 'ship',
  'TB-READY': 'ready',
  'TB-OVER': 'hand_over',
  'TB-BACK': 'put_back',
  'TB-UNDO': 'undo',
  'TB-PRINT': 'print',
  'TB-CLOSE': 'close',
} as const;

export type ActionCode = keyof typeof actionCodes;
export type ScannedAction = (typeof actionCodes)[ActionCode];

const isActionCode = (code: string): code is ActionCode => Object.hasOwn(actionCodes, code);

/** What a code of the scan card asks for; null for every other code. */
export const actionOf = (code: string): ScannedAction | null => {
  const plain = code.trim().toUpperCase();
  return isActionCode(plain) ? actionCodes[plain] : null;
};

/** What a scanner alone can do with the order that is open: the screens know these codes (renderer/state/action-codes.ts). */
export const scanCardCodes: readonly { readonly code: string; readonly meaning: string }[] = [
  { code: 'TB-NEXT', meaning: 'Next step' },
  { code: 'TB-PICK', meaning: 'Pick everything' },
  { code: 'TB-PACK', meaning: 'Pack' },
  { code: 'TB-SHIP', meaning: 'Ship' },
  { code: 'TB-READY', meaning: 'Ready for pickup' },
  { code: 'TB-OVER', meaning: 'Hand over' },
  { code: 'TB-BACK', meaning: 'Put back' },
  { code: 'TB-UNDO', meaning: 'Undo' },
  { code: 'TB-PRINT', meaning: 'Print the slip' },
  { code: 'TB-CLOSE', meaning: 'Close the order' },
];

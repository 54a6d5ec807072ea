/** All that the audit log tells of (R6), each in the words that staff read. A new kind of entry begins here. */
export const auditedWorks = {
  'link.connect': 'Store linked',
  'link.relink': 'Store linked again',
  'link.unlink': 'Store unlinked',
  'link.replaceToken': 'Token replaced',
  'link.setPlan': 'Retail POS plan changed',
  'link.bind': 'Outlet and register chosen',
  'outlets.setLocale': 'Way of writing days and money changed',
  'history.unlock': 'Import of history unlocked',
  'history.import': 'Import of history confirmed',
  'history.undo': 'Import of history undone',
  'staff.setManagerPin': 'Manager PIN set',
  'staff.add': 'Person added',
  'staff.changePin': 'PIN changed',
  'staff.remove': 'Person removed',
  'staff.setIdleMinutes': 'Idle time changed',
  'registers.closeUnsent': 'Till closed with unsent work',
  'staff.wrongPin': 'Wrong PIN',
  'stock.importOpening': 'Opening stock imported',
  'stock.seed': "BigCommerce's stock taken over",
  'outbox.discard': 'Told nothing to BigCommerce',
  'outbox.setWriteBack': 'What steps write to BigCommerce',
  'fulfillments.override': 'Locked goods let go',
  'backup.restore': 'Copy restored',
  'backup.missingChanges': 'Newest changes found missing',
  'backup.releaseStock': 'Stock told to BigCommerce again',
  'privacy.setMonths': 'Time to keep personal data changed',
  'privacy.removed': 'Personal data removed',
  'printers.add': 'Receipt printer added',
  'printers.remove': 'Receipt printer removed',
} as const;

export type AuditedWork = keyof typeof auditedWorks;

/** Facts by their names, both in plain words, for staff read them. Never a PIN, never a token. */
export type AuditFacts = Readonly<Record<string, string | number | boolean | null>>;

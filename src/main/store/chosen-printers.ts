import type { Reader, Writer } from './connection.ts';
import type { PrintKind } from './print-jobs.ts';
import { printerById } from './printers.ts';
import { readSetting, writeSetting } from './settings.ts';

/** What a printer is chosen for. */
export type ChosenKind = Exclude<PrintKind, 'test_page'>;

/** How a printer of this machine's is named: by the system's own name for it. */
const systemPrefix = 'system:';

export const systemPrinterId = (name: string): string => `${systemPrefix}${name}`;

/** The system's own name of a printer; null for a printer on the network. */
export const systemNameOf = (printerId: string): string | null =>
  printerId.startsWith(systemPrefix) ? printerId.slice(systemPrefix.length) : null;

const settingOf = (kind: ChosenKind): string => `printer.${kind}`;

/** The printer chosen for a kind of paper; null for the window itself, also where the chosen one is gone. */
export const chosenPrinter = (db: Reader, kind: ChosenKind, hasSystemPrinters: boolean): string | null => {
  const chosen = readSetting(db, settingOf(kind));
  if (typeof chosen !== 'string') return null;
  const isThere = systemNameOf(chosen) === null ? printerById(db, chosen) !== undefined : hasSystemPrinters;
  return isThere ? chosen : null;
};

export const setChosenPrinter = (db: Writer, kind: ChosenKind, printerId: string | null): void =>
  writeSetting(db, settingOf(kind), printerId);

import { Refusal } from '../../contract/fault.ts';
import { type ChosenKind, setChosenPrinter, systemNameOf } from '../store/chosen-printers.ts';
import type { Reader, Writer } from '../store/connection.ts';
import type { PrintDevice } from '../store/print-jobs.ts';
import { printerById } from '../store/printers.ts';

/** Which printer a job is for. */
export interface PrinterChoice {
  readonly device: PrintDevice;
  readonly printerKey: number | null;
  /** The system's own name for a printer of this machine's. */
  readonly printerName: string;
}

/** The printer that is meant by an id; null is the window. Throws `not_found`. */
export const choiceOf = (db: Reader, printer: string | null, hasSystemPrinters: boolean): PrinterChoice => {
  if (printer === null) return { device: 'page', printerKey: null, printerName: '' };
  const systemName = systemNameOf(printer);
  if (systemName === null) {
    const row = printerById(db, printer);
    if (!row) throw new Refusal('not_found', { field: 'printer' });
    return { device: 'network', printerKey: row.printerKey, printerName: row.name };
  }
  if (hasSystemPrinters) return { device: 'system', printerKey: null, printerName: systemName };
  throw new Refusal('not_found', {
    message: 'This window cannot reach the printers of the machine by name. Leave the printer out.',
    field: 'printer',
  });
};

/** Chooses the printer for a kind of paper. Throws `not_found` for one that is not there. */
export const choosePrinter = (
  db: Writer,
  { kind, printer }: { readonly kind: ChosenKind; readonly printer: string | null },
  hasSystemPrinters: boolean,
): void => {
  choiceOf(db, printer, hasSystemPrinters);
  setChosenPrinter(db, kind, printer);
};

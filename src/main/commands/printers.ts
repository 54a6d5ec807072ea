import { Refusal } from '../../contract/fault.ts';
import { besideNothing } from '../print/order-content.ts';
import { plain } from '../print/plain.ts';
import { recordAudit, type WorkDesk } from '../store/audit.ts';
import type { Reader } from '../store/connection.ts';
import type { PrintJob } from '../store/print-jobs.ts';
import {
  addressOf,
  insertPrinter,
  type PaperWidth,
  type PrinterRow,
  printerById,
  printerByName,
  removePrinter,
} from '../store/printers.ts';
import { placeOf } from './print-order.ts';
import { earlierRequest, type PrintDesk, recordPrint } from './record-print.ts';

interface NewPrinter {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly paperMm: PaperWidth;
  readonly letters?: number | undefined;
}

/** What the usual font of such a roll holds. */
const usualLetters: Readonly<Record<PaperWidth, number>> = { 80: 48, 58: 32 };

/** Throws `not_found`. */
const printerOf = (db: Reader, printerId: string): PrinterRow => {
  const printer = printerById(db, printerId);
  if (!printer) throw new Refusal('not_found', { field: 'printerId' });
  return printer;
};

/** Names a receipt printer, audited (R6). Throws `printer_name_taken`. */
export const addPrinter = (desk: WorkDesk, { letters, ...printer }: NewPrinter): PrinterRow =>
  desk.db.transaction(() => {
    const { db, identity, now } = desk;
    if (printerByName(db, printer.name)) throw new Refusal('printer_name_taken', { field: 'name' });
    const printerId = identity.next();
    insertPrinter(db, {
      ...printer,
      printerId,
      letters: letters ?? usualLetters[printer.paperMm],
      createdAt: now,
    });
    recordAudit(desk, { what: 'printers.add', subject: printer.name, after: { address: addressOf(printer) } });
    return printerOf(db, printerId);
  });

/** Takes a receipt printer away; what was printed on it stays in the journal. Throws `not_found`. */
export const dropPrinter = (desk: WorkDesk, { printerId }: { readonly printerId: string }): void =>
  desk.db.transaction(() => {
    const printer = printerOf(desk.db, printerId);
    removePrinter(desk.db, printer.printerKey, desk.now);
    recordAudit(desk, { what: 'printers.remove', subject: printer.name, before: { address: addressOf(printer) } });
  });

/** Records a test page on that printer. Throws `not_found`. */
export const printTestPage = (
  desk: PrintDesk,
  { printerId, requestId }: { readonly printerId: string; readonly requestId: string },
): PrintJob =>
  desk.db.transaction(() => {
    const printer = printerOf(desk.db, printerId);
    return (
      earlierRequest(desk.db, 'test_page', { requestId }) ??
      recordPrint(
        desk,
        { requestId, printer: printerId },
        {
          content: { kind: 'test_page', printer: plain(printer.name), address: addressOf(printer) },
          beside: besideNothing(placeOf(desk.db)),
          orders: [],
          confirmed: true,
        },
      )
    );
  });

import type { Contract } from '../../contract/contract.ts';
import type { PrinterView } from '../../contract/printers.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import { chosenPrinter, systemPrinterId } from '../store/chosen-printers.ts';
import type { Reader } from '../store/connection.ts';
import { addressOf, allPrinters, type PrinterRow } from '../store/printers.ts';

/** A printer of this machine's, as the host names it. */
interface SystemPrinter {
  readonly name: string;
  readonly isDefault: boolean;
}

export const networkPrinterView = (printer: PrinterRow): PrinterView => ({
  printerId: printer.printerId,
  name: printer.name,
  device: 'network',
  address: addressOf(printer),
  paperMm: printer.paperMm,
  letters: printer.letters,
  isDefault: false,
  answers: printer.answers === null ? null : printer.answers === 1,
});

const systemPrinterView = ({ name, isDefault }: SystemPrinter): PrinterView => ({
  printerId: systemPrinterId(name),
  name,
  device: 'system',
  address: '',
  paperMm: null,
  letters: null,
  isDefault,
  answers: null,
});

/** Every printer that can be named; `system` is null on a host that has no word in them. */
export const listPrinters = (
  db: Reader,
  system: readonly SystemPrinter[] | null,
): OutputOf<Contract['printers.list']> => {
  const chosenFor = (kind: Parameters<typeof chosenPrinter>[1]) => chosenPrinter(db, kind, system !== null);
  return {
    rows: [...allPrinters(db).map(networkPrinterView), ...(system ?? []).map(systemPrinterView)],
    chosen: {
      slip: chosenFor('slip'),
      pick_list: chosenFor('pick_list'),
      pick_round: chosenFor('pick_round'),
      scan_card: chosenFor('scan_card'),
    },
    canMakePdf: system !== null,
  };
};

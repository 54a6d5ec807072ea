import { Refusal } from '../../contract/fault.ts';
import {
  besideNothing,
  besidePickList,
  besideSlip,
  type PrintPlace,
  pickListContent,
  slipContent,
} from '../print/order-content.ts';
import { plain } from '../print/plain.ts';
import type { Reader } from '../store/connection.ts';
import { outletInQuestion } from '../store/outlets.ts';
import { jobsOnPaper, type PrintJob } from '../store/print-jobs.ts';
import { type Printable, printableOf } from '../store/printable.ts';
import { alreadyPrinted, earlierRequest, type PrintDesk, type PrintRequest, recordPrint } from './record-print.ts';

/** The shop that the paper comes from: the bound outlet, else the only one. */
export const placeOf = (db: Reader): PrintPlace => {
  const outlet = outletInQuestion(db, undefined);
  return {
    outlet: plain(outlet?.name ?? ''),
    timeZone: outlet?.timeZone ?? 'UTC',
    locale: outlet?.locale ?? null,
  };
};

interface OrderRequest extends PrintRequest {
  readonly fulfillmentId: string;
  readonly confirmed: boolean;
}

/** A fulfillment that has goods for somebody. Throws `not_found`, `sale_voided`, `nothing_to_print`. */
const printableFor = (db: Reader, fulfillmentId: string): Printable => {
  const printable = printableOf(db, fulfillmentId);
  if (!printable) throw new Refusal('not_found', { field: 'fulfillmentId' });
  if (printable.status === 'cancelled') throw new Refusal('sale_voided');
  if (!printable.lines.some(({ ordered }) => ordered > 0)) throw new Refusal('nothing_to_print');
  return printable;
};

const ofOrder = (
  desk: PrintDesk,
  kind: 'slip' | 'pick_list',
  request: OrderRequest,
  record: (printable: Printable, place: PrintPlace) => PrintJob,
): PrintJob =>
  desk.db.transaction(
    () =>
      earlierRequest(desk.db, kind, request) ?? record(printableFor(desk.db, request.fulfillmentId), placeOf(desk.db)),
  );

/** Records a packing slip (R94). Throws `already_printed`, `not_found`, `sale_voided`, `nothing_to_print`. */
export const printSlip = (desk: PrintDesk, request: OrderRequest): PrintJob =>
  ofOrder(desk, 'slip', request, (printable, place) =>
    recordPrint(desk, request, {
      content: slipContent(printable),
      beside: besideSlip(printable, place),
      orders: [printable],
      confirmed: request.confirmed,
    }),
  );

/** Records the pick list of one order; one that is on a pick round is on paper as well. Throws as `printSlip`. */
export const printPickList = (desk: PrintDesk, request: OrderRequest): PrintJob =>
  ofOrder(desk, 'pick_list', request, (printable, place) => {
    const [round] = jobsOnPaper(desk.db, printable.fulfillmentId, 'pick_round');
    if (round && !request.confirmed) throw alreadyPrinted(round, desk, place);
    return recordPrint(desk, request, {
      content: pickListContent(printable),
      beside: besidePickList(printable, place),
      orders: [printable],
      confirmed: request.confirmed,
    });
  });

/** Records the scan card. */
export const printScanCard = (desk: PrintDesk, request: PrintRequest): PrintJob =>
  desk.db.transaction(
    () =>
      earlierRequest(desk.db, 'scan_card', request) ??
      recordPrint(desk, request, {
        content: { kind: 'scan_card' },
        beside: besideNothing(placeOf(desk.db)),
        orders: [],
        confirmed: true,
      }),
  );

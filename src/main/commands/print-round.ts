import { Refusal } from '../../contract/fault.ts';
import { besideNothing, orderName } from '../print/order-content.ts';
import { piecesToPick, roundContent } from '../print/round-content.ts';
import type { Reader } from '../store/connection.ts';
import { jobsOnPaper, ordersOfJob, type PrintJob } from '../store/print-jobs.ts';
import { type Printable, printableOf } from '../store/printable.ts';
import { placeOf } from './print-order.ts';
import { alreadyPrinted, earlierRequest, type PrintDesk, type PrintRequest, recordPrint } from './record-print.ts';

export type LeftOutWhy = 'printed_before' | 'on_hold' | 'nothing_to_pick' | 'no_room';

export interface LeftOut {
  readonly fulfillmentId: string;
  readonly order: string;
  readonly why: LeftOutWhy;
}

interface RoundRequest extends PrintRequest {
  /** In the order in which they get their boxes. */
  readonly fulfillmentIds: readonly string[];
  /** Staff chose each of them; else they are what a filter found, of which some may be left out. */
  readonly chosen: boolean;
  readonly boxes: number;
  readonly confirmed: boolean;
}

/** What somebody may be picking from paper already. */
const paperOf = (db: Reader, { fulfillmentId }: Printable): PrintJob | undefined =>
  jobsOnPaper(db, fulfillmentId, 'pick_round')[0] ?? jobsOnPaper(db, fulfillmentId, 'pick_list')[0];

/** What keeps an order off a round; null where nothing does. Staff may put on it by hand what a filter leaves out. */
const whyNot = (db: Reader, printable: Printable, { chosen, confirmed }: RoundRequest): LeftOutWhy | null => {
  if (piecesToPick(printable) === 0) return 'nothing_to_pick';
  if (!chosen && printable.onHold === 1) return 'on_hold';
  return !chosen && !confirmed && paperOf(db, printable) ? 'printed_before' : null;
};

/**
 * Records one pick list for many orders. Two people who print at once get different orders, for what is on paper is left out.
 * Throws `already_printed` for orders chosen by hand, `nothing_to_print`, `not_found`.
 */
export const printRound = (
  desk: PrintDesk,
  request: RoundRequest,
): { readonly job: PrintJob; readonly leftOut: readonly LeftOut[] } =>
  desk.db.transaction(() => {
    const { db } = desk;
    const done = earlierRequest(db, 'pick_round', { requestId: request.requestId });
    const ids = [...new Set(request.fulfillmentIds)];
    const meant = ids.map((fulfillmentId) => {
      const printable = printableOf(db, fulfillmentId);
      if (!printable) throw new Refusal('not_found', { field: 'fulfillmentIds' });
      return printable;
    });
    const onIt = new Set(done && ordersOfJob(db, done.jobKey).map(({ fulfillmentId }) => fulfillmentId));
    const judged = meant.map((printable) => ({
      printable,
      why: onIt.has(printable.fulfillmentId) ? null : whyNot(db, printable, request),
    }));
    const wanted = judged.filter(({ why }) => why === null).map(({ printable }) => printable);
    const orders = done
      ? wanted.filter(({ fulfillmentId }) => onIt.has(fulfillmentId))
      : wanted.slice(0, request.boxes);
    const leftOut = judged
      .filter(({ printable }) => !orders.includes(printable))
      .map(({ printable, why }) => leftOutOf(printable, why ?? 'no_room'));
    if (done) return { job: done, leftOut };
    if (orders.length === 0) throw nothingToPick(leftOut);
    return { job: recordRound(desk, request, orders), leftOut };
  });

const leftOutOf = (printable: Printable, why: LeftOutWhy): LeftOut => ({
  fulfillmentId: printable.fulfillmentId,
  order: orderName(printable),
  why,
});

const recordRound = (desk: PrintDesk, request: RoundRequest, orders: readonly Printable[]): PrintJob => {
  const place = placeOf(desk.db);
  const [printed] = request.confirmed ? [] : orders.flatMap((order) => paperOf(desk.db, order) ?? []);
  if (printed) throw alreadyPrinted(printed, desk, place);
  return recordPrint(desk, request, {
    content: roundContent(orders),
    beside: besideNothing(place),
    orders,
    confirmed: request.confirmed,
  });
};

const nothingToPick = (leftOut: readonly LeftOut[]): Refusal => {
  const isPrinted = leftOut.some(({ why }) => why === 'printed_before');
  return new Refusal('nothing_to_print', {
    message: isPrinted
      ? 'Every order that could be picked is on paper already. Choose orders by hand to print them again.'
      : 'There is nothing to pick: no order here waits for pieces from the shelf.',
  });
};

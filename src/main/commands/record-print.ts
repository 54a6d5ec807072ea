import { Refusal } from '../../contract/fault.ts';
import { storeDay } from '../domain/store-day.ts';
import { type OutletClock, storeClock, storeMinute } from '../domain/store-minute.ts';
import { canonical, contentHash, type PrintBeside, type PrintContent, readContent } from '../print/content.ts';
import { differencesOf } from '../print/differences.ts';
import type { WorkDesk } from '../store/audit.ts';
import { chosenPrinter } from '../store/chosen-printers.ts';
import type { Reader } from '../store/connection.ts';
import { boundPlace } from '../store/links.ts';
import {
  addPrintJob,
  type JobOrder,
  jobByKey,
  jobOfRequest,
  jobsOnPaper,
  ordersOfJob,
  type PrintJob,
} from '../store/print-jobs.ts';
import { choiceOf } from './printer-choice.ts';

/** Who prints, where, and what this host can print on. */
export interface PrintDesk extends WorkDesk {
  readonly hasSystemPrinters: boolean;
}

export interface PrintRequest {
  readonly requestId: string;
  /** Null is the window; left out, the printer chosen for the kind. */
  readonly printer?: string | null | undefined;
}

export interface ToPrint {
  readonly content: PrintContent;
  readonly beside: PrintBeside;
  readonly orders: readonly JobOrder[];
  /** Print it although the same is on paper already. */
  readonly confirmed: boolean;
}

/** The job that an earlier call under the same request recorded. Throws `invalid_input` where that was something else. */
export const earlierRequest = (
  db: Reader,
  kind: PrintJob['kind'],
  { requestId, fulfillmentId }: { readonly requestId: string; readonly fulfillmentId?: string },
): PrintJob | undefined => {
  const job = jobOfRequest(db, requestId.toLowerCase());
  if (job === undefined) return undefined;
  const isOfOrder =
    fulfillmentId === undefined || ordersOfJob(db, job.jobKey).some((order) => order.fulfillmentId === fulfillmentId);
  if (job.kind === kind && isOfOrder) return job;
  throw new Refusal('invalid_input', {
    message: 'That requestId was used for something else. Send this with a new one.',
    field: 'requestId',
  });
};

/** What of the same kind and orders may be on paper, newest first. */
export const earlierPrints = (
  db: Reader,
  kind: PrintJob['kind'],
  orders: readonly JobOrder[],
  hash: string,
): PrintJob[] => {
  const [first] = orders;
  if (first === undefined) return [];
  const jobs = jobsOnPaper(db, first.fulfillmentId, kind);
  // A round is its own only when all of its orders are: another round with the first of them is none of its copies.
  return kind === 'pick_round' ? jobs.filter(({ contentHash: other }) => other === hash) : jobs;
};

/**
 * Writes a job into the print journal, in one transaction with what it was told from (R88, R94, law 3): nothing is printed
 * here. Throws `already_printed` where the same is on paper and nobody has confirmed it, `not_found` for an unknown printer.
 */
export const recordPrint = (
  desk: PrintDesk,
  { requestId, printer }: PrintRequest,
  { content, beside, orders, confirmed }: ToPrint,
): PrintJob => {
  const { db, identity, now, by } = desk;
  const text = canonical(content);
  const hash = contentHash(text);
  const earlier = earlierPrints(db, content.kind, orders, hash);
  const [latest] = earlier;
  const isSame = (job: PrintJob): boolean => canonical(readContent(job.content)) === text;
  const reprint = latest !== undefined && isSame(latest);
  if (reprint && !confirmed) throw alreadyPrinted(latest, desk, beside);
  const revises = beside.outdated ? undefined : earlier.find((job) => !isSame(job));
  const jobKey = addPrintJob(
    db,
    {
      jobId: identity.next(),
      requestId: requestId.toLowerCase(),
      kind: content.kind,
      content: text,
      beside: JSON.stringify(beside),
      contentHash: hash,
      copy: earlier.length + 1,
      reprint: reprint ? 1 : 0,
      revisesJobKey: revises?.jobKey ?? null,
      differences: JSON.stringify(revises ? differencesOf(readContent(revises.content), content) : []),
      registerKey: boundPlace(db)?.registerKey ?? null,
      staffName: by,
      createdAt: now,
      ...printerFor(desk, content.kind, printer),
    },
    orders,
  );
  const job = jobByKey(db, jobKey);
  if (!job) throw new Refusal('internal');
  return job;
};

const printerFor = ({ db, hasSystemPrinters }: PrintDesk, kind: PrintJob['kind'], printer?: string | null) => {
  const usual = kind === 'test_page' ? null : chosenPrinter(db, kind, hasSystemPrinters);
  return choiceOf(db, printer === undefined ? usual : printer, hasSystemPrinters);
};

/** "Already printed by Ann at 10:02": the time alone on the same day, else the day as well. */
export const alreadyPrinted = (job: PrintJob, { now }: { readonly now: number }, outlet: OutletClock): Refusal => {
  const isToday = storeDay(job.createdAt, outlet.timeZone) === storeDay(now, outlet.timeZone);
  const when = isToday ? `at ${storeClock(job.createdAt, outlet)}` : `on ${storeMinute(job.createdAt, outlet)}`;
  const who = job.staffName === null ? '' : ` by ${job.staffName}`;
  const message =
    job.state === 'printed'
      ? `Already printed${who} ${when}. Print it again?`
      : `Sent to be printed${who} ${when}, and whether it came out is not known. Print it again?`;
  return new Refusal('already_printed', { message });
};

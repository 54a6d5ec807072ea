import type { Contract } from '../../contract/contract.ts';
import { Refusal } from '../../contract/fault.ts';
import type { FulfillmentRowView } from '../../contract/fulfillments.ts';
import type { PrintJobView, PrintKind } from '../../contract/prints.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import { canonical, readContent } from '../print/content.ts';
import { differencesFrom, differencesOf } from '../print/differences.ts';
import { orderName, pickListContent, slipContent } from '../print/order-content.ts';
import { printTitles } from '../print/sheet-of.ts';
import type { Reader } from '../store/connection.ts';
import { jobById, jobColumns, jobsOnPaper, ordersOfJob, type PrintJob } from '../store/print-jobs.ts';
import { type Printable, printableOf } from '../store/printable.ts';
import { pageOf, positionOf, where } from './paging.ts';
import { instantView } from './views.ts';

/** Throws `not_found`. */
export const printJob = (db: Reader, jobId: string): PrintJob => {
  const job = jobById(db, jobId);
  if (!job) throw new Refusal('not_found', { field: 'jobId' });
  return job;
};

export const printJobView = (db: Reader, job: PrintJob): PrintJobView => {
  const orders = ordersOfJob(db, job.jobKey);
  const register = db.get<{ name: string }>('SELECT name FROM registers WHERE register_key = :key', {
    key: job.registerKey,
  });
  return {
    jobId: job.jobId,
    kind: job.kind,
    title: [printTitles[job.kind], ...orders.map(orderName)].slice(0, job.kind === 'pick_round' ? 1 : 2).join(' '),
    at: instantView(job.createdAt),
    by: job.staffName,
    register: register?.name ?? null,
    copy: job.copy,
    reprint: job.reprint === 1,
    revised: job.revisesJobKey !== null,
    differences: differencesFrom(job.differences),
    device: job.device,
    printerName: job.printerName,
    state: job.state,
    problem: job.problem,
    contentHash: job.contentHash,
    orders: orders.map(({ fulfillmentId, orderId, receiptNumber }) => ({
      fulfillmentId,
      orderId: orderId === null ? null : String(orderId),
      receiptNumber,
    })),
  };
};

interface JournalInput {
  readonly orderId?: string | undefined;
  readonly fulfillmentId?: string | undefined;
  readonly kind?: PrintKind | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** The print journal, newest first (N10). */
export const listPrints = (
  db: Reader,
  { orderId, fulfillmentId, kind, cursor, limit }: JournalInput,
): OutputOf<Contract['prints.journal']> => {
  const after = cursor === undefined ? undefined : positionOf(cursor);
  const rows = db.all<PrintJob>(
    `SELECT ${jobColumns} FROM print_jobs j
     ${where([
       orderId !== undefined && 'j.job_key IN (SELECT job_key FROM print_job_orders WHERE order_id = :orderId)',
       fulfillmentId !== undefined &&
         'j.job_key IN (SELECT job_key FROM print_job_orders WHERE fulfillment_id = :fulfillmentId)',
       kind !== undefined && 'j.kind = :kind',
       after && 'j.job_key < :afterKey',
     ])}
     ORDER BY j.job_key DESC LIMIT :limit`,
    {
      ...(orderId === undefined ? {} : { orderId: Number(orderId) }),
      ...(fulfillmentId === undefined ? {} : { fulfillmentId }),
      ...(kind === undefined ? {} : { kind }),
      ...(after ? { afterKey: after.key } : {}),
      limit: limit + 1,
    },
  );
  return pageOf(
    rows,
    limit,
    ({ createdAt, jobKey }) => ({ value: createdAt, key: jobKey }),
    (job) => printJobView(db, job),
  );
};

type OnPaper = OutputOf<Contract['prints.of']>['slip'];

const contents = { slip: slipContent, pick_list: pickListContent } as const;

const onPaperOf = (printable: Printable | undefined, jobs: readonly PrintJob[]): OnPaper => {
  const [latest] = jobs;
  if (!latest || (latest.kind !== 'slip' && latest.kind !== 'pick_list')) return null;
  const before = readContent(latest.content);
  const now = printable && contents[latest.kind](printable);
  const differences = now === undefined || canonical(now) === canonical(before) ? [] : differencesOf(before, now);
  return {
    at: instantView(latest.createdAt),
    by: latest.staffName,
    copies: jobs.length,
    revised: differences.length > 0,
    differences,
    state: latest.state,
  };
};

/** How a fulfillment's packing slip stands; null while none is on paper (R94). One look-up where there is none. */
export const printedSlip = (db: Reader, fulfillmentId: string): FulfillmentRowView['printed'] => {
  const jobs = jobsOnPaper(db, fulfillmentId, 'slip');
  const slip = jobs.length === 0 ? null : onPaperOf(printableOf(db, fulfillmentId), jobs);
  return slip && { at: slip.at, by: slip.by, copies: slip.copies, revised: slip.revised };
};

/** Throws `not_found`. */
export const printsOf = (
  db: Reader,
  { fulfillmentId }: { readonly fulfillmentId: string },
): OutputOf<Contract['prints.of']> => {
  const printable = printableOf(db, fulfillmentId);
  if (!printable) throw new Refusal('not_found', { field: 'fulfillmentId' });
  return {
    slip: onPaperOf(printable, jobsOnPaper(db, fulfillmentId, 'slip')),
    pickList: onPaperOf(printable, jobsOnPaper(db, fulfillmentId, 'pick_list')),
  };
};

/** Earlier jobs of the same that may be on paper, newest first. */
export const printedBefore = (db: Reader, job: PrintJob) => {
  const [order] = ordersOfJob(db, job.jobKey);
  if (order === undefined || job.kind === 'pick_round') return [];
  return jobsOnPaper(db, order.fulfillmentId, job.kind)
    .filter(({ jobKey }) => jobKey < job.jobKey)
    .map(({ jobId, createdAt, staffName }) => ({ jobId, at: instantView(createdAt), by: staffName }));
};

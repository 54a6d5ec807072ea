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
import { allRegisterPlaces } from '../store/outlets.ts';
import {
  type JobOrder,
  jobById,
  jobColumns,
  jobsOnPaper,
  jobsOnPaperOf,
  ordersOfJob,
  ordersOfJobs,
  type PrintJob,
} from '../store/print-jobs.ts';
import { type Printable, printableOf, printablesOf } from '../store/printable.ts';
import { pageOfAll, positionOf, where } from './paging.ts';
import { instantView } from './views.ts';

/** Throws `not_found`. */
export const printJob = (db: Reader, jobId: string): PrintJob => {
  const job = jobById(db, jobId);
  if (!job) throw new Refusal('not_found', { field: 'jobId' });
  return job;
};

export const printJobView = (db: Reader, job: PrintJob): PrintJobView => {
  const [view] = printJobViews(db, [job]);
  if (!view) throw new Refusal('not_found', { field: 'jobId' });
  return view;
};

/** With two statements, however many. */
const printJobViews = (db: Reader, jobs: readonly PrintJob[]): PrintJobView[] => {
  const keys = jobs.map(({ jobKey }) => jobKey);
  const ordersOf = ordersOfJobs(db, keys);
  const registers = new Map(allRegisterPlaces(db).map(({ registerKey, name }) => [registerKey, name]));
  const nameOf = (registerKey: number | null) => (registerKey === null ? null : (registers.get(registerKey) ?? null));
  return jobs.map((job) => jobView(job, ordersOf.get(job.jobKey) ?? [], nameOf(job.registerKey)));
};

const jobView = (job: PrintJob, orders: readonly JobOrder[], register: string | null): PrintJobView => ({
  jobId: job.jobId,
  kind: job.kind,
  title: [printTitles[job.kind], ...orders.map(orderName)].slice(0, job.kind === 'pick_round' ? 1 : 2).join(' '),
  at: instantView(job.createdAt),
  by: job.staffName,
  register,
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
});

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
  return pageOfAll(
    rows,
    limit,
    ({ createdAt, jobKey }) => ({ value: createdAt, key: jobKey }),
    (jobs) => printJobViews(db, jobs),
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

/**
 * How the packing slips of some fulfillments stand; one that is not on paper is left out (R94). One statement where none
 * is, three where any are.
 */
export const printedSlips = (
  db: Reader,
  fulfillmentIds: readonly string[],
): ReadonlyMap<string, FulfillmentRowView['printed']> => {
  const jobsOf = jobsOnPaperOf(db, fulfillmentIds, 'slip');
  if (jobsOf.size === 0) return new Map();
  const printables = printablesOf(db, [...jobsOf.keys()]);
  const slips = [...jobsOf].map(([id, jobs]) => [id, onPaperOf(printables.get(id), jobs)] as const);
  return new Map(slips.map(([id, slip]) => [id, slip && slipView(slip)]));
};

const slipView = ({ at, by, copies, revised }: NonNullable<OnPaper>): FulfillmentRowView['printed'] => ({
  at,
  by,
  copies,
  revised,
});

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

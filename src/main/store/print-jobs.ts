import type { Reader, Writer } from './connection.ts';
import { recordPrintEvidence } from './evidence.ts';
import { insertInto, insertKeyed } from './insert.ts';

export type PrintKind = 'slip' | 'pick_list' | 'pick_round' | 'scan_card' | 'test_page';

/** What puts a job on paper: the window itself, a printer of this machine's, or a receipt printer of ours. */
export type PrintDevice = 'page' | 'system' | 'network';

/**
 * `queued` waits for its printer (or for the window to tell), `sending` is on its way. Of `unknown` nobody can say whether
 * paper came out; `failed` says that none did.
 */
export type PrintState = 'queued' | 'sending' | 'printed' | 'failed' | 'unknown';

/** A row of the print journal. Instants are UTC ms; `content`, `beside` and `differences` are JSON. */
export interface PrintJob {
  readonly jobKey: number;
  readonly jobId: string;
  readonly requestId: string;
  readonly kind: PrintKind;
  readonly content: string;
  readonly beside: string;
  readonly contentHash: string;
  readonly copy: number;
  /** 1 where the same was printed before. */
  readonly reprint: number;
  readonly revisesJobKey: number | null;
  readonly differences: string;
  readonly registerKey: number | null;
  readonly staffName: string | null;
  readonly createdAt: number;
  readonly device: PrintDevice;
  readonly printerKey: number | null;
  readonly printerName: string;
  readonly state: PrintState;
  readonly problem: string;
  readonly endedAt: number | null;
}

export interface JobOrder {
  readonly fulfillmentId: string;
  readonly orderId: number | null;
  readonly receiptNumber: string;
}

export type NewPrintJob = Omit<PrintJob, 'jobKey' | 'state' | 'problem' | 'endedAt'>;

export const jobColumns = `
  j.job_key AS jobKey, j.job_id AS jobId, j.request_id AS requestId, j.kind, j.content, j.beside,
  j.content_hash AS contentHash, j.copy, j.reprint, j.revises_job_key AS revisesJobKey, j.differences,
  j.register_key AS registerKey, j.staff_name AS staffName, j.created_at AS createdAt, j.device,
  j.printer_key AS printerKey, j.printer_name AS printerName, j.state, j.problem, j.ended_at AS endedAt`;

export const jobOfRequest = (db: Reader, requestId: string): PrintJob | undefined =>
  db.get<PrintJob>(`SELECT ${jobColumns} FROM print_jobs j WHERE j.request_id = :requestId`, { requestId });

export const jobById = (db: Reader, jobId: string): PrintJob | undefined =>
  db.get<PrintJob>(`SELECT ${jobColumns} FROM print_jobs j WHERE j.job_id = :jobId`, { jobId });

export const jobByKey = (db: Reader, jobKey: number): PrintJob | undefined =>
  db.get<PrintJob>(`SELECT ${jobColumns} FROM print_jobs j WHERE j.job_key = :jobKey`, { jobKey });

/** What of some fulfillments may be on paper, by fulfillment, newest first: everything that did not fail. One statement. */
export const jobsOnPaperOf = (
  db: Reader,
  fulfillmentIds: readonly string[],
  kind: PrintKind,
): ReadonlyMap<string, PrintJob[]> =>
  Map.groupBy(
    db.all<PrintJob & { readonly fulfillmentId: string }>(
      `SELECT o.fulfillment_id AS fulfillmentId, ${jobColumns}
         FROM json_each(:fulfillmentIds) wanted
         CROSS JOIN print_job_orders o ON o.fulfillment_id = wanted.value
         CROSS JOIN print_jobs j ON j.job_key = o.job_key
        WHERE j.kind = :kind AND j.state <> 'failed'
        ORDER BY j.job_key DESC`,
      { fulfillmentIds: JSON.stringify(fulfillmentIds), kind },
    ),
    ({ fulfillmentId }) => fulfillmentId,
  );

export const jobsOnPaper = (db: Reader, fulfillmentId: string, kind: PrintKind): PrintJob[] =>
  jobsOnPaperOf(db, [fulfillmentId], kind).get(fulfillmentId) ?? [];

/** Whose goods some jobs tell of, by job. One statement. */
export const ordersOfJobs = (db: Reader, jobKeys: readonly number[]): ReadonlyMap<number, JobOrder[]> =>
  Map.groupBy(
    db.all<JobOrder & { readonly jobKey: number }>(
      `SELECT o.job_key AS jobKey, o.fulfillment_id AS fulfillmentId, o.order_id AS orderId,
              o.receipt_number AS receiptNumber
         FROM json_each(:jobKeys) wanted CROSS JOIN print_job_orders o ON o.job_key = wanted.value
        ORDER BY o.order_id, o.fulfillment_id`,
      { jobKeys: JSON.stringify(jobKeys) },
    ),
    ({ jobKey }) => jobKey,
  );

export const ordersOfJob = (db: Reader, jobKey: number): JobOrder[] => ordersOfJobs(db, [jobKey]).get(jobKey) ?? [];

const insertJob = insertKeyed<NewPrintJob & Pick<PrintJob, 'state'>>('print_jobs', 'job_key', {
  jobId: 'job_id',
  requestId: 'request_id',
  kind: 'kind',
  content: 'content',
  beside: 'beside',
  contentHash: 'content_hash',
  copy: 'copy',
  reprint: 'reprint',
  revisesJobKey: 'revises_job_key',
  differences: 'differences',
  registerKey: 'register_key',
  staffName: 'staff_name',
  createdAt: 'created_at',
  device: 'device',
  printerKey: 'printer_key',
  printerName: 'printer_name',
  state: 'state',
});

const insertOrder = insertInto<JobOrder & { readonly jobKey: number }>(
  'print_job_orders',
  { fulfillmentId: 'fulfillment_id', jobKey: 'job_key', orderId: 'order_id', receiptNumber: 'receipt_number' },
  ['print_jobs'],
);

/** Records a job that waits for its printer, and the evidence of it; within a transaction. Returns its key. */
export const addPrintJob = (db: Writer, job: NewPrintJob, orders: readonly JobOrder[]): number => {
  const jobKey = insertJob(db, { ...job, state: 'queued' });
  for (const order of orders) insertOrder(db, { ...order, jobKey });
  for (const { fulfillmentId } of orders) recordPrintEvidence(db, job.jobId, fulfillmentId, job.createdAt);
  return jobKey;
};

/** The oldest job that waits for a printer; the window prints its own. */
export const nextQueued = (db: Reader): PrintJob | undefined =>
  db.get<PrintJob>(
    `SELECT ${jobColumns} FROM print_jobs j
      WHERE j.ended_at IS NULL AND j.state = 'queued' AND j.device <> 'page' ORDER BY j.job_key LIMIT 1`,
  );

/** Written before the first byte goes out: found at a start, it says that nobody knows how far it came. */
export const claimJob = (db: Writer, jobKey: number): void => {
  db.run(`UPDATE print_jobs SET state = 'sending' WHERE job_key = :jobKey AND state = 'queued'`, { jobKey });
};

export const endJob = (
  db: Writer,
  jobKey: number,
  { state, problem, endedAt }: { readonly state: PrintState; readonly problem: string; readonly endedAt: number },
): void => {
  db.run('UPDATE print_jobs SET state = :state, problem = :problem, ended_at = :endedAt WHERE job_key = :jobKey', {
    jobKey,
    state,
    problem,
    endedAt,
  });
};

/** What an earlier run of the app left open: it was on its way to paper, and nobody saw its end. Answers how many. */
export const giveUpOpenJobs = (db: Writer, problem: string, endedAt: number): number =>
  db.run(
    `UPDATE print_jobs SET state = 'unknown', problem = :problem, ended_at = :endedAt
      WHERE ended_at IS NULL AND (state = 'sending' OR device = 'page')`,
    { problem, endedAt },
  ).changes;

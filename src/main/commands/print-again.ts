import { Refusal } from '../../contract/fault.ts';
import { canonical, readBeside, readContent } from '../print/content.ts';
import { pickListContent, slipContent } from '../print/order-content.ts';
import type { WorkDesk } from '../store/audit.ts';
import type { Reader } from '../store/connection.ts';
import { endJob, jobById, jobByKey, ordersOfJob, type PrintJob } from '../store/print-jobs.ts';
import { printableOf } from '../store/printable.ts';
import { earlierRequest, type PrintDesk, type PrintRequest, recordPrint } from './record-print.ts';

/** Throws `not_found`. */
export const jobOf = (db: Reader, jobId: string): PrintJob => {
  const job = jobById(db, jobId);
  if (!job) throw new Refusal('not_found', { field: 'jobId' });
  return job;
};

const contentNow = { slip: slipContent, pick_list: pickListContent } as const;

/** Whether the order of a job says something else by now than its paper does. */
const isOutdated = (db: Reader, job: PrintJob): boolean => {
  if (job.kind !== 'slip' && job.kind !== 'pick_list') return false;
  const [order] = ordersOfJob(db, job.jobKey);
  const printable = order && printableOf(db, order.fulfillmentId);
  if (!printable || printable.status === 'cancelled') return true;
  return canonical(contentNow[job.kind](printable)) !== canonical(readContent(job.content));
};

/** Records a job of the journal anew, with what it said then (R94). Throws `not_found`. */
export const printAgain = (desk: PrintDesk, request: PrintRequest & { readonly jobId: string }): PrintJob =>
  desk.db.transaction(() => {
    const { db } = desk;
    const job = jobOf(db, request.jobId);
    return (
      earlierRequest(db, job.kind, { requestId: request.requestId }) ??
      recordPrint(desk, request, {
        content: readContent(job.content),
        beside: { ...readBeside(job.beside), outdated: isOutdated(db, job) },
        orders: ordersOfJob(db, job.jobKey),
        confirmed: true,
      })
    );
  });

interface Told {
  readonly jobId: string;
  readonly outcome: 'printed' | 'failed';
  readonly reason: string;
}

/**
 * Somebody has seen what became of a job: the window that printed it, or staff who looked. Throws `not_found`,
 * `still_printing` while its printer has the word.
 */
export const printDone = ({ db, now, by }: WorkDesk, { jobId, outcome, reason }: Told): PrintJob =>
  db.transaction(() => {
    const job = jobOf(db, jobId);
    const isUnderWay = job.state === 'queued' || job.state === 'sending';
    if (isUnderWay && job.device !== 'page') throw new Refusal('still_printing');
    const said = `${by ?? 'Somebody'} said that it did not come out.`;
    endJob(db, job.jobKey, {
      state: outcome,
      problem: outcome === 'printed' ? '' : reason || said,
      endedAt: now,
    });
    return jobByKey(db, job.jobKey) ?? job;
  });

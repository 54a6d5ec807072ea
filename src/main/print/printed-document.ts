import type { Reader } from '../store/connection.ts';
import { jobByKey, type PrintJob } from '../store/print-jobs.ts';
import { readBeside, readContent } from './content.ts';
import { differencesFrom } from './differences.ts';
import { type PrintedDocument, sheetOf } from './sheet-of.ts';

/** A job of the journal as its paper says it, the same each time it is asked for. */
export const printedDocument = (db: Reader, job: PrintJob, practice: boolean): PrintedDocument => ({
  content: readContent(job.content),
  beside: readBeside(job.beside),
  jobId: job.jobId,
  copy: job.copy,
  reprint: job.reprint === 1,
  revisesAt: job.revisesJobKey === null ? null : (jobByKey(db, job.revisesJobKey)?.createdAt ?? null),
  differences: differencesFrom(job.differences),
  by: job.staffName,
  at: job.createdAt,
  practice,
});

export const sheetOfJob = (db: Reader, job: PrintJob, practice: boolean) => sheetOf(printedDocument(db, job, practice));

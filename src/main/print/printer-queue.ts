import { setTimeout as delay } from 'node:timers/promises';
import type { Writer } from '../store/connection.ts';
import { claimJob, endJob, giveUpOpenJobs, nextQueued, type PrintJob } from '../store/print-jobs.ts';
import { printerByKey, setAnswers } from '../store/printers.ts';
import { htmlPage } from './html/page.ts';
import { type PrintOutcome, printByNetwork } from './network-printer.ts';
import { sheetOfJob } from './printed-document.ts';

/**
 * Puts recorded jobs on paper, one after the other:
 *
 *   queued ──claim──▶ sending ──the printer says so──▶ printed
 *                        │ before the first byte of the document: failed, with the reason
 *                        │ after it, without an answer: unknown
 *   found `sending` at a start: unknown. Found `queued`: nothing of it went out, so it is printed then.
 *
 * Nothing is ever sent a second time by itself: whoever wants it again records another job (law 3, R94).
 */
export interface PrinterQueue {
  /** Something was recorded. */
  readonly wake: () => void;
  /** Lets what is being printed come to its end for a while; then nobody knows its outcome. */
  readonly stop: () => Promise<void>;
}

export interface PrinterQueueOptions {
  readonly db: Writer;
  readonly clock: () => number;
  readonly practice: boolean;
  /** Prints a page on a printer of this machine's; null on a host that cannot. Throws with a plain sentence. */
  readonly printPage: ((html: string, printer: string) => Promise<void>) | null;
  readonly onChanged: () => void;
  readonly log: (text: string) => void;
}

const closedMeanwhile =
  'Tillbridge was closed while it was printed. Look whether paper came out before you print again.';
const patienceAtEndMs = 10_000;

export const createPrinterQueue = (options: PrinterQueueOptions): PrinterQueue => {
  const { db, clock, practice, printPage, onChanged, log } = options;
  const ending = new AbortController();
  let stopping = false;
  let due = false;
  let running: Promise<void> | null = null;

  const onNetwork = async (job: PrintJob): Promise<PrintOutcome> => {
    const printer = job.printerKey === null ? undefined : printerByKey(db, job.printerKey);
    if (!printer) return { state: 'failed', problem: 'That printer was removed.', answers: null };
    const isTest = job.kind === 'test_page';
    // A test page asks the printer anew whether it tells how it stands.
    const asked = isTest ? { ...printer, answers: null } : printer;
    // Its tables of letters are large, and no start needs them.
    const { receiptOf } = await import('./receipt/receipt.ts');
    const document = receiptOf(sheetOfJob(db, job, practice), printer);
    const outcome = await printByNetwork(asked, document, { signal: ending.signal });
    if (outcome.answers === true || (isTest && outcome.answers === false && outcome.state === 'unknown')) {
      setAnswers(db, printer.printerKey, outcome.answers);
    }
    return outcome;
  };

  const onSystem = async (job: PrintJob): Promise<PrintOutcome> => {
    if (printPage === null) {
      return { state: 'failed', problem: 'This window cannot reach that printer. Print again.', answers: null };
    }
    await printPage(await htmlPage(sheetOfJob(db, job, practice)), job.printerName);
    return { state: 'printed', problem: '', answers: null };
  };

  const print = async (job: PrintJob): Promise<void> => {
    claimJob(db, job.jobKey);
    let outcome: Pick<PrintOutcome, 'state' | 'problem'>;
    try {
      outcome = await (job.device === 'network' ? onNetwork(job) : onSystem(job));
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      log(`Print job ${job.jobId} failed: ${problem}\n`);
      outcome = { state: 'failed', problem };
    }
    endJob(db, job.jobKey, { ...outcome, endedAt: clock() });
    onChanged();
  };

  const run = async (): Promise<void> => {
    due = false;
    for (let job = nextQueued(db); job !== undefined && !stopping; job = nextQueued(db)) await print(job);
  };

  const wake = (): void => {
    due = true;
    if (stopping || running !== null) return;
    running = run()
      .catch((error: unknown) => log(`The printer queue stopped: ${String(error)}\n`))
      .finally(() => {
        running = null;
        // Woken between its last look and now.
        if (due) wake();
      });
  };

  giveUpOpenJobs(db, closedMeanwhile, clock());
  wake();
  return {
    wake,
    stop: async () => {
      stopping = true;
      await ended(running, patienceAtEndMs);
      ending.abort();
      await ended(running, patienceAtEndMs);
    },
  };
};

/** Waits until it is done, or has taken too long. */
const ended = async (work: Promise<void> | null, withinMs: number): Promise<void> => {
  if (work === null) return;
  const enough = new AbortController();
  const limit = delay(withinMs, undefined, { signal: enough.signal }).catch(() => undefined);
  await Promise.race([work, limit]);
  enough.abort();
};

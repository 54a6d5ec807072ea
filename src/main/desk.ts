import type { RecordNoun } from '../contract/event.ts';
import { type FaultCode, faultSentences, Refusal } from '../contract/fault.ts';
import type { AppOptions, Session } from './app.ts';
import type { BackupKeeper } from './backup/backup-keeper.ts';
import type { Identity } from './domain/identity.ts';
import type { PrinterQueue } from './print/printer-queue.ts';
import type { WorkDesk } from './store/audit.ts';
import type { Reader, Writer } from './store/connection.ts';
import type { SupportFile } from './support-file.ts';
import { type SyncHandle, SyncRefused } from './sync-handle.ts';

/** What the desk works with. Queries get the reader only. */
export interface Desk {
  readonly reader: Reader;
  readonly writer: Writer;
  readonly identity: Identity;
  readonly clock: () => number;
  readonly sync: SyncHandle;
  readonly printing: PrinterQueue;
  readonly backups: BackupKeeper;
  readonly supportFile: SupportFile;
  readonly options: AppOptions;
  /** Told when the link, its binding or its token changed. */
  readonly linkChanged: () => void;
  /** Tells screens that what they show of these may have changed. */
  readonly changed: (nouns: readonly RecordNoun[]) => void;
  /** Told when stock moved here: screens show it, and the figure goes out soon (R32). */
  readonly stockMoved: () => void;
  /** Told when staff worked on a fulfillment: screens show it, and what BigCommerce is to be told goes out soon (R89). */
  readonly workDone: () => void;
}

/** What a command works with, and for whom. */
export const workDesk = ({ writer, identity, clock }: Desk, { staff }: Session): WorkDesk => ({
  db: writer,
  identity,
  now: clock(),
  by: staff?.name ?? null,
});

/**
 * Refuses everybody but a manager who signed in, where it depends on what was asked (R6). What always needs one says so
 * in the contract, and never comes so far.
 */
export const requireManager = ({ staff }: Session, message: string = faultSentences.manager_needed): void => {
  if (staff?.role !== 'manager') throw new Refusal('manager_needed', { message });
};

/** The fault of each problem; a problem's own sentence and next step go with it. */
const faultOfProblem: Readonly<Record<string, FaultCode>> = {
  unreachable: 'store_unreachable',
  token_refused: 'token_refused',
  token_missing: 'token_refused',
  scope_missing: 'scope_missing',
  busy: 'store_busy',
  server_error: 'store_failing',
  web_page: 'store_answer_unreadable',
  broken_off: 'store_answer_unreadable',
  unreadable: 'store_answer_unreadable',
  not_found: 'store_not_found',
  rejected: 'store_rejected',
  not_linked: 'not_linked',
  not_bound: 'not_bound',
  plan_lost: 'plan_not_supported',
  interrupted: 'sync_interrupted',
  disk_full: 'disk_full',
  stopped: 'stopped',
};

/** Refuses with what the exchange with BigCommerce failed on, in its own words. */
export const asRefusal = <T>(answer: Promise<T>): Promise<T> =>
  answer.catch((error: unknown) => {
    if (!(error instanceof SyncRefused)) throw error;
    const { code, message, nextStep } = error.problem;
    throw new Refusal(faultOfProblem[code] ?? 'internal', { message: `${message} ${nextStep}`.trim() });
  });

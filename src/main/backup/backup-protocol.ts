import type { BackupMade, BackupOrder, BackupStep } from './make-backup.ts';
import type { LookedCopy, RestoreOrder, RestoreStep } from './prepare-restore.ts';

/** What the desk and the backup thread say to each other: one task a thread. */
export type BackupTask =
  | { readonly name: 'make'; readonly order: BackupOrder }
  | { readonly name: 'look'; readonly order: Pick<RestoreOrder, 'file' | 'databaseFile'> }
  | { readonly name: 'restore'; readonly order: RestoreOrder };

export interface BackupAnswers {
  readonly make: BackupMade;
  readonly look: LookedCopy;
  readonly restore: LookedCopy;
}

export type AnyStep = BackupStep | RestoreStep;

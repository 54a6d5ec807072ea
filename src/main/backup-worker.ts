import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../contract/fault.ts';
import type { BackupAnswers, BackupTask, FromBackupWorker } from './backup/backup-protocol.ts';
import { makeBackup } from './backup/make-backup.ts';
import { lookAtCopy, prepareRestore } from './backup/prepare-restore.ts';
import { systemIdentity } from './identity.ts';

/** A thread for one task: copying and checking read the whole database, and no screen waits for that. */
const run = async (
  task: BackupTask,
  post: (message: FromBackupWorker) => void,
): Promise<BackupAnswers[keyof BackupAnswers]> => {
  switch (task.name) {
    case 'make':
      return makeBackup(task.order, (step) => post({ type: 'step', step }));
    case 'look':
      return lookAtCopy(task.order.file, task.order.databaseFile);
    case 'restore':
      return prepareRestore(task.order, systemIdentity, (step) => post({ type: 'step', step }));
  }
};

const port = parentPort;
if (port) {
  run(workerData as BackupTask, (message) => port.postMessage(message)).then(
    (answer) => port.postMessage({ type: 'done', answer } satisfies FromBackupWorker),
    (error: unknown) => {
      const code = error instanceof Refusal ? error.code : null;
      const words = error instanceof Error ? error.message : String(error);
      const system = error instanceof Error && 'code' in error ? String(error.code) : null;
      port.postMessage({ type: 'failed', code, words, system } satisfies FromBackupWorker);
    },
  );
}

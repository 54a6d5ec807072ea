import { faultCases } from '../contract/fault-cases.ts';
import type { AnyStep, BackupAnswers, BackupTask } from './backup/backup-protocol.ts';
import { makeBackup } from './backup/make-backup.ts';
import { lookAtCopy, prepareRestore } from './backup/prepare-restore.ts';
import { answerTask } from './backup/task-thread.ts';
import { systemIdentity } from './identity.ts';

const run = async (task: BackupTask, onStep: (step: AnyStep) => void): Promise<BackupAnswers[keyof BackupAnswers]> => {
  switch (task.name) {
    case 'make':
      return makeBackup(task.order, onStep);
    case 'look':
      return lookAtCopy(task.order.file, task.order.databaseFile, onStep);
    case 'restore':
      return prepareRestore(task.order, systemIdentity, onStep);
  }
};

const stopped: Readonly<Record<BackupTask['name'], string>> = {
  make: faultCases.copy_stopped,
  look: faultCases.look_stopped,
  restore: faultCases.restore_stopped,
};

answerTask<BackupTask, AnyStep, BackupAnswers[keyof BackupAnswers]>(run, ({ name }) => stopped[name]);

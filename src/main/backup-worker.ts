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
  make: 'The copy was stopped, and there is none of it. The shop’s data is as it was.',
  look: 'Looking at the copy was stopped. Nothing was changed.',
  restore: 'Restoring was stopped. The shop’s data is as it was, and so is the copy.',
};

answerTask<BackupTask, AnyStep, BackupAnswers[keyof BackupAnswers]>(run, ({ name }) => stopped[name]);

import { Refusal } from '../contract/fault.ts';
import { faultCases } from '../contract/fault-cases.ts';
import type { SupportBundle } from './app.ts';
import type { TaskThread } from './backup/task-thread.ts';
import type { RunningWork, WorkHolder } from './domain/running-work.ts';

/** The file for support, one at a time. */
export interface SupportFile extends WorkHolder {
  /** Answers where it is. Throws `Refusal` (`no_window`, `backup_busy`, `stopped`). */
  readonly write: () => Promise<string>;
  /** Ends what runs. */
  readonly stop: () => Promise<void>;
}

export const createSupportFile = (begin: SupportBundle | undefined, onChanged: () => void): SupportFile => {
  let task: TaskThread<string> | null = null;
  let running: RunningWork | null = null;
  const show = (next: RunningWork | null) => {
    running = next;
    onChanged();
  };
  const stop = () => {
    task?.stop();
    if (running !== null) show({ ...running, isStopping: true });
  };
  return {
    write: async () => {
      if (!begin) throw new Refusal('no_window');
      if (task !== null) throw new Refusal('backup_busy', { message: faultCases.support_file_busy });
      const step = { work: 'support_file', doing: 'examining', counts: 'bytes' } as const;
      show({ ...step, done: null, total: null, isStopping: false });
      task = begin((progress) => show({ ...step, ...progress, isStopping: running?.isStopping ?? false }));
      try {
        return await task.answer;
      } finally {
        task = null;
        show(null);
      }
    },
    works: () => (running === null ? [] : [running]),
    stopWork: (work) => {
      if (work !== 'support_file' || task === null) return false;
      stop();
      return true;
    },
    stop: async () => {
      stop();
      await task?.answer.catch(() => undefined);
    },
  };
};

import { parentPort, Worker, workerData } from 'node:worker_threads';
import { type FaultCode, Refusal } from '../../contract/fault.ts';
import { storageTroubleOf } from '../store/storage-trouble.ts';

/**
 * A thread for one task that reads a whole database, so that no screen waits for it. It tells its steps, and looks at each
 * whether it is to stop: then it clears away what it began, and ends with `stopped`.
 */
export interface TaskThread<Answer> {
  /** Rejects with a `Refusal`. */
  readonly answer: Promise<Answer>;
  /** At the next step. */
  readonly stop: () => void;
}

interface TaskData<Task> {
  readonly task: Task;
  /** One cell: not 0 when it is to stop. */
  readonly stopping: SharedArrayBuffer;
}

type FromThread<Step, Answer> =
  | { readonly type: 'step'; readonly step: Step }
  | { readonly type: 'done'; readonly answer: Answer }
  /** `code` of a refusal; `system`: the code that SQLite or the file system gave. */
  | {
      readonly type: 'failed';
      readonly code: FaultCode | null;
      readonly words: string;
      readonly system: string | null;
    };

export const startTask = <Task, Step, Answer>(
  module: URL,
  task: Task,
  onStep: (step: Step) => void,
): TaskThread<Answer> => {
  const stopping = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const thread = new Worker(module, { workerData: { task, stopping } satisfies TaskData<Task> });
  const answer = new Promise<Answer>((resolve, reject) => {
    let outcome = (): void => reject(new Refusal('stopped'));
    thread.on('message', (message: FromThread<Step, Answer>) => {
      if (message.type === 'step') return onStep(message.step);
      outcome = message.type === 'done' ? () => resolve(message.answer) : () => reject(refusalOf(message));
    });
    thread.on('error', (error) => {
      outcome = () => reject(error);
    });
    // Not before it is gone: what it had open is closed then.
    thread.on('exit', () => outcome());
  });
  return { answer, stop: () => void Atomics.store(new Int32Array(stopping), 0, 1) };
};

const refusalOf = ({ code, words, system }: Extract<FromThread<never, never>, { type: 'failed' }>): Error => {
  if (code !== null) return new Refusal(code, { message: words });
  const trouble = storageTroubleOf(system);
  return trouble === null
    ? new Refusal('backup_refused', { message: `It was not done, and nothing was changed: ${words}` })
    : new Refusal(trouble);
};

/**
 * The thread's own end: does its task. `onStep` throws where the task is to stop, with the words of `stopped` of the step.
 */
export const answerTask = <Task, Step, Answer>(
  work: (task: Task, onStep: (step: Step) => void) => Promise<Answer>,
  stoppedWords: (task: Task) => string,
): void => {
  const port = parentPort;
  if (!port) return;
  const { task, stopping } = workerData as TaskData<Task>;
  const cell = new Int32Array(stopping);
  const post = (message: FromThread<Step, Answer>) => port.postMessage(message);
  const onStep = (step: Step) => {
    if (Atomics.load(cell, 0) !== 0) throw new Refusal('stopped', { message: stoppedWords(task) });
    post({ type: 'step', step });
  };
  work(task, onStep).then(
    (answer) => post({ type: 'done', answer }),
    (error: unknown) =>
      post({
        type: 'failed',
        code: error instanceof Refusal ? error.code : null,
        words: error instanceof Error ? error.message : String(error),
        system: error instanceof Error && 'code' in error ? String(error.code) : null,
      }),
  );
};

import { getCompileCacheDir } from 'node:module';
import { dirname, extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type HistoryWork, historyAtRest } from './domain/history-work.ts';
import type { Problem } from './domain/problem.ts';
import type { RunningWork, WorkHolder, WorkName } from './domain/running-work.ts';
import type { PullCounts } from './pull/tally.ts';
import type { RaisedAlarm } from './store/stock-alarms.ts';
import {
  type Ask,
  atRest,
  type FromSyncWorker,
  type QuestionName,
  type Questions,
  type SyncActivity,
  type SyncWorkerData,
  type ToSyncWorker,
} from './sync-protocol.ts';

/** The desk's end of the sync worker. */
export interface SyncHandle extends WorkHolder {
  /** Rejects with `SyncRefused`. */
  readonly ask: <N extends QuestionName>(name: N, withWhat: Questions[N]['ask']) => Promise<Questions[N]['answer']>;
  readonly giveToken: (token: string | null) => void;
  readonly start: () => void;
  /** Something here is to be told. Nothing happens where no worker runs: the figures wait in the database. */
  readonly wake: () => void;
  /** Finish what runs, begin nothing until woken up. */
  readonly sleep: () => void;
  /** The next exchange begins now, if it comes by itself at all. */
  readonly wakeUp: () => void;
  readonly activity: () => SyncActivity;
  readonly history: () => HistoryWork;
  readonly stop: () => Promise<void>;
}

export class SyncRefused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.name = 'SyncRefused';
    this.problem = problem;
  }
}

export interface SyncHandleOptions extends Omit<SyncWorkerData, 'pageReader'> {
  readonly module: URL;
  /** What an earlier run failed on, until this one knows better. */
  readonly lastProblem: Problem | null;
  readonly onActivity: (activity: SyncActivity) => void;
  readonly onHistory: () => void;
  readonly onWork: () => void;
  readonly onPutRight: (figures: number) => void;
  readonly onRecounted: () => void;
  readonly onStored: (counts: PullCounts, alarms: readonly RaisedAlarm[]) => void;
  /** Told when a proof has finished. */
  readonly onProved: () => void;
  readonly onPushed: () => void;
  readonly onTold: () => void;
  readonly onMatched: () => void;
  readonly onRemoved: () => void;
}

const interrupted: Problem = {
  code: 'interrupted',
  message: 'The exchange with BigCommerce was interrupted.',
  nextStep: 'It starts again by itself. Nothing is lost.',
};

const RESTART_MS = 2_000;

/** Starts the worker with the first thing it is needed for, and again when it dies; each pull goes on where it was. */
export const createSyncHandle = (options: SyncHandleOptions): SyncHandle => {
  const {
    module,
    databaseFile,
    turns,
    version,
    onActivity,
    onHistory,
    onMatched,
    onProved,
    onPushed,
    onPutRight,
    onStored,
  } = options;
  const { onRecounted, onTold } = options;
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let worker: Worker | undefined;
  let restart: NodeJS.Timeout | undefined;
  let nextId = 1;
  let token: string | null = null;
  let automatic = false;
  let stopping = false;
  const works = new Map<WorkName, RunningWork>();
  let history: HistoryWork = historyAtRest;
  let activity: SyncActivity = { ...atRest, problem: options.lastProblem };

  const show = (next: SyncActivity) => {
    activity = next;
    onActivity(next);
  };

  const hear = (message: FromSyncWorker) => {
    switch (message.type) {
      case 'answer': {
        const asker = waiting.get(message.id);
        waiting.delete(message.id);
        if (message.ok) asker?.resolve(message.value);
        else asker?.reject(new SyncRefused(message.problem));
        break;
      }
      case 'activity':
        show(message.activity);
        break;
      case 'history':
        history = message.work;
        onHistory();
        break;
      case 'work':
        if (message.running === null) works.delete(message.work);
        else works.set(message.work, message.running);
        options.onWork();
        break;
      case 'put_right':
        onPutRight(message.figures);
        break;
      case 'recounted':
        onRecounted();
        break;
      case 'stored':
        onStored(message.counts, message.alarms);
        break;
      case 'proved':
        onProved();
        break;
      case 'pushed':
        onPushed();
        break;
      case 'told':
        onTold();
        break;
      case 'removed':
        options.onRemoved();
        break;
      case 'matched':
        onMatched();
        break;
    }
  };

  const died = (problem: Problem) => {
    worker = undefined;
    for (const asker of waiting.values()) asker.reject(new SyncRefused(problem));
    waiting.clear();
    history = historyAtRest;
    works.clear();
    if (stopping) return;
    show({ ...atRest, problem });
    if (automatic) restart = setTimeout(() => send({ type: 'start' }), RESTART_MS);
  };

  const running = (): Worker => {
    if (worker) return worker;
    const compiled = getCompileCacheDir();
    const started = new Worker(module, {
      // A thread would compile everything anew, beside the window that is opening.
      env: compiled === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: dirname(compiled) },
      workerData: {
        databaseFile,
        turns,
        version,
        pageReader: beside(module, 'page-reader-worker'),
      } satisfies SyncWorkerData,
    });
    let last = interrupted;
    started.on('message', hear);
    started.on('error', (error) => {
      last = { ...interrupted, message: `${interrupted.message} (${String(error)})` };
    });
    started.on('exit', () => died(last));
    worker = started;
    started.postMessage({ type: 'token', token } satisfies ToSyncWorker);
    return started;
  };

  const send = (message: ToSyncWorker) => running().postMessage(message);

  return {
    ask: (name, withWhat) =>
      new Promise((resolve, reject) => {
        const id = nextId++;
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
        const ask: Ask<typeof name> = { type: 'ask', id, name, with: withWhat };
        running().postMessage(ask);
      }),
    giveToken: (next) => {
      token = next;
      worker?.postMessage({ type: 'token', token } satisfies ToSyncWorker);
    },
    start: () => {
      automatic = true;
      send({ type: 'start' });
    },
    wake: () => worker?.postMessage({ type: 'wake' } satisfies ToSyncWorker),
    sleep: () => worker?.postMessage({ type: 'sleep' } satisfies ToSyncWorker),
    wakeUp: () => worker?.postMessage({ type: 'wake_up' } satisfies ToSyncWorker),
    activity: () => activity,
    history: () => history,
    works: () => [...works.values()],
    stopWork: (work) => {
      if (!works.has(work)) return false;
      worker?.postMessage({ type: 'stop_work', work } satisfies ToSyncWorker);
      return true;
    },
    stop: async () => {
      stopping = true;
      clearTimeout(restart);
      const ending = worker;
      if (!ending) return;
      const exited = new Promise<void>((resolve) => ending.once('exit', () => resolve()));
      ending.postMessage({ type: 'stop' } satisfies ToSyncWorker);
      await exited;
    },
  };
};

/** Another thread's module, in the same folder and form as `module`: a source file, or its bundle. */
export const beside = (module: URL, name: string): string => new URL(name + extname(module.pathname), module).href;

/** Work that may take longer than a second, by the contract's names (contract/work.ts). */
export type WorkName =
  | ('copy' | 'look' | 'restore' | 'support_file')
  | ('opening_figures' | 'proof' | 'personal_data' | 'store_check');

/** How far a part of it is; `done` and `total` are null while they cannot be told. */
export interface WorkStep {
  readonly doing:
    | ('copying' | 'checking' | 'reading' | 'restoring' | 'examining')
    | ('pulling' | 'catalogue' | 'levels' | 'comparing' | 'removing' | 'asking');
  readonly done: number | null;
  readonly total: number | null;
  readonly counts: 'bytes' | 'orders' | 'products' | 'sales' | 'answers';
}

export interface RunningWork extends WorkStep {
  readonly work: WorkName;
  readonly isStopping: boolean;
}

/** Whoever does long work: what of it runs, and the way to stop it. */
export interface WorkHolder {
  readonly works: () => readonly RunningWork[];
  /** Answers whether there was something to stop. It ends as soon as it can, not at once. */
  readonly stopWork: (work: WorkName) => boolean;
}

/** One piece of long work, told by whoever does it. */
export interface OwnWork {
  readonly show: (step: WorkStep) => void;
  /** Throws `WorkStopped` where somebody has stopped it: to be called wherever stopping does no harm. */
  readonly goOn: () => void;
  readonly isStopped: () => boolean;
}

/** Does a piece of long work, which from now on can be seen and stopped. */
export type RunWork = <T>(work: WorkName, run: (own: OwnWork) => Promise<T>) => Promise<T>;

/** Somebody has stopped it. `message` says what was and what was not done. */
export class WorkStopped extends Error {}

import type { DesktopSettings } from '../../../contract/desktop.ts';
import type { SyncStatusView } from '../../../contract/sync.ts';
import type { Log } from '../logs/log.ts';

/**
 * `person`: whoever sits there. `manager`: a command that asked for one. `update`: to install one, which was judged
 * already. `system`: a shutdown or a signal.
 */
export type LeavingBy = 'person' | 'manager' | 'update' | 'system';

/** What closing the window by hand does. In full screen only a manager leaves, by a command of its own. */
export const judgeClose = ({
  kiosk,
  keepRunning,
}: Pick<DesktopSettings, 'kiosk' | 'keepRunning'>): 'stay' | 'hide' | 'leave' => {
  if (kiosk) return 'stay';
  return keepRunning ? 'hide' : 'leave';
};

export interface Question {
  readonly type: 'question';
  readonly message: string;
  readonly detail: string;
  readonly buttons: [string, string];
  readonly defaultId: 0;
  readonly cancelId: 0;
  readonly noLink: true;
}

const many = (count: number, one: string, more: string): string => (count === 1 ? `1 ${one}` : `${count} ${more}`);

/** The unsent changes in words; null when everything has been sent. */
export const unsentInWords = ({ outbox: { pending, parked } }: Pick<SyncStatusView, 'outbox'>): string | null => {
  const parts = [
    ...(pending > 0 ? [`${many(pending, 'change has', 'changes have')} not been sent to BigCommerce yet`] : []),
    ...(parked > 0 ? [`${many(parked, 'change waits', 'changes wait')} for somebody to decide`] : []),
  ];
  return parts.length === 0 ? null : `${parts.join(', and ')}.`;
};

/** What is asked before the app ends by hand; null when nothing has to be said. The first button stays. */
export const leavingQuestion = (status: Pick<SyncStatusView, 'outbox'>): Question | null => {
  const message = unsentInWords(status);
  if (message === null) return null;
  return {
    type: 'question',
    message,
    detail: 'Nothing is lost: it is kept on this machine, and goes out when Tillbridge runs again.',
    buttons: ['Stay open', 'Quit'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
};

/** How long the running transaction and the exchange get to finish, in ms: longer than any request is waited for. */
export const mostStoppingMs = 20_000;

/** Whether `work` ended within `ms`. */
export const endedWithin = async (work: Promise<unknown>, ms: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const ended = work.then(() => true);
  try {
    return await Promise.race([ended, late]);
  } finally {
    clearTimeout(timer);
  }
};

export interface LeavingDeps {
  readonly status: () => Promise<Pick<SyncStatusView, 'outbox'>>;
  /** Answers the number of the button. */
  readonly askPerson: (question: Question) => Promise<number>;
  /** Lets the running transaction finish and releases the data folder. */
  readonly stop: () => Promise<void>;
  /** The version to install on the way out; null: none, or not now. */
  readonly readyUpdate: () => Promise<string | null>;
  /** The last thing that is done. Starts again afterwards where `again` says so. */
  readonly exit: (update: string | null, again: boolean) => void;
  readonly log: Log;
}

/**
 * Ends the app: asks a person first where something is unsent, lets the running transaction finish, and goes. Called
 * again meanwhile, it does nothing; a shutdown is asked nothing, for the system waits for nobody.
 */
export const createLeaving = ({ status, askPerson, stop, readyUpdate, exit, log }: LeavingDeps) => {
  let begun = false;
  let asking = false;
  /** What cannot be counted must not keep anybody from leaving. */
  const unsent = (): Promise<Question | null> =>
    status().then(leavingQuestion, (error: unknown) => {
      log.error('app.unsent_unknown', error);
      return null;
    });
  const mayLeave = async (by: LeavingBy): Promise<boolean> => {
    const question = await unsent();
    if (question !== null) log.info('app.unsent', { by, unsent: question.message });
    if (by === 'system' || by === 'update' || question === null) return true;
    asking = true;
    const answer = await askPerson(question).finally(() => {
      asking = false;
    });
    return answer !== question.cancelId;
  };
  return {
    /** Whether it is on its way: from then on windows close without a question. */
    begun: (): boolean => begun,
    leave: async (by: LeavingBy): Promise<void> => {
      if (begun || (asking && by !== 'system') || !(await mayLeave(by)) || begun) return;
      begun = true;
      // A shutdown leaves no time to install anything.
      const update = by === 'system' ? null : await readyUpdate();
      log.info('app.leaving', { by, update });
      if (!(await endedWithin(stop(), mostStoppingMs))) log.warning('app.ended_late');
      exit(update, by === 'update');
    },
  };
};

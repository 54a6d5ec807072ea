import type { App, SecretStore } from '../app.ts';
import { newSession } from '../app.ts';
import { ask } from './ask.ts';
import { keepJournal, unloggedSecrets } from './logs/journal.ts';
import { beginRun, type Run, type RunMarker } from './logs/run-marker.ts';
import { type AppGround, openApp } from './open-app.ts';
import { openPracticeTill } from './practice/open-practice-till.ts';
import { openReopenable } from './reopenable.ts';
import { stopOnFailure } from './stop-on-failure.ts';
import { bundleInto } from './support-bundle.ts';

export interface PracticeChoice {
  /** True: practise even where a BigCommerce store is linked. */
  readonly asked: boolean;
  readonly orders?: number | undefined;
  readonly seed?: number | undefined;
}

export interface TillOptions extends AppGround {
  /** Absolute path. */
  readonly dataFolder: string;
  readonly secrets: SecretStore;
  readonly practice: PracticeChoice;
}

/** An opened app, and what its host should say about it. */
export interface OpenedTill {
  readonly app: App;
  /** One sentence for whoever started it; null when there is nothing to say. */
  readonly note: string | null;
  readonly stop: () => Promise<void>;
}

/** A running app with its orders flowing, for a host to show. */
export interface Till extends OpenedTill {
  /** The run before this one, where it was killed or crashed. */
  readonly crashed: RunMarker | null;
  /** Leaves a crumb of what is going on, for the run after a crash. */
  readonly doing: Run['doing'];
  /** The machine goes to sleep, and wakes. */
  readonly sleep: () => void;
  readonly wakeUp: () => void;
}

const openLinkedOrPractice = async (options: TillOptions): Promise<OpenedTill> => {
  const { dataFolder, log, practice } = options;
  if (practice.asked) return openPracticeTill(options, 'you asked for it');
  const secrets = unloggedSecrets(options.secrets, log);
  const open = (reopen: () => void) =>
    openApp({ ...options, extras: { ...options.extras, reopen } }, { dataFolder, practice: false, secrets });
  const app = await openReopenable(open, (error) => log.error('app.not_reopened', error));
  const { link, unlinked } = await stopOnFailure(app.stop, () => ask(app, newSession(), 'link.get', {}));
  if (link === null && unlinked === null) {
    await app.stop();
    return openPracticeTill(options, `no BigCommerce store is linked in ${dataFolder}`);
  }
  app.startSync();
  return { app, note: null, stop: app.stop };
};

/**
 * Opens the linked store's till, also after it was unlinked, for what is there stays readable (R81); where none ever was, a
 * practice till, so that orders flow. The real app is closed before practice starts, so that one process never holds two apps on one folder.
 * Throws `Refusal` as `createApp` does.
 */
export const openTill = async (options: TillOptions): Promise<Till> => {
  const { dataFolder, log, places } = options;
  const supportBundle = () => bundleInto(dataFolder, places.version, Date.now());
  let crashed: RunMarker | null = null;
  const extras = { supportBundle, crashed: () => crashed, ...options.extras };
  const opened = await openLinkedOrPractice({ ...options, extras }).catch((error: unknown) => {
    log.error('app.not_opened', error);
    throw error;
  });
  const run = beginRun(dataFolder, { version: places.version, now: Date.now() });
  log.info('app.started', { version: places.version, note: opened.note, platform: process.platform });
  crashed = run.before;
  if (run.before !== null) log.warning('app.crashed_before', { ...run.before });
  const endJournal = keepJournal(opened.app, log);
  return {
    app: opened.app,
    note: opened.note,
    crashed: run.before,
    doing: run.doing,
    sleep: () => {
      run.doing('asleep');
      log.info('machine.asleep');
      opened.app.sleep();
    },
    wakeUp: () => {
      run.doing('open');
      log.info('machine.awake');
      opened.app.wakeUp();
    },
    stop: async () => {
      run.doing('stopping');
      endJournal();
      await opened.stop();
      run.ended();
      log.info('app.stopped');
    },
  };
};

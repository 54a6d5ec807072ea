import type { ScenarioName } from '../../contract/training.ts';
import type { App, SecretStore } from '../app.ts';
import { newSession } from '../app.ts';
import { ask } from './ask.ts';
import { keepJournal, unloggedSecrets } from './logs/journal.ts';
import { beginRun, type Run, type RunMarker } from './logs/run-marker.ts';
import { type AppGround, openApp } from './open-app.ts';
import { openPracticeTill } from './practice/open-practice-till.ts';
import { openReopenable } from './reopenable.ts';
import { startSyncSoon } from './start-sync-soon.ts';
import { stopOnFailure } from './stop-on-failure.ts';
import { supportBundleOf } from './support-bundle-of.ts';

export interface PracticeChoice {
  /** True: practise even where a BigCommerce store is linked. */
  readonly asked: boolean;
  readonly orders?: number | undefined;
  readonly seed?: number | undefined;
  /** What is practised at once (N12). */
  readonly scenario?: ScenarioName | undefined;
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

/** Which of the two stands behind the host: `either` until it is known whether a store was ever linked. */
type Mode = 'either' | 'shop' | 'practice';

/**
 * The shop's own till or practice, and the other one whenever a screen asks for it. They have a folder each; the one is
 * closed before the other opens.
 */
const openLinkedOrPractice = async (options: TillOptions): Promise<OpenedTill> => {
  const { dataFolder, log, practice } = options;
  const secrets = unloggedSecrets(options.secrets, log);
  let mode: Mode = practice.asked ? 'practice' : 'either';
  let note: string | null = null;

  const openPractice = async (usePractice: (wish: boolean) => void, why: string): Promise<App> => {
    const till = await openPracticeTill({ ...options, extras: { ...options.extras, usePractice } }, why);
    note = till.note;
    return { ...till.app, stop: till.stop };
  };
  const openShop = (reopen: () => void, usePractice: (wish: boolean) => void): Promise<App> =>
    openApp(
      { ...options, extras: { ...options.extras, reopen, usePractice } },
      { dataFolder, practice: false, secrets },
    );
  const open = async (reopen: () => void): Promise<App> => {
    const usePractice = (wish: boolean): void => {
      mode = wish ? 'practice' : 'shop';
      reopen();
    };
    if (mode === 'practice') return openPractice(usePractice, 'you asked for it');
    const app = await openShop(reopen, usePractice);
    if (mode === 'shop' || (await stopOnFailure(app.stop, () => wasEverLinked(app)))) return app;
    await app.stop();
    mode = 'practice';
    return openPractice(usePractice, `no BigCommerce store is linked in ${dataFolder}`);
  };
  /** What cannot be practised in leaves the shop's own till where it was. */
  const openEither = (reopen: () => void): Promise<App> =>
    open(reopen).catch((error: unknown) => {
      if (mode !== 'practice' || note === null) throw error;
      log.error('app.practice_not_opened', error);
      mode = 'shop';
      return open(reopen);
    });

  const opened = await openReopenable(openEither, (error) => log.error('app.not_reopened', error));
  // What is practised arrives at once: there is nothing to show before.
  if (note !== null) opened.startSync();
  const app = note === null ? startSyncSoon(opened) : opened;
  return { app, note, stop: app.stop };
};

const wasEverLinked = async (app: App): Promise<boolean> => {
  const { link, unlinked } = await ask(app, newSession(), 'link.get', {});
  return link !== null || unlinked !== null;
};

/**
 * Opens the linked store's till, also after it was unlinked, for what is there stays readable (R81); where none ever was, a
 * practice till, so that orders flow.
 * Throws `Refusal` as `createApp` does.
 */
export const openTill = async (options: TillOptions): Promise<Till> => {
  const { dataFolder, log, places } = options;
  const supportBundle = supportBundleOf(dataFolder, places);
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

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../../contract/fault.ts';
import { type App, newSession, type TrainingControls } from '../../app.ts';
import { ask } from '../ask.ts';
import { openApp } from '../open-app.ts';
import { secretMemory } from '../secret-memory.ts';
import { stopOnFailure } from '../stop-on-failure.ts';
import type { OpenedTill, TillOptions } from '../till.ts';
import { needPracticeFolder, renewPracticeFolder } from './practice-folder.ts';
import { newOrderEveryMs, type PracticeWorker, startPracticeWorker } from './practice-worker.ts';
import { createTraining, type Training } from './training.ts';

/** Not all of them become sales: some are unfinished or cancelled. At least 120 do. */
const usualOrders = 150;
const days = 5;
/** The manager's in the practice store, which says so itself. */
export const practicePin = '1234';

const openFolder = (dataFolder: string, options: TillOptions): Promise<App> =>
  openApp(options, { dataFolder, practice: true, secrets: secretMemory() });

/** Opening a folder takes its lock: so a practice run of another process is not deleted under its feet. */
const refuseWhileInUse = async (folder: string, options: TillOptions): Promise<void> => {
  if (!existsSync(folder)) return;
  try {
    const app = await openFolder(folder, options);
    await app.stop();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'data_folder_busy') throw error;
    // Whatever else is wrong with the old practice folder, the new one replaces it.
  }
};

const linkTo = async (app: App, store: PracticeWorker): Promise<void> => {
  const manager = newSession();
  await ask(app, manager, 'staff.setManagerPin', { pin: practicePin });
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const outlet = { name: 'Practice shop', timeZone, currency: 'USD' };
  const { outletId } = await ask(app, manager, 'outlets.create', outlet);
  const { registerId } = await ask(app, manager, 'registers.create', { outletId, name: 'Till 1' });
  const { storeHash, token, baseUrl } = store;
  await ask(app, manager, 'link.connect', { storeHash, token, plan: 'Pro', apiBase: baseUrl });
  await ask(app, manager, 'link.bind', { outletId, registerId });
};

/** What the app is given before there is an app to train on. */
const late = (training: () => Training): TrainingControls => ({
  status: () => training().status(),
  start: (scenario) => training().start(scenario),
  stop: () => training().stop(),
});

/**
 * A till linked to the built-in practice store, in `<data folder>/practice`, made anew each time. The orders are placed
 * once the link is bound, because those from before a link stay out (R74).
 */
export const openPracticeTill = async (options: TillOptions, why: string): Promise<OpenedTill> => {
  const { places, practice } = options;
  const folder = join(options.dataFolder, 'practice');
  needPracticeFolder(folder);
  await refuseWhileInUse(folder, options);
  renewPracticeFolder(folder);
  const store = await startPracticeWorker(places.practiceWorker, { seed: practice.seed });
  const withTraining = { ...options, extras: { ...options.extras, training: late(() => training) } };
  const app = await stopOnFailure(store.stop, () => openFolder(folder, withTraining));
  const training: Training = createTraining({
    app,
    act: store.act,
    onFailure: (error) => options.log.error('practice.scenario', error),
  });
  const stop = async (): Promise<void> => {
    training.stop();
    await app.stop();
    await store.stop();
  };
  const orders = practice.orders ?? usualOrders;
  await stopOnFailure(stop, async () => {
    await linkTo(app, store);
    await store.open({ orders, spreadOverDays: days, live: { everyMs: newOrderEveryMs } });
  });
  app.startSync();
  if (practice.scenario !== undefined) training.start(practice.scenario);
  const note = `Practice store: ${why}, so ${orders} practice orders arrive and more follow (manager PIN ${practicePin}).`;
  return { app, note, stop };
};

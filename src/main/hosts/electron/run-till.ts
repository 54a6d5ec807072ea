import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dialog, app as electron, powerMonitor } from 'electron';
import type { SyncStatusView } from '../../../contract/sync.ts';
import { type DesktopControls, newSession } from '../../app.ts';
import { ask } from '../ask.ts';
import { screenOf } from '../desktop/deep-link.ts';
import { readyToInstall } from '../desktop/install.ts';
import type { Launch } from '../desktop/launch.ts';
import { createLeaving, judgeClose } from '../desktop/leaving.ts';
import { openSettingsFile } from '../desktop/settings-file.ts';
import { createUpdateKeeper } from '../desktop/update-keeper.ts';
import { readUpdateRecord } from '../desktop/update-record.ts';
import { openUpdated, provedGood } from '../desktop/update-start.ts';
import type { Log } from '../logs/log.ts';
import type { Places } from '../places.ts';
import { loadRendererFiles } from '../renderer-files.ts';
import { openTill, type Till } from '../till.ts';
import { windowIsUp } from '../window-is-up.ts';
import { serveAppScheme } from './app-scheme.ts';
import { confine } from './confine.ts';
import { documentPrinter } from './document-printer.ts';
import { keychain } from './keychain.ts';
import { notify } from './notify.ts';
import { startWithComputer } from './start-with-computer.ts';
import { createTillWindow, type TillWindow } from './till-window.ts';
import { createTray } from './tray.ts';
import type { Updater } from './updater.ts';
import { watchPage } from './watch-page.ts';

const beside = (file: string): string => join(import.meta.dirname, file);

const places = (): Places => ({
  syncWorker: pathToFileURL(beside('sync-worker.js')),
  practiceWorker: pathToFileURL(beside('practice-store-worker.js')),
  bundleWorker: pathToFileURL(beside('bundle-worker.js')),
  renderer: beside('../renderer'),
  version: electron.getVersion(),
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);

export interface TillRun {
  readonly launch: Launch;
  readonly log: Log;
  /** The browser profile's folder. */
  readonly profile: string;
  readonly updater: Updater | null;
}

/** Opens the till and its window, and wires what the system tells to what the app does. Answers the window. */
export const runTill = async ({ launch, log, profile, updater }: TillRun): Promise<TillWindow> => {
  confine();
  serveAppScheme(await loadRendererFiles(places().renderer));
  const { dataFolder, practice } = launch;
  const version = electron.getVersion();
  const settings = openSettingsFile(dataFolder);
  const kiosk = (): boolean => launch.kiosk || settings.read().kiosk;
  const status = (): Promise<SyncStatusView> => ask(till.app, newSession(), 'sync.status', {});
  const openRegisters = async (): Promise<readonly string[]> => {
    const { rows } = await ask(till.app, newSession(), 'registers.list', {});
    return rows.flatMap(({ openingId, name }) => (openingId === null ? [] : [name]));
  };
  const updates =
    updater &&
    createUpdateKeeper({ source: updater, status, openRegisters, record: readUpdateRecord(dataFolder), log });
  const desktop: DesktopControls = {
    settings: settings.read,
    change: (change) => {
      const next = settings.change(change);
      window.setKiosk(kiosk());
      if (change.startWithComputer !== undefined) startWithComputer(change.startWithComputer);
      return next;
    },
    update: () => updates?.view() ?? null,
    installUpdate: async () => {
      if (updates === null) return null;
      await updates.needReady();
      setImmediate(() => leaving.leave('update'));
      return updates.view();
    },
    quit: () => void setImmediate(() => leaving.leave('manager')),
  };
  const secrets = keychain(dataFolder);
  const options = {
    dataFolder,
    host: 'electron',
    places: places(),
    secrets,
    practice,
    log,
    extras: { desktop, documentPrinter: documentPrinter(() => window.webContents) },
  } as const;
  const till: Till = await openUpdated({ dataFolder, version, log }, () => openTill(options));

  const placeFile = join(profile, 'place.json');
  const tillWindow = createTillWindow(till.app, { preload: beside('../preload/index.cjs'), placeFile, kiosk: kiosk() });
  const { window, load, show } = tillWindow;
  const leaving = createLeaving({
    status,
    askPerson: async (question) => (await dialog.showMessageBox(window, question)).response,
    stop: till.stop,
    readyUpdate: async () => updates?.needReady().catch(() => null) ?? null,
    exit: (to, again) => {
      if (to !== null && readyToInstall({ dataFolder, from: version, to, log })) updater?.install(again);
      else electron.exit(0);
    },
    log,
  });
  window.on('close', (event) => {
    if (leaving.begun()) return;
    event.preventDefault();
    const outcome = judgeClose({ ...settings.read(), kiosk: kiosk() });
    if (outcome === 'hide') window.hide();
    if (outcome === 'leave') void leaving.leave('person');
  });
  electron.on('before-quit', (event) => {
    if (leaving.begun()) return;
    event.preventDefault();
    void leaving.leave('person');
  });
  const endWithSystem = (): void => void leaving.leave('system');
  window.on('session-end', endWithSystem);
  powerMonitor.on('shutdown', endWithSystem);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, endWithSystem);
  powerMonitor.on('suspend', till.sleep);
  powerMonitor.on('resume', till.wakeUp);

  const icon = beside('../../resources/tray.png');
  const showInTray = createTray({ icon, onOpen: () => show(), onQuit: () => void leaving.leave('person'), kiosk });
  showInTray(await status());
  till.app.onEvent((event) => {
    if (event.type === 'sync') showInTray(event.status);
    notify(event, tillWindow, settings.read());
  });
  watchPage(window, log, load);

  await load(launch.link === null ? '' : screenOf(launch.link));
  provedGood({ dataFolder, version, log });
  till.doing('open');
  if (!launch.hidden) show();
  void updates?.start();
  if (till.note !== null) say(till.note);
  say(windowIsUp);
  return tillWindow;
};

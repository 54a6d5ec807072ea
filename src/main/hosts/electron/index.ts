import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dialog, app as electron } from 'electron';
import { startAgainAfterCrash } from '../desktop/crash-policy.ts';
import { linkScheme, readDeepLink, screenOf } from '../desktop/deep-link.ts';
import { readLaunch } from '../desktop/launch.ts';
import { RolledBack } from '../desktop/update-start.ts';
import { openLog } from '../logs/log.ts';
import { registerAppScheme } from './app-scheme.ts';
import { goBack } from './go-back.ts';
import { runTill } from './run-till.ts';
import { openUpdater } from './updater.ts';

const backupWorker = pathToFileURL(join(import.meta.dirname, 'backup-worker.js'));
const launch = readLaunch(process.argv);
const log = openLog(launch.dataFolder, 'electron');

const crash = (error: unknown): void => {
  log.error('app.crashed', error);
  if (startAgainAfterCrash(launch.dataFolder, Date.now())) electron.relaunch();
  electron.exit(1);
};
process.on('uncaughtException', crash);
process.on('unhandledRejection', crash);

// One browser profile, and so one single-instance lock, per data folder.
const profile = join(launch.dataFolder, 'window');
mkdirSync(profile, { recursive: true });
electron.setPath('userData', profile);
electron.setAppUserModelId('com.tillbridge.app');
registerAppScheme();

const start = async () => {
  await electron.whenReady();
  const updater = await openUpdater(log);
  try {
    return await runTill({ launch, log, profile, updater });
  } catch (error) {
    log.error('app.not_started', error);
    const outcome = await goBack(error, launch.dataFolder, backupWorker);
    if (outcome === 'restored') electron.relaunch();
    if (outcome !== 'no_way') return electron.exit(outcome === 'restored' ? 0 : 1);
    dialog.showErrorBox('Tillbridge cannot start', error instanceof Error ? error.message : String(error));
    if (error instanceof RolledBack) await updater?.goBackTo(error.from);
    return electron.exit(1);
  }
};

if (electron.requestSingleInstanceLock()) {
  electron.setAsDefaultProtocolClient(linkScheme);
  const started = start();
  const show = (screen?: string): void => void started.then((till) => till?.show(screen));
  electron.on('second-instance', (_event, args) => {
    const { link } = readLaunch(args);
    show(link === null ? undefined : screenOf(link));
  });
  electron.on('activate', () => show());
  electron.on('open-url', (event, url) => {
    event.preventDefault();
    const link = readDeepLink(url);
    if (link !== null) show(screenOf(link));
  });
} else {
  electron.quit();
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dialog, app as electron } from 'electron';
import { openLog } from '../logs/log.ts';
import type { Places } from '../places.ts';
import { loadRendererFiles } from '../renderer-files.ts';
import { openTill } from '../till.ts';
import { windowIsUp } from '../window-is-up.ts';
import { registerAppScheme, serveAppScheme } from './app-scheme.ts';
import { readArguments } from './arguments.ts';
import { keychain } from './keychain.ts';
import { openTillWindow } from './till-window.ts';

const beside = (file: string): string => join(import.meta.dirname, file);

const places = (): Places => ({
  syncWorker: pathToFileURL(beside('sync-worker.js')),
  practiceWorker: pathToFileURL(beside('practice-store-worker.js')),
  renderer: beside('../renderer'),
  version: electron.getVersion(),
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const { dataFolder, practice } = readArguments(process.argv);

const run = async (): Promise<void> => {
  await electron.whenReady();
  serveAppScheme(await loadRendererFiles(places().renderer));
  const secrets = keychain(dataFolder);
  const till = await openTill({
    dataFolder,
    host: 'electron',
    places: places(),
    secrets,
    practice,
    log: openLog(dataFolder, 'electron'),
  });
  let stopped = false;
  electron.on('will-quit', (event) => {
    if (stopped) return;
    // The running transaction ends first: quitting waits for the app, then goes on.
    event.preventDefault();
    void till.stop().finally(() => {
      stopped = true;
      electron.quit();
    });
  });
  electron.on('window-all-closed', () => electron.quit());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => electron.quit());
  const window = await openTillWindow(till.app, beside('../preload/index.cjs'));
  electron.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  if (till.note !== null) say(till.note);
  say(windowIsUp);
};

// One browser profile, and so one single-instance lock, per data folder.
const profile = join(dataFolder, 'window');
mkdirSync(profile, { recursive: true });
electron.setPath('userData', profile);
registerAppScheme();
if (electron.requestSingleInstanceLock()) {
  run().catch((error: unknown) => {
    dialog.showErrorBox('Tillbridge cannot start', error instanceof Error ? error.message : String(error));
    electron.exit(1);
  });
} else {
  electron.quit();
}

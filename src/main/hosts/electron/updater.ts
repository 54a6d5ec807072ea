import { app as electron } from 'electron';
import type { UpdateSource } from '../desktop/update-keeper.ts';
import type { Log } from '../logs/log.ts';
import { releaseFiles } from '../releases.ts';

export interface Updater extends UpdateSource {
  /** Ends this process and installs what was downloaded; then starts again where `again` says so. */
  readonly install: (again: boolean) => void;
  /** Fetches and installs an earlier version. */
  readonly goBackTo: (version: string) => Promise<void>;
}

/** electron-updater, told to do nothing by itself; null where the app was not installed, so that it cannot be updated. */
export const openUpdater = async (log: Log): Promise<Updater | null> => {
  if (!electron.isPackaged) return null;
  const { autoUpdater } = await import('electron-updater');
  autoUpdater.autoDownload = false;
  autoUpdater.autoInstallOnAppQuit = false;
  autoUpdater.on('error', (error) => log.error('update.error', error));
  const install = (again: boolean): void => autoUpdater.quitAndInstall(true, again);
  const newest = async (): Promise<string | null> => {
    const found = await autoUpdater.checkForUpdates();
    return found?.isUpdateAvailable ? found.updateInfo.version : null;
  };
  const download = async (): Promise<void> => void (await autoUpdater.downloadUpdate());
  return {
    newest,
    download,
    install,
    goBackTo: async (version) => {
      autoUpdater.allowDowngrade = true;
      autoUpdater.setFeedURL({ provider: 'generic', url: releaseFiles(version) });
      await newest();
      await download();
      install(true);
    },
  };
};

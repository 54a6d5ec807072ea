import { type BrowserWindow, dialog } from 'electron';
import { createPatience } from '../desktop/crash-policy.ts';
import type { Log } from '../logs/log.ts';

/** Loads the page again when its process was killed or crashed; when that does not help, a person decides. */
export const watchPage = (window: BrowserWindow, log: Log, reload: () => Promise<void>): void => {
  const tryAgain = createPatience();
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.warning('window.gone', { reason, exitCode });
    if (tryAgain(Date.now())) return void reload();
    void dialog
      .showMessageBox(window, {
        type: 'warning',
        message: 'The screen keeps failing.',
        detail: 'Orders go on arriving, and nothing is lost. Try again, or restart this machine.',
        buttons: ['Try again'],
      })
      .then(reload);
  });
  window.webContents.on('unresponsive', () => log.warning('window.unresponsive'));
  window.webContents.on('responsive', () => log.info('window.responsive'));
};

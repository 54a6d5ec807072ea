import { app as electron } from 'electron';
import { setAutostart, startArguments } from '../desktop/start-with-computer.ts';

/** Has the system start this app when somebody signs in, or no longer. */
export const startWithComputer = (wanted: boolean): void => {
  // Electron knows how on Windows and macOS only. An AppImage is started by the file itself, not by what is inside it.
  if (process.platform !== 'linux') electron.setLoginItemSettings({ openAtLogin: wanted, args: startArguments });
  else setAutostart(electron.getPath('appData'), process.env.APPIMAGE ?? process.execPath, wanted);
};

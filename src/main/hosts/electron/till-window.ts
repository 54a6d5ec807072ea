import { BrowserWindow, app as electron, ipcMain, session, type WebFrameMain } from 'electron';
import { type App, newSession } from '../../app.ts';
import { refused } from '../refusals.ts';
import { appAddress } from './app-scheme.ts';

const isOurPage = (frame: WebFrameMain | null): boolean =>
  frame !== null && frame.parent === null && frame.url.startsWith(appAddress);

/** The page may not leave the app, open windows, embed others, or ask the machine for anything. */
const confine = (): void => {
  electron.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
};

/** Opens the app's only window and answers its calls; resolves when its page is loaded. `preload` is a file's path. */
export const openTillWindow = async (app: App, preload: string): Promise<BrowserWindow> => {
  confine();
  const caller = newSession();
  ipcMain.handle('tillbridge:call', (event, name: unknown, input: unknown) =>
    isOurPage(event.senderFrame) ? app.dispatch(String(name), input, caller) : refused('not_allowed'),
  );
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 600,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  });
  const unsubscribe = app.onEvent((event) => window.webContents.send('tillbridge:event', event));
  window.on('closed', unsubscribe);
  await window.loadURL(appAddress);
  return window;
};

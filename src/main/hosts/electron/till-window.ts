import { BrowserWindow, ipcMain, screen } from 'electron';
import { type App, newSession } from '../../app.ts';
import { appAddress, isOurPage } from '../desktop/page-rules.ts';
import { keepWindowPlace, placeWindow, readWindowPlace, smallest } from '../desktop/window-place.ts';
import { refused } from '../refusals.ts';

export interface TillWindowOptions {
  /** A file's path. */
  readonly preload: string;
  /** Where the window's place is kept; a file's path. */
  readonly placeFile: string;
  readonly kiosk: boolean;
}

export interface TillWindow {
  readonly window: BrowserWindow;
  /** Loads the page anew, or for the first time; `screen` is the part of the address after `#`. */
  readonly load: (screen?: string) => Promise<void>;
  /** Brings it to the front and, where one is named, to a screen. */
  readonly show: (screen?: string) => void;
}

/** Answers the page's calls, and nobody else's. */
const answerCalls = (app: App): void => {
  const caller = newSession();
  ipcMain.handle('tillbridge:call', (event, name: unknown, input: unknown) =>
    isOurPage(event.senderFrame) ? app.dispatch(String(name), input, caller) : refused('not_allowed'),
  );
};

/** Makes the app's only window, not loaded and not shown yet. */
export const createTillWindow = (app: App, { preload, placeFile, kiosk }: TillWindowOptions): TillWindow => {
  answerCalls(app);
  const displays = screen.getAllDisplays().map(({ workArea }) => workArea);
  const { bounds, maximized } = placeWindow(readWindowPlace(placeFile), displays);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    kiosk,
    show: false,
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
  if (maximized) window.maximize();
  window.on('close', () => {
    if (!window.isKiosk()) keepWindowPlace(placeFile, { ...window.getNormalBounds(), maximized: window.isMaximized() });
  });
  const send = (event: object): void => window.webContents.send('tillbridge:event', event);
  window.on('closed', app.onEvent(send));
  return {
    window,
    load: async (at = '') => window.loadURL(at === '' ? appAddress : `${appAddress}#${at}`),
    show: (at) => {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
      if (at !== undefined) send({ type: 'open_screen', screen: at });
    },
  };
};

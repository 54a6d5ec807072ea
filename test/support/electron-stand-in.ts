/**
 * A stand-in for the `electron` module: `node --import` this file, then the built main process runs unchanged, its
 * window a page of the Chromium at STAND_IN_CHROMIUM, its preload in a context that has `require('electron')` only.
 * Custom schemes are served under https, because Chromium shows no page of a scheme it does not know. What has no effect
 * here (tray, notifications, dialogs) is recorded; a test that starts the process with a channel asks about it, and makes
 * happen what otherwise the system does (`stand-in/record.ts`).
 */
import { registerHooks } from 'node:module';

registerHooks({
  resolve: (name, context, next) =>
    name === 'electron' ? { url: import.meta.url, shortCircuit: true } : next(name, context),
});

export { app, dialog, powerMonitor, safeStorage, shell } from './stand-in/app.ts';
export { protocol, session } from './stand-in/session.ts';
export { Menu, Notification, nativeImage, Tray } from './stand-in/tray.ts';
export { BrowserWindow, ipcMain, screen } from './stand-in/window.ts';

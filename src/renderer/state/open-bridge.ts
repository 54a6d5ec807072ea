import type { Bridge } from './bridge.ts';
import { createBrowserBridge } from './browser-bridge.ts';
import { createElectronBridge } from './electron-bridge.ts';
import { findSecret } from './window-session.ts';

/** The road of the host that this page runs in; null when a browser window is not signed in to the app. */
export const openBridge = async (): Promise<Bridge | null> => {
  if (window.tillbridge !== undefined) return createElectronBridge(window.tillbridge);
  const secret = await findSecret();
  return secret === null ? null : createBrowserBridge(secret);
};

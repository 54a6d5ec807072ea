import type { AppClient, AppEvent, Bridge } from './bridge.ts';

/** What the preload script puts on the window; nothing else of Electron is in reach. */
export interface PreloadDoor {
  readonly call: AppClient;
  readonly onEvent: (listener: (event: AppEvent) => void) => () => void;
}

declare global {
  interface Window {
    readonly tillbridge?: PreloadDoor;
  }
}

/** The app lives in the same process tree as the window: there is no connection that could be lost. */
export const createElectronBridge = ({ call, onEvent }: PreloadDoor): Bridge => ({
  call,
  onEvent,
  onConnection: () => () => undefined,
});

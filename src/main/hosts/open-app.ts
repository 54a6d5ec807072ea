import { type App, type AppOptions, createApp } from '../app.ts';
import type { Log } from './logs/log.ts';
import type { Places } from './places.ts';

/** What every app of a host is opened with, whichever folder it works on. */
export interface AppGround {
  readonly host: AppOptions['host'];
  readonly places: Places;
  readonly log: Log;
  /** What only some hosts have. */
  readonly extras?: Pick<
    AppOptions,
    'documentPrinter' | 'desktop' | 'supportBundle' | 'crashed' | 'reopen' | 'usePractice' | 'training'
  >;
}

/** `createApp` with the host's own ground; an error of the app's own goes to the log and to standard error. */
export const openApp = (
  { host, places, log, extras }: AppGround,
  folder: Pick<AppOptions, 'dataFolder' | 'practice' | 'secrets'>,
): Promise<App> =>
  createApp({
    ...folder,
    ...extras,
    host,
    version: places.version,
    syncWorker: places.syncWorker,
    log: (text) => {
      log.warning('app.said', { text });
      process.stderr.write(text);
    },
  });

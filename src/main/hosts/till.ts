import type { HostKind } from '../../contract/about.ts';
import { type App, createApp, newSession, type SecretStore } from '../app.ts';
import { ask } from './ask.ts';
import type { Places } from './places.ts';
import { openPracticeTill } from './practice/open-practice-till.ts';
import { stopOnFailure } from './stop-on-failure.ts';

export interface PracticeChoice {
  /** True: practise even where a BigCommerce store is linked. */
  readonly asked: boolean;
  readonly orders?: number | undefined;
  readonly seed?: number | undefined;
}

export interface TillOptions {
  /** Absolute path. */
  readonly dataFolder: string;
  readonly host: HostKind;
  readonly places: Places;
  readonly secrets: SecretStore;
  readonly practice: PracticeChoice;
}

/** A running app with its orders flowing, for a host to show. */
export interface Till {
  readonly app: App;
  /** One sentence for whoever started it; null when there is nothing to say. */
  readonly note: string | null;
  readonly stop: () => Promise<void>;
}

/**
 * Opens the linked store's till or, where none is linked, a practice till: orders flow either way. The real app is
 * closed before practice starts, so that one process never holds two apps on one folder.
 * Throws `Refusal` as `createApp` does.
 */
export const openTill = async (options: TillOptions): Promise<Till> => {
  const { dataFolder, host, places, secrets, practice } = options;
  if (practice.asked) return openPracticeTill(options, 'you asked for it');
  const { version, syncWorker } = places;
  const app = await createApp({ dataFolder, host, practice: false, version, secrets, syncWorker });
  const { link } = await stopOnFailure(app.stop, () => ask(app, newSession(), 'link.get', {}));
  if (link === null) {
    await app.stop();
    return openPracticeTill(options, `no BigCommerce store is linked in ${dataFolder}`);
  }
  app.startSync();
  return { app, note: null, stop: app.stop };
};

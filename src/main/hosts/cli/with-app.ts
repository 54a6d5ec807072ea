import { join } from 'node:path';
import { Refusal } from '../../../contract/fault.ts';
import { type App, newSession, type Session } from '../../app.ts';
import { ask } from '../ask.ts';
import { unloggedSecrets } from '../logs/journal.ts';
import { openLog } from '../logs/log.ts';
import { openApp } from '../open-app.ts';
import { replyToError } from '../refusals.ts';
import { secretFile } from '../secret-file.ts';
import { supportBundleOf } from '../support-bundle-of.ts';
import { print, tell } from './output.ts';
import { ownPlaces } from './places.ts';

export interface Caller {
  readonly dataFolder: string;
  /** Who signs in before anything is called; null: nobody. */
  readonly signIn: { readonly name: string; readonly pin: string } | null;
}

/**
 * Opens the app in this process, signs in, runs, closes. Nothing pulls by itself. What refuses to open or to sign in is
 * printed as a reply line, and the answer is exit code 1.
 */
export const withApp = async (
  { dataFolder, signIn }: Caller,
  run: (app: App, session: Session) => Promise<number>,
): Promise<number> => {
  const log = openLog(dataFolder, 'cli');
  const secrets = unloggedSecrets(secretFile(join(dataFolder, 'secrets.json')), log);
  let app: App | null = null;
  try {
    const places = ownPlaces();
    const supportBundle = supportBundleOf(dataFolder, places);
    app = await openApp(
      { host: 'cli', places, log, extras: { supportBundle } },
      { dataFolder, practice: false, secrets },
    );
    const session = newSession();
    if (signIn !== null) await ask(app, session, 'staff.signIn', signIn);
    return await run(app, session);
  } catch (error) {
    if (!(error instanceof Refusal)) tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
    await print(JSON.stringify(replyToError(error)));
    return 1;
  } finally {
    await app?.stop();
  }
};

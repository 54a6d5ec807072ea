import { join } from 'node:path';
import { newSession } from '../../app.ts';
import { ask } from '../ask.ts';
import { forgetAddress, keepAddress } from '../browser/address-file.ts';
import { startBrowserHost } from '../browser/browser-host.ts';
import { unsentInWords } from '../desktop/leaving.ts';
import { openLog } from '../logs/log.ts';
import { loadRendererFiles } from '../renderer-files.ts';
import { secretFile } from '../secret-file.ts';
import { openTill, type PracticeChoice } from '../till.ts';
import { chooseHost } from './choose-host.ts';
import { findElectron } from './electron-binary.ts';
import { runOpen } from './open.ts';
import { print } from './output.ts';
import { ownPlaces } from './places.ts';
import { runElectron } from './run-electron.ts';
import { untilStopped } from './until-stopped.ts';

export interface StartOptions {
  readonly dataFolder: string;
  readonly host: 'electron' | 'browser' | null;
  readonly port: number | undefined;
  /** Whether the browser host shows its address in this machine's browser by itself. */
  readonly open: boolean;
  /** The whole display, in either host. */
  readonly kiosk: boolean;
  readonly practice: PracticeChoice;
}

const runBrowser = async ({ dataFolder, port, open, kiosk, practice }: StartOptions): Promise<number> => {
  const places = ownPlaces();
  const files = await loadRendererFiles(places.renderer);
  const stopped = untilStopped();
  const secrets = secretFile(join(dataFolder, 'secrets.json'));
  const till = await openTill({
    dataFolder,
    host: 'browser',
    places,
    secrets,
    practice,
    log: openLog(dataFolder, 'browser'),
  });
  try {
    if (till.note !== null) await print(till.note);
    const addresses: string[] = [];
    const onAddress = (address: string): void => {
      addresses.push(address);
      keepAddress(dataFolder, address);
      const what = addresses.length === 1 ? 'Open this address in a browser on this machine' : 'For another window';
      void print(`${what}: ${address}`);
    };
    const server = await startBrowserHost({
      app: till.app,
      files,
      port,
      now: Date.now,
      onAddress,
    });
    till.doing('open');
    if (open) await runOpen(dataFolder, { kiosk });
    await stopped;
    await server.stop();
    const unsent = unsentInWords(await ask(till.app, newSession(), 'sync.status', {}));
    if (unsent !== null) await print(`${unsent} It is kept, and goes out with the next start.`);
  } finally {
    forgetAddress(dataFolder);
    await till.stop();
  }
  return 0;
};

/** `tillbridge` without a command: shows the app in the host that works here, and says in one line which and why. */
export const start = async (options: StartOptions): Promise<number> => {
  const { host, why } = await chooseHost({
    asked: options.host,
    platform: process.platform,
    env: process.env,
    findElectron: () => findElectron({ fetch: true }),
  });
  if (host.kind === 'electron') {
    await print(`Host: Electron, because ${why}.`);
    const { code, shown } = await runElectron({ ...options, binary: host.binary });
    if (code === 0 || shown || options.host === 'electron') return code;
    await print('Host: browser, because Electron could not open a window here.');
    return runBrowser(options);
  }
  await print(`Host: browser, because ${why}.`);
  return runBrowser(options);
};

import { join } from 'node:path';
import { startBrowserHost } from '../browser/browser-host.ts';
import { openLog } from '../logs/log.ts';
import { loadRendererFiles } from '../renderer-files.ts';
import { secretFile } from '../secret-file.ts';
import { openTill, type PracticeChoice } from '../till.ts';
import { chooseHost } from './choose-host.ts';
import { findElectron } from './electron-binary.ts';
import { openAddress } from './open-address.ts';
import { print } from './output.ts';
import { sourcePlaces } from './places.ts';
import { runElectron } from './run-electron.ts';
import { untilStopped } from './until-stopped.ts';

export interface StartOptions {
  readonly dataFolder: string;
  readonly host: 'electron' | 'browser' | null;
  readonly port: number | undefined;
  /** Whether the browser host shows its address in this machine's browser by itself. */
  readonly open: boolean;
  readonly practice: PracticeChoice;
}

const runBrowser = async ({ dataFolder, port, open, practice }: StartOptions): Promise<number> => {
  const places = sourcePlaces();
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
      const what = addresses.length === 1 ? 'Open this address in a browser on this machine' : 'For another window';
      void print(`${what}: ${address}`);
    };
    const server = await startBrowserHost({ app: till.app, files, port, now: Date.now, onAddress });
    if (open && addresses[0] !== undefined) openAddress(addresses[0]);
    await stopped;
    await server.stop();
  } finally {
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

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { z } from 'zod';
import { rootFolder, startProgram } from './started-program.ts';

export interface ChromiumBinary {
  readonly path: string;
  /** What it needs in its environment, on top of ours. */
  readonly env: Readonly<Record<string, string>>;
}

const chromiumFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe', 'msedge.exe'];
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const installed = (): string | undefined => {
  const asked = process.env.TILLBRIDGE_CHROMIUM;
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const candidates = [...(asked ? [asked] : []), ...onPath, ...usualPlaces, chromium.executablePath()];
  return candidates.find((path) => existsSync(path));
};

const packed = join(rootFolder, 'node_modules/@sparticuz/chromium');

/**
 * The package unpacks into the folder for temporary files, and unpacks the libraries that a bare machine lacks only
 * where it believes to be on Amazon Linux: so it runs in a process of its own that has both settled.
 */
const unpackInto = async (folder: string): Promise<void> => {
  const script = `import chromium from '@sparticuz/chromium'; chromium.setGraphicsMode = false; await chromium.executablePath();`;
  const unpacker = startProgram(['--input-type=module', '--eval', script], {
    env: { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
  const code = await unpacker.ended();
  if (code !== 0 || !existsSync(join(folder, 'chromium')))
    throw new Error('The packed Chromium could not be unpacked.');
};

/** The package's own names a folder that is there only on the machine it is made for: no text would be drawn at all. */
const fontSettings = (home: string): string =>
  `<?xml version="1.0"?><fontconfig><dir>${home}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${home}/font-cache</cachedir></fontconfig>`;

/** The Chromium inside its npm package: no download, no installation. Kept unpacked between runs. */
const unpacked = async (): Promise<ChromiumBinary | null> => {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(packed)) return null;
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')));
  const cache = join(rootFolder, 'node_modules/.cache');
  const home = join(cache, `chromium-${version}`);
  if (!existsSync(home)) {
    mkdirSync(cache, { recursive: true });
    const aside = mkdtempSync(join(cache, 'chromium-new-'));
    await unpackInto(aside);
    try {
      renameSync(aside, home);
    } catch (error) {
      // Another process was quicker: its copy is as good.
      if (!existsSync(home)) throw error;
      rmSync(aside, { recursive: true });
    }
  }
  // Written where it is not so, for a folder may have been copied here: with the fonts of another, letters look otherwise.
  const fonts = join(home, 'fonts.conf');
  if (!existsSync(fonts) || readFileSync(fonts, 'utf8') !== fontSettings(home)) {
    writeFileSync(fonts, fontSettings(home));
  }
  const libraries = [join(home, 'al2023/lib'), process.env.LD_LIBRARY_PATH ?? ''].filter(Boolean).join(delimiter);
  return {
    path: join(home, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fonts },
  };
};

/** A Chromium for tests, or null on a machine that has none and cannot unpack the packed one (not 64-bit Linux). */
const findChromium = async (): Promise<ChromiumBinary | null> => {
  const path = installed();
  return path === undefined ? unpacked() : { path, env: {} };
};

/** For `test.skipIf(noChromium)`: why browser tests are skipped here, or false. */
export const whyNoChromium = async (): Promise<string | false> =>
  (await findChromium()) === null && 'no Chromium is installed, and the packed one is for 64-bit Linux only';

const needChromium = async (): Promise<ChromiumBinary> => {
  const found = await findChromium();
  if (found === null) throw new Error('There is no Chromium on this machine.');
  return found;
};

/** Ours, and a language: without one Chromium calls its own `en-US@posix`, which is no language tag. */
const wholeEnvironment = (extra: Readonly<Record<string, string>>): Record<string, string> => {
  const own = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(own), LC_ALL: 'en_US.UTF-8', ...extra };
};

/** A headless Chromium; whoever starts it closes it. */
export const launchChromium = async (): Promise<Browser> => {
  const { path, env } = await needChromium();
  return chromium.launch({ executablePath: path, args: chromiumFlags, env: wholeEnvironment(env) });
};

/** A headless Chromium that several programs can drive, by `endpoint` (`ws://…`, for `connectOverCDP`). */
export const shareChromium = async (profileFolder: string) => {
  const { path, env } = await needChromium();
  const flags = [...chromiumFlags, '--remote-debugging-port=0', `--user-data-dir=${profileFolder}`, 'about:blank'];
  const child = spawn(path, flags, { env: wholeEnvironment(env), stdio: ['ignore', 'ignore', 'pipe'] });
  const exit = once(child, 'exit');
  const endpoint = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = said.match(/DevTools listening on (ws:\S+)/)?.[1];
      if (found !== undefined) resolve(found);
    });
    void exit.then(() => reject(new Error(`Chromium ended at once.\n${said}`)));
  });
  return {
    endpoint,
    stop: async () => {
      child.kill('SIGTERM');
      await exit;
    },
  };
};

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { kioskBrowser, type Opener } from './kiosk-browser.ts';

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

const usualBrowser = (address: string): Opener => {
  const [program, ...first] = openers[process.platform] ?? ['xdg-open'];
  return { program, args: [...first, address] };
};

const onPath = (name: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

/**
 * Shows an address in this machine's usual browser or, with `kiosk`, over the whole display in a browser that can do
 * that; answers whether one was found. Without any nothing happens: the address is printed as well.
 */
export const openAddress = (address: string, { kiosk, profile }: { kiosk: boolean; profile: string }): boolean => {
  const { platform, env } = process;
  const whole = kiosk ? kioskBrowser({ platform, env, onPath, exists: existsSync }, { address, profile }) : null;
  const { program, args } = whole ?? usualBrowser(address);
  const opener = spawn(program, args, { stdio: 'ignore', detached: true });
  opener.on('error', () => opener.unref());
  opener.unref();
  return !kiosk || whole !== null;
};

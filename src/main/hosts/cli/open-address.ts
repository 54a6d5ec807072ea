import { spawn } from 'node:child_process';

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Shows an address in this machine's usual browser. Without one nothing happens: the address is printed as well. */
export const openAddress = (address: string): void => {
  const [program, ...first] = openers[process.platform] ?? ['xdg-open'];
  const opener = spawn(program, [...first, address], { stdio: 'ignore', detached: true });
  opener.on('error', () => opener.unref());
  opener.unref();
};

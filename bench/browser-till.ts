import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type StartedProgram, startProgram } from '../test/support/started-program.ts';

const root = join(import.meta.dirname, '..');
const session = z.object({ data: z.object({ secret: z.string() }) });

export interface BrowserTill {
  readonly program: StartedProgram;
  /** The address that opens one window. */
  readonly address: string;
}

/** The browser host as `npm start` runs it, once it has printed its address. */
export const startBrowserTill = async (
  dataFolder: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<BrowserTill> => {
  const command = join(root, 'out/main/tillbridge.js');
  const words = [command, '--data', dataFolder, '--host', 'browser', '--no-open', '--port', '0', ...args];
  const program = startProgram(words, { env });
  const line = await program.line((said) => said.includes('#code='));
  return { program, address: line.slice(line.indexOf('http://')) };
};

/** A window without a screen: it hears every event, and asks for the lists whenever it is told to. */
export const openSilentWindow = async (address: string) => {
  const { origin, hash } = new URL(address);
  const body = JSON.stringify({ code: hash.replace('#code=', '') });
  const { data } = session.parse(await (await fetch(`${origin}/api/session`, { method: 'POST', body })).json());
  const headers = { authorization: `Bearer ${data.secret}` };
  const over = new AbortController();
  const events = await fetch(`${origin}/api/events`, { headers, signal: over.signal });
  void events.body?.pipeTo(new WritableStream()).catch(() => undefined);
  return {
    ask: async (name: string): Promise<void> => {
      await (await fetch(`${origin}/api/call/${name}`, { method: 'POST', body: '{}', headers })).json();
    },
    close: () => over.abort(),
  };
};

/** Memory that a process holds now, in bytes, as Linux counts it (VmRSS); null on another system. */
export const memoryOf = (pid: number): number | null => {
  if (process.platform !== 'linux') return null;
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
};

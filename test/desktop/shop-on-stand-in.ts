import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import type { Reply } from '../../src/contract/procedure.ts';
import { createApp, newSession } from '../../src/main/app.ts';
import { logFolderOf } from '../../src/main/hosts/logs/log.ts';
import { logFilesIn } from '../../src/main/hosts/logs/log-file.ts';
import { secretFile } from '../../src/main/hosts/secret-file.ts';
import { builtParts } from '../support/built-parts.ts';
import { linkToStore, startStore } from '../support/linked-folder.ts';
import { type StartedElectron, startElectronOnStandIn } from '../support/started-electron.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

export interface WindowOnStandIn extends StartedElectron {
  /** A call of the page, which has to succeed. */
  readonly call: <T>(name: string, input: unknown, data: z.ZodType<T>) => Promise<T>;
  readonly reply: (name: string, input: unknown) => Promise<Reply>;
  /** What the app did to the system under that name, in order: the arguments of each time. */
  readonly did: (what: string) => Promise<readonly (readonly unknown[])[]>;
}

const calls = z.array(z.tuple([z.string()], z.unknown()));

/** The built main process with a window; whoever starts it stops it. */
export const startWindow = async (args: readonly string[], env?: Record<string, string>): Promise<WindowOnStandIn> => {
  const started = await startElectronOnStandIn(args, env);
  const reply = (name: string, input: unknown): Promise<Reply> =>
    started.pageNow().evaluate(`tillbridge.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`);
  return {
    ...started,
    reply,
    call: async (name, input, data) => {
      const answer = await reply(name, input);
      if (!answer.ok) throw new Error(`${name}: ${answer.fault.message}`);
      return data.parse(answer.data);
    },
    did: async (what) =>
      calls.parse(await started.program.ask('calls')).flatMap(([name, ...rest]) => (name === what ? [rest] : [])),
  };
};

/** The same, ended with the test. */
export const openWindow = async (args: readonly string[], env?: Record<string, string>): Promise<WindowOnStandIn> => {
  const started = await startWindow(args, env);
  onTestFinished(async () => void (await started.stop()));
  return started;
};

/** The log's entries so far, oldest first. */
export const logOf = (folder: string): readonly Record<string, unknown>[] =>
  logFilesIn(logFolderOf(folder)).flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line)),
  );

export const logged = (folder: string, event: string) => logOf(folder).filter((entry) => entry.event === event);

export const settled = <T>(look: () => Promise<T> | T): Promise<T> =>
  vi.waitFor(look, { timeout: 30_000, interval: 50 });

/** A data folder that is linked to a store of the test's own, as a shop has it. */
export const linkedFolder = async () => {
  const folder = temporaryFolder();
  const store = await startStore();
  onTestFinished(store.stop);
  const app = await createApp({
    dataFolder: folder,
    host: 'cli',
    practice: false,
    version: '0.0.0',
    secrets: secretFile(join(folder, 'secrets.json')),
    syncWorker: builtParts.syncWorker,
  });
  const session = newSession();
  await linkToStore((name, input) => app.dispatch(name, input, session), store);
  await app.stop();
  return { folder, store };
};

export const isRunning = (folder: string): boolean => existsSync(join(logFolderOf(folder), 'running.json'));

export const status = z.object({
  state: z.string(),
  nextTryAt: z.string().nullable(),
  lastPulledAt: z.string().nullable(),
  outbox: z.object({ pending: z.number(), parked: z.number() }),
});
export const rows = z.object({ rows: z.array(z.record(z.string(), z.unknown())) });

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export const rootFolder = join(import.meta.dirname, '../..');

export interface StartedProgram {
  readonly child: ChildProcess;
  /** The first line of standard output, already written or still to come, that `fits`; rejects when the program ends. */
  readonly line: (fits: (line: string, index: number) => boolean) => Promise<string>;
  /** Every line of standard output so far. */
  readonly lines: readonly string[];
  readonly write: (line: string) => void;
  /** Closes its input and answers its exit code once it has ended. */
  readonly ended: () => Promise<number | null>;
  /** Has a stand-in do something, by name; only where it was started with a channel. */
  readonly ask: (task: string, ...args: unknown[]) => Promise<unknown>;
  /** Asks it to end (SIGTERM) and waits until it has. */
  readonly stop: () => Promise<number | null>;
}

/** Starts this Node with `args` in the repository's root folder, or `program` where one is named. */
export const startProgram = (
  args: readonly string[],
  {
    env = {},
    program = process.execPath,
    channel = false,
  }: { env?: Record<string, string>; program?: string; channel?: boolean } = {},
): StartedProgram => {
  const stdio = ['pipe', 'pipe', 'pipe', ...(channel ? (['ipc'] as const) : [])] as const;
  const child = spawn(program, args, { cwd: rootFolder, env: { ...process.env, ...env }, stdio: [...stdio] });
  if (child.stdin === null || child.stdout === null || child.stderr === null) throw new Error('It has no pipes.');
  const { stdin, stdout, stderr } = child;
  const lines: string[] = [];
  let errors = '';
  stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const exit = once(child, 'close').then(([code]) => (typeof code === 'number' ? code : null));
  const output = createInterface({ input: stdout });
  const waiting = new Set<(line: string, index: number) => void>();
  output.on('line', (line) => {
    const index = lines.push(line) - 1;
    for (const look of waiting) look(line, index);
  });
  return {
    child,
    lines,
    line: (fits) =>
      new Promise((resolve, reject) => {
        const early = lines.find(fits);
        if (early !== undefined) return resolve(early);
        const look = (line: string, index: number): void => {
          if (!fits(line, index)) return;
          waiting.delete(look);
          resolve(line);
        };
        waiting.add(look);
        void exit.then((code) => reject(new Error(`The program ended (${code}).\n${lines.join('\n')}\n${errors}`)));
      }),
    write: (line) => void stdin.write(`${line}\n`),
    ended: () => {
      stdin.end();
      return exit;
    },
    ask: (task, ...args) =>
      new Promise((resolve, reject) => {
        const id = Math.random();
        const hear = (message: unknown): void => {
          const { id: answered, value } = message as { id: number; value: unknown };
          if (answered !== id) return;
          child.off('message', hear);
          resolve(value);
        };
        child.on('message', hear);
        child.send({ id, task, args });
        void exit.then((code) => reject(new Error(`The program ended (${code}) before it did ${task}.\n${errors}`)));
      }),
    stop: () => {
      child.kill('SIGTERM');
      return exit;
    },
  };
};

/** As `npm start` runs it: what is built starts in a third of the time. */
export const commandLine = join(rootFolder, 'out/main/tillbridge.js');

/** Starts the command line as a person would, with `TILLBRIDGE_DATA` set. */
export const startTillbridge = (dataFolder: string, args: readonly string[]): StartedProgram =>
  startProgram([commandLine, ...args], { env: { TILLBRIDGE_DATA: dataFolder, DISPLAY: '', WAYLAND_DISPLAY: '' } });

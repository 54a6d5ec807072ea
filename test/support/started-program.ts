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
  /** Asks it to end (SIGTERM) and waits until it has. */
  readonly stop: () => Promise<number | null>;
}

/** Starts this Node with `args` in the repository's root folder, or `program` where one is named. */
export const startProgram = (
  args: readonly string[],
  { env = {}, program = process.execPath }: { env?: Record<string, string>; program?: string } = {},
): StartedProgram => {
  const child = spawn(program, args, { cwd: rootFolder, env: { ...process.env, ...env } });
  const lines: string[] = [];
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const exit = once(child, 'close').then(([code]) => (typeof code === 'number' ? code : null));
  const output = createInterface({ input: child.stdout });
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
    write: (line) => void child.stdin.write(`${line}\n`),
    ended: () => {
      child.stdin.end();
      return exit;
    },
    stop: () => {
      child.kill('SIGTERM');
      return exit;
    },
  };
};

export const commandLine = join(rootFolder, 'src/main/hosts/cli/main.ts');

/** Starts the command line as a person would, with `TILLBRIDGE_DATA` set. */
export const startTillbridge = (dataFolder: string, args: readonly string[]): StartedProgram =>
  startProgram([commandLine, ...args], { env: { TILLBRIDGE_DATA: dataFolder, DISPLAY: '', WAYLAND_DISPLAY: '' } });

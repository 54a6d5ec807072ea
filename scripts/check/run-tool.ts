import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import type { PartResult } from './part.ts';

/** Runs an installed tool. It passes when it exits with 0; otherwise everything it printed is the problem. */
export function runTool(root: string, name: string, tool: string, args: readonly string[]): Promise<PartResult> {
  const bin = join(root, 'node_modules', '.bin');
  const child = spawn(tool, args, {
    cwd: root,
    // The tools' own first lines ask for `node`: they get the installed one, whatever the machine has.
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, NO_COLOR: '1', FORCE_COLOR: '0' },
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  return new Promise((resolve) => {
    const end = (problem: string | null): void =>
      resolve({ name, seen: [tool, ...args].join(' '), problems: problem === null ? [] : [problem] });
    child.on('error', (error) => end(`${tool} did not start: ${error.message}`));
    child.on('close', (code, signal) =>
      end(code === 0 ? null : printed.join('').trim() || `${tool} ended with ${signal ?? code} and no word.`),
    );
  });
}

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTill, type TillProcess, tillProgram } from '../kills/till-process.ts';
import { type DiskLog, type Operation, ROOT } from './disk-log.ts';
import { filesOf, imageOf, readTree } from './image.ts';
import { type Counted, type Happened, readOperations, tracedCalls } from './read-operations.ts';
import { readTrace } from './trace-lines.ts';

/** Runs programs on a data folder, one after the other, and writes down all that they do to it. */
export interface Recorder {
  readonly folder: string;
  /** Has `work` done with a till; afterwards the till is let end by itself. */
  readonly withTill: <T>(work: (till: TillProcess) => Promise<T>) => Promise<T>;
  /** Runs a command of the command line to its end. Throws where it is refused. */
  readonly command: (args: readonly string[]) => Promise<void>;
  /** The number of the last line that the programs have answered so far, all of them together. */
  readonly answered: () => number;
  readonly log: () => DiskLog;
}

/** Why nothing can be recorded on this machine; null where it can. */
export const whyNoRecorder = (): string | null => {
  const tried = spawnSync('strace', ['-f', '-qq', '--seccomp-bpf', '-e', 'trace=fsync', '-o', '/dev/null', 'true']);
  if (tried.error) return 'strace is not installed (Debian and Ubuntu: package strace)';
  return tried.status === 0 ? null : `strace may not trace here: ${tried.stderr.toString().trim()}`;
};

/** Whole: the largest write of a copy is a few hundred kilobytes. */
const LONGEST_TEXT = 33_554_432;

const strace = (trace: string): readonly string[] => [
  'strace',
  ...['-f', '-y', '-qq', '-xx', '--seccomp-bpf', '-s', String(LONGEST_TEXT)],
  ...['-e', `trace=${tracedCalls}`, '-o', trace],
];

export const createRecorder = (folder: string): Recorder => {
  const before = readTree(folder);
  const image = imageOf(before);
  const operations: Operation[] = [];
  const counted: Counted = { lines: 0, inodes: Math.max(ROOT, ...before.names.keys(), ...before.contents.keys()) };
  let current: { readonly first: number; readonly till: TillProcess } | null = null;

  const recorded = async <T>(run: (under: readonly string[]) => Promise<T>): Promise<T> => {
    const place = mkdtempSync(join(tmpdir(), 'tillbridge-trace-'));
    const trace = join(place, 'calls');
    try {
      const result = await run(strace(trace));
      append(operations, readOperations(readTrace(trace), folder, image, counted));
      expectNothingOverlooked();
      return result;
    } finally {
      rmSync(place, { recursive: true });
    }
  };
  const expectNothingOverlooked = () => {
    const recordedFiles = filesOf(image);
    const there = filesOf(imageOf(readTree(folder)));
    const differ = [...new Set([...recordedFiles.keys(), ...there.keys()])].filter(
      (path) => !recordedFiles.get(path)?.equals(there.get(path) ?? Buffer.from('not there')),
    );
    if (differ.length > 0) throw new Error(`Something was done to these that was not recorded: ${differ.join(', ')}`);
  };

  return {
    folder,
    withTill: (work) =>
      recorded(async (under) => {
        const till = startTill(folder, { under });
        current = { first: counted.lines, till };
        try {
          return await work(till);
        } finally {
          await till.end();
          current = null;
        }
      }),
    command: (args) =>
      recorded(async (under) => {
        const [program = '', ...before] = under;
        const child = spawn(program, [...before, process.execPath, tillProgram, '--data', folder, ...args]);
        let words = '';
        for (const output of [child.stdout, child.stderr]) {
          output.on('data', (chunk: Buffer) => {
            words += chunk.toString();
          });
        }
        child.stdin.end();
        const [code] = await once(child, 'close');
        if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${words}`);
      }),
    answered: () => (current === null ? counted.lines : current.first + current.till.answers()),
    log: () => ({ before, operations }),
  };
};

/** In the order of their ends; from then on each has a place in the log. */
const append = (operations: Operation[], happened: readonly Happened[]): void => {
  const first = operations.length;
  const inOrder = happened.toSorted((one, other) => one.ended - other.ended);
  const ends = inOrder.map(({ ended }) => ended);
  for (const { does } of inOrder) {
    if (does.kind !== 'sync') operations.push(does);
    else operations.push({ ...does, began: first + countBelow(ends, does.began) });
  }
};

const countBelow = (sorted: readonly number[], limit: number): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
};

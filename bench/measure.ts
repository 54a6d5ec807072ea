import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { SubjectInput, SubjectResult } from './subjects/subject.ts';

/** What one subject did in each round, in the order of the rounds; or why it does not run on this machine. */
export type Measured = readonly SubjectResult[] | { readonly failure: string };

export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
};

/** The number that this part of them, 0 to 1, does not go beyond: 0.95 for the 95th percentile. */
export const partBelow = (numbers: readonly number[], part: number): number => {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
};

/** The median of the rounds' own ratios: what disturbs the machine disturbs both sides of a round. */
export const medianRatio = (
  ours: readonly SubjectResult[],
  theirs: readonly SubjectResult[],
  of: (result: SubjectResult) => number = ({ ms }) => ms,
): number => median(ours.map((each, round) => of(each) / of(theirs[round] ?? each)));

/** Runs a program of this folder as a process of its own. Rejects with its last words when it fails. */
export const runProgram = (file: string, argument: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, file), argument], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let complaint = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${wordsOf(complaint)} (${file}, ${signal ?? `exit code ${code}`})`));
    });
  });

/** Where this project lies is nobody's business in a report. */
const project = join(import.meta.dirname, '..', '/');

/** The line of a stack trace that says what happened. */
const wordsOf = (complaint: string): string => {
  const lines = complaint.split('\n').map((line) => line.trim());
  const said = lines.find((line) => /^\w*Error\b/.test(line)) ?? lines.find((line) => line !== '');
  if (said === undefined) return 'It said nothing.';
  const [, missing] = /Cannot find (?:package|module) '([^']+)'/.exec(said) ?? [];
  if (missing !== undefined) return `${missing.replaceAll(project, '')} is not installed.`;
  return said
    .replace(/^Error: /, '')
    .replaceAll(project, '')
    .slice(0, 300);
};

export const measureOnce = async (file: string, input: object): Promise<SubjectResult> => {
  const output = await runProgram(file, JSON.stringify(input));
  return JSON.parse(output.trimEnd().split('\n').at(-1) ?? '');
};

export interface Subject {
  readonly name: string;
  /** Below this folder. */
  readonly file: string;
  /** Makes the input of one run, its work folder fresh. */
  readonly input: () => SubjectInput;
  /** Removes what the run left. */
  readonly after: (input: SubjectInput) => void;
}

/**
 * Runs every subject once a round, each time in a new process, and turns the order round each time, so that neither
 * memory nor compiled code nor a place in the order favours one. A subject that fails is left out of later rounds.
 */
export const measureInRounds = async (
  subjects: readonly Subject[],
  rounds: number,
  say: (text: string) => void,
): Promise<ReadonlyMap<string, Measured>> => {
  const measured = new Map<string, Measured>(subjects.map(({ name }) => [name, []]));
  const inTurn = Array.from({ length: rounds }, (_, round) => (round % 2 === 0 ? subjects : [...subjects].reverse()));
  for (const [round, subject] of inTurn.flatMap((order, at) => order.map((each) => [at + 1, each] as const))) {
    const before = measured.get(subject.name) ?? [];
    if ('failure' in before) continue;
    const result = await tryOnce(subject);
    const failed = 'failure' in result;
    measured.set(subject.name, failed ? result : [...before, result]);
    say(
      `round ${round}: ${subject.name} ${failed ? `does not run: ${result.failure}` : `${Math.round(result.ms)} ms`}`,
    );
  }
  return measured;
};

const tryOnce = async ({ file, input, after }: Subject): Promise<SubjectResult | { readonly failure: string }> => {
  const given = input();
  try {
    return await measureOnce(file, given);
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  } finally {
    after(given);
  }
};

/** The results of a subject that has to run. Throws with what it failed on. */
export const resultsOf = (measured: ReadonlyMap<string, Measured>, name: string): readonly SubjectResult[] => {
  const found = measured.get(name) ?? { failure: 'it was never started' };
  if ('failure' in found) throw new Error(`${name} could not be measured: ${found.failure}`);
  return found;
};

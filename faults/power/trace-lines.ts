import { closeSync, openSync, readSync } from 'node:fs';

/** A call to the system as strace saw it. It begins before it takes effect, and ends after; both are line numbers. */
export interface TracedCall {
  readonly began: number;
  readonly ended: number;
  readonly name: string;
  /** All between the parentheses, with every byte of a text as `\xNN`. */
  readonly args: string;
  readonly result: number;
}

const begun = /^(\d+) +(\w+)\((.*?)(?:, )? ?<unfinished \.\.\.>$/;
const resumed = /^(\d+) +<\.\.\. (\w+) resumed>(.*)\) += (-?\d+)/;
const whole = /^(\d+) +(\w+)\((.*)\) += (-?\d+)/;

/** The calls that strace wrote down, in the order of their ends; what had no end when the program died is left out. */
export function* readTrace(file: string): Generator<TracedCall> {
  const underWay = new Map<string, { readonly began: number; readonly args: string }>();
  let at = 0;
  for (const line of linesOf(file)) {
    at += 1;
    const first = begun.exec(line);
    if (first) {
      underWay.set(first[1] ?? '', { began: at, args: first[3] ?? '' });
      continue;
    }
    const last = resumed.exec(line);
    const match = last ?? whole.exec(line);
    if (!match) continue;
    const [, thread = '', name = '', args = '', result = ''] = match;
    const start = last ? underWay.get(thread) : undefined;
    if (start) underWay.delete(thread);
    yield {
      began: start?.began ?? at,
      ended: at,
      name,
      args: start ? joined(start.args, args) : args,
      result: Number(result),
    };
  }
}

const CHUNK = 16_777_216;

/** One after the other: all of them together may be longer than a text can be. */
function* linesOf(file: string): Generator<string> {
  const handle = openSync(file, 'r');
  try {
    const chunk = Buffer.alloc(CHUNK);
    let rest = '';
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) {
      const lines = (rest + chunk.toString('latin1', 0, read)).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } finally {
    closeSync(handle);
  }
}

const joined = (begin: string, rest: string): string => {
  const end = rest.replace(/^,? ?/, '');
  return end === '' ? begin : `${begin}, ${end}`;
};

/** `\x61\x62` as the bytes that it stands for. */
export const bytesOfText = (text: string): Buffer => Buffer.from(text.replaceAll('\\x', ''), 'hex');

export const wordsOfText = (text: string): string => bytesOfText(text).toString('utf8');

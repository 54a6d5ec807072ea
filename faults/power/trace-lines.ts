import { readFileSync } from 'node:fs';

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
export const readTrace = (file: string): TracedCall[] => {
  const calls: TracedCall[] = [];
  const underWay = new Map<string, { readonly began: number; readonly args: string }>();
  const lines = readFileSync(file, 'latin1').split('\n');
  for (const [at, line] of lines.entries()) {
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
    calls.push({
      began: start?.began ?? at,
      ended: at,
      name,
      args: start ? joined(start.args, args) : args,
      result: Number(result),
    });
  }
  return calls;
};

const joined = (begin: string, rest: string): string => {
  const end = rest.replace(/^,? ?/, '');
  return end === '' ? begin : `${begin}, ${end}`;
};

/** `\x61\x62` as the bytes that it stands for. */
export const bytesOfText = (text: string): Buffer => Buffer.from(text.replaceAll('\\x', ''), 'hex');

export const wordsOfText = (text: string): string => bytesOfText(text).toString('utf8');

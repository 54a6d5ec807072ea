import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes one line and waits while the reader is behind. */
export const writeLine = async (output: Writable, line: string): Promise<void> => {
  if (!output.write(`${line}\n`)) await once(output, 'drain');
};

/** The answer of a command: one line on standard output. */
export const print = (line: string): Promise<void> => writeLine(process.stdout, line);

/** What a person reads meanwhile; never mixed with the answer. */
export const tell = (line: string): void => void process.stderr.write(`${line}\n`);

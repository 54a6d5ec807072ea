import { once } from 'node:events';

/** The answer of a command: a line on standard output. Waits while the reader is behind. */
export const print = async (line: string): Promise<void> => {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
};

/** What a person reads meanwhile; never mixed with the answer. */
export const tell = (line: string): void => void process.stderr.write(`${line}\n`);

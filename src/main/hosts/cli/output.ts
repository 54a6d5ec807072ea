import { once } from 'node:events';

/** Part of the answer of a command, on standard output. Waits while the reader is behind. */
export const write = async (text: string): Promise<void> => {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
};

/** The answer of a command: a line on standard output. */
export const print = (line: string): Promise<void> => write(`${line}\n`);

/** What a person reads meanwhile; never mixed with the answer. */
export const tell = (line: string): void => void process.stderr.write(`${line}\n`);

import { parentPort } from 'node:worker_threads';
import { readPage } from './read-page.ts';

/**
 * What a page's text was understood as: `ReadOrder`s as JSON, which crosses threads faster than objects do. Null when it
 * could not be read; whoever asked finds out why.
 */
export type PageRead = string | null;

const answerTo = (text: string): PageRead => {
  try {
    return JSON.stringify(readPage(text).map(({ read }) => read));
  } catch {
    return null;
  }
};

parentPort?.on('message', (text: string) => parentPort?.postMessage(answerTo(text)));

import { Worker } from 'node:worker_threads';
import { parseJson } from './json.ts';
import { rowsOf } from './orders.ts';
import type { ReadOrder } from './read-order.ts';
import { type Reading, readPage } from './read-page.ts';

/**
 * Reads pages of orders on a thread of its own, so that one page is understood while the one before it is stored
 * (measures.md P2). The thread starts with the first page and ends when it is not needed any more.
 */
export interface PageReader {
  /** The page is handed over before this returns. Rejects with `StoreProblem`. */
  readonly read: (text: string | null) => Promise<readonly Reading[]>;
  /** Ends the thread; it starts again with the next page. */
  readonly rest: () => void;
}

interface Waiting {
  readonly text: string;
  readonly resolve: (reads: readonly Reading[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Each page leaves much behind at once; with the usual room for it, the thread holds more memory than its work needs (P7). */
const YOUNG_MB = 24;

/** `module`: the thread's own file, which answers each text with `readPageAsJson`. */
export const createPageReader = (module: URL): PageReader => {
  let worker: Worker | undefined;
  /** In the order they were handed over, which is the order of the answers. */
  const waiting: Waiting[] = [];

  const hear = (answer: string | null) => {
    const page = waiting.shift();
    if (!page) return;
    if (answer === null) readHere(page);
    else page.resolve(readingsOf(page.text, answer));
  };

  /** A thread that died takes no page with it. */
  const readRestHere = () => {
    worker = undefined;
    waiting.splice(0).forEach(readHere);
  };

  const running = (): Worker => {
    if (worker) return worker;
    const started = new Worker(module, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
    // What a thread still says after it was sent to rest is not about the pages of the one after it.
    started.on('message', (answer: string | null) => {
      if (worker === started) hear(answer);
    });
    // An 'error' without a listener would end the whole process; 'exit' follows it.
    started.on('error', () => undefined);
    started.on('exit', () => {
      if (worker === started) readRestHere();
    });
    worker = started;
    return started;
  };

  return {
    read: (text) => {
      if (text === null) return Promise.resolve([]);
      return new Promise((resolve, reject) => {
        const thread = running();
        waiting.push({ text, resolve, reject });
        thread.postMessage(text);
      });
    },
    rest: () => {
      const ending = worker;
      readRestHere();
      void ending?.terminate();
    },
  };
};

const readHere = ({ text, resolve, reject }: Waiting) => {
  try {
    resolve(readPage(text));
  } catch (error) {
    reject(error);
  }
};

const readingsOf = (text: string, json: string): Reading[] => {
  const reads: ReadOrder[] = JSON.parse(json);
  let rows: readonly unknown[] | undefined;
  const raw = (row: number) => {
    rows ??= rowsOf(parseJson(text));
    return rows[row];
  };
  return reads.map((read, row) => ({ raw: () => raw(row), read }));
};

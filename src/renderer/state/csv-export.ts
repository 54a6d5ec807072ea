import { createStore } from 'zustand/vanilla';
import type { Reply } from '../../contract/procedure.ts';
import { text } from '../text.ts';
import type { createNotices } from './notices.ts';
import { saveParts } from './save-file.ts';

/** How far the file is; `total` is null where it cannot be known before. */
export interface ExportProgress {
  readonly done: number;
  readonly total: number | null;
}

interface CsvPage {
  readonly csv: string;
  readonly count: number;
  readonly nextCursor: string | null;
  /** How many there are, where the first page says so. */
  readonly total?: number | null;
}

/** What is written: each page, how many rows there will be, and what a number of them is called. */
export interface CsvSource {
  readonly page: (cursor: string | null) => Promise<Reply<CsvPage>>;
  readonly count?: () => Promise<number | null>;
  readonly words: (rows: number) => string;
}

const words = text.csv;
const mediaType = 'text/csv;charset=utf-8';

export interface CsvExportDeps {
  readonly notices: ReturnType<typeof createNotices>;
  /** Gives the file to whoever asked for it. */
  readonly save?: ((fileName: string, parts: readonly Blob[], mediaType: string) => void) | undefined;
}

/**
 * Writes a list as a file, a page at a time. Each page becomes a blob at once, which the browser keeps outside of the
 * page's memory, so that a million rows need no more of it than a thousand. It goes on while other screens are seen; one at
 * a time.
 */
export const createCsvExport = ({ notices, save = saveParts }: CsvExportDeps) => {
  const store = createStore<{ readonly progress: ExportProgress | null }>(() => ({ progress: null }));
  let turn = 0;

  /** Every page as a piece of the file; null where it was cancelled or refused meanwhile. */
  const readPages = async ({ page }: CsvSource, counted: number | null, mine: number): Promise<Blob[] | null> => {
    const parts: Blob[] = [];
    let [done, total] = [0, counted];
    let cursor: string | null = null;
    do {
      const reply: Reply<CsvPage> = await page(cursor);
      if (mine !== turn) return null;
      if (!reply.ok) {
        notices.say(words.stopped(reply.fault.message));
        return null;
      }
      parts.push(new Blob([reply.data.csv]));
      done += reply.data.count;
      total = reply.data.total ?? total;
      cursor = reply.data.nextCursor;
      store.setState({ progress: { done, total } });
    } while (cursor !== null);
    return parts;
  };

  return {
    store,
    start: async (source: CsvSource, fileName: string): Promise<void> => {
      if (store.getState().progress !== null) return;
      turn += 1;
      const mine = turn;
      store.setState({ progress: { done: 0, total: null } });
      const total = source.count === undefined ? null : await source.count();
      if (mine !== turn) return;
      const parts = await readPages(source, total, mine);
      if (mine !== turn) return;
      const done = store.getState().progress?.done ?? 0;
      store.setState({ progress: null });
      if (parts === null) return;
      save(fileName, parts, mediaType);
      notices.say(words.saved(fileName, source.words(done)));
    },
    /** Nothing is saved. */
    cancel: (): void => {
      if (store.getState().progress === null) return;
      turn += 1;
      store.setState({ progress: null });
      notices.say(words.cancelled);
    },
  };
};

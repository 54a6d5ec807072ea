import { createStore } from 'zustand/vanilla';
import { text } from '../text.ts';
import type { AppClient, Input } from './bridge.ts';
import type { createNotices } from './notices.ts';
import { saveParts } from './save-file.ts';

type Filter = Input<'sales.summary'>;

/** How far the file is; `total` is null where it cannot be known before. */
export interface ExportProgress {
  readonly done: number;
  readonly total: number | null;
}

const words = text.salesHistory.csv;
const mediaType = 'text/csv;charset=utf-8';

interface Deps {
  readonly call: AppClient;
  readonly notices: ReturnType<typeof createNotices>;
  /** Gives the file to whoever asked for it. */
  readonly save?: (fileName: string, parts: readonly Blob[], mediaType: string) => void;
}

/**
 * Writes the sales of a filter as a file, a page at a time. Each page becomes a blob at once, which the browser keeps
 * outside of the page's memory, so that a million sales need no more of it than a thousand. It goes on while other
 * screens are seen; one at a time.
 */
export const createSalesExport = ({ call, notices, save = saveParts }: Deps) => {
  const store = createStore<{ readonly progress: ExportProgress | null }>(() => ({ progress: null }));
  let turn = 0;

  /** Every page as a piece of the file; null where it was cancelled or refused meanwhile. */
  const readPages = async (filter: Filter, total: number | null, mine: number): Promise<Blob[] | null> => {
    const parts: Blob[] = [];
    let done = 0;
    let cursor: string | null = null;
    do {
      const input: Input<'sales.export'> = { ...filter, ...(cursor === null ? {} : { cursor }) };
      const reply = await call('sales.export', input);
      if (mine !== turn) return null;
      if (!reply.ok) {
        notices.say(words.stopped(reply.fault.message));
        return null;
      }
      parts.push(new Blob([reply.data.csv]));
      done += reply.data.count;
      cursor = reply.data.nextCursor;
      store.setState({ progress: { done, total } });
    } while (cursor !== null);
    return parts;
  };

  return {
    store,
    start: async (filter: Filter, fileName: string): Promise<void> => {
      if (store.getState().progress !== null) return;
      turn += 1;
      const mine = turn;
      store.setState({ progress: { done: 0, total: null } });
      const counted = await call('sales.summary', filter);
      if (mine !== turn) return;
      const total = counted.ok && counted.data.complete ? counted.data.count : null;
      const parts = await readPages(filter, total, mine);
      if (mine !== turn) return;
      const done = store.getState().progress?.done ?? 0;
      store.setState({ progress: null });
      if (parts === null) return;
      save(fileName, parts, mediaType);
      notices.say(words.saved(fileName, text.sales(done)));
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

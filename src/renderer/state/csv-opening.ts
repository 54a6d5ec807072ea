import { createStore } from 'zustand/vanilla';
import type { Fault } from '../../contract/fault.ts';
import type { Reply } from '../../contract/procedure.ts';
import { text } from '../text.ts';
import type { AppClient, Output } from './bridge.ts';
import { createManagerCommand } from './manager-command.ts';
import type { createNotices } from './notices.ts';
import { createQuestion } from './question.ts';

export interface OpeningList {
  readonly csv: string;
  /** The file that it is from; null where it was pasted. */
  readonly fileName: string | null;
  /** The bound outlet where null (R85). */
  readonly outletId: string | null;
  /** The same list sent again, after a lost answer, is recorded once; another list is another one. */
  readonly requestId: string;
}

export type OpeningPreview = Output<'stock.previewOpening'>;

const words = text.opening.csv;
const none = { csv: '', fileName: null, requestId: '' };

/** What the contract takes, in characters. */
const largestList = 20_000_000;

/** Long enough that typing asks once, short enough that pasting seems to answer at once. */
const settleMs = 200;

/** A refusal of the list before the app was asked. */
const notTaken = (message: string): Fault => ({ code: 'invalid_input', message });

/**
 * The text of a file as spreadsheets write it: UTF-8 or UTF-16, or else as Windows does where it is neither. Null where
 * it is no text at all.
 */
export const textOfFile = (bytes: Uint8Array<ArrayBuffer>): string | null => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

/** Opening stock from a list: what it would do is asked as soon as it is there, and it is recorded as a whole or not. */
export const createCsvOpening = (call: AppClient, notices: ReturnType<typeof createNotices>) => {
  const store = createStore<OpeningList & { readonly fault: Fault | null }>(() => ({
    ...none,
    outletId: null,
    fault: null,
  }));
  const asked = ({ csv, outletId }: OpeningList) => ({ csv, ...(outletId === null ? {} : { outletId }) });
  const preview = createQuestion(
    async (list: OpeningList): Promise<Reply<OpeningPreview | null>> =>
      list.csv.trim() === '' ? { ok: true, data: null } : call('stock.previewOpening', asked(list)),
  );
  const command = createManagerCommand(call);
  let settling: ReturnType<typeof setTimeout> | undefined;

  const show = (part: Partial<OpeningList>, afterMs: number): void => {
    clearTimeout(settling);
    command.forget();
    store.setState({ ...part, requestId: crypto.randomUUID(), fault: null });
    settling = setTimeout(() => void preview.ask(store.getState()), afterMs);
  };

  const clear = (): void => show(none, 0);

  return {
    store,
    preview: preview.store,
    command,
    typed: (csv: string): void => show({ csv, fileName: null }, settleMs),
    setOutlet: (outletId: string | null): void => show({ outletId }, 0),
    clear,
    chooseFile: async (file: File): Promise<void> => {
      const csv = file.size > 2 * largestList ? undefined : textOfFile(new Uint8Array(await file.arrayBuffer()));
      if (typeof csv === 'string' && csv.length <= largestList) return show({ csv, fileName: file.name }, 0);
      clear();
      store.setState({ fault: notTaken(csv === null ? words.notText : words.tooLarge) });
    },
    commit: (): Promise<void> => {
      const list = store.getState();
      return command.run(
        () => call('stock.importOpening', { ...asked(list), requestId: list.requestId }),
        ({ products, created }) => {
          notices.say(words.done(products, created));
          clear();
        },
      );
    },
  };
};

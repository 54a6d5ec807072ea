import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPracticeStore } from '../src/practice-store/practice-store.ts';
import { openLinkedTill } from './linked-till.ts';
import { measureOnce, runProgram, type Subject } from './measure.ts';
import { type BigShop, makeBigShop } from './million/big-shop.ts';
import { PAGE_SIZE } from './pages/page-folder.ts';
import { type PagesWanted, writePages } from './pages/write-pages.ts';
import type { SubjectInput } from './subjects/subject.ts';

/** Pages of orders in a folder, and how many. */
export interface PageSet {
  readonly pages: string;
  readonly pageCount: number;
}

/** What is made once a run, when it is first needed, in a temporary folder: pages, a linked till, the limit's rows. */
export interface Workshop {
  readonly quick: boolean;
  readonly say: (text: string) => void;
  readonly folder: (name: string) => string;
  readonly pageSet: (wanted: PagesWanted) => Promise<PageSet>;
  /** Where the limit's rows for these pages lie. */
  readonly rowsOf: (set: PageSet) => Promise<string>;
  /** Our own road over these pages, each time on a new data folder. */
  readonly ours: (set: PageSet, preload: boolean) => Promise<Subject>;
  readonly limit: (set: PageSet, preload: boolean) => Promise<Subject>;
  /** Any other program over these pages, each time in an empty folder. */
  readonly other: (name: string, file: string, set: PageSet) => Subject;
  /** Made when first asked for, or taken from where it is kept. */
  readonly bigShop: () => Promise<BigShop>;
  readonly close: () => void;
}

interface WorkshopOptions {
  /** Where the shop of a million sales is kept from one run to the next; left out, it goes with the workshop. */
  readonly kept?: string | undefined;
}

export const openWorkshop = (quick: boolean, say: (text: string) => void, { kept }: WorkshopOptions = {}): Workshop => {
  const root = mkdtempSync(join(tmpdir(), 'tillbridge-bench-'));
  const sets = new Map<string, Promise<PageSet>>();
  const rows = new Map<string, Promise<string>>();
  let template: Promise<string> | undefined;
  let bigShop: Promise<BigShop> | undefined;
  let folders = 0;

  const folder = (name: string): string => {
    const path = join(root, `${name}-${++folders}`);
    mkdirSync(path);
    return path;
  };
  const once = <T>(made: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> => {
    const promise = made.get(key) ?? make();
    made.set(key, promise);
    return promise;
  };
  const makeTemplate = async (): Promise<string> => {
    const path = folder('template');
    const store = await startPracticeStore({});
    try {
      const till = await openLinkedTill(path, store);
      await till.stop();
    } finally {
      await store.stop();
    }
    return path;
  };
  const linkedFolder = async (): Promise<string> => {
    template ??= makeTemplate();
    return template;
  };
  const remove = ({ work }: SubjectInput) => rmSync(work, { recursive: true, force: true });

  const onLinkedFolder = async (name: string, file: string, given: Omit<SubjectInput, 'work'>): Promise<Subject> => {
    const from = await linkedFolder();
    const input = () => {
      const work = folder(name);
      cpSync(from, work, { recursive: true });
      return { ...given, work };
    };
    return { name, file, input, after: remove };
  };

  const ours: Workshop['ours'] = (set, preload) =>
    onLinkedFolder('ours', 'subjects/ours.ts', { ...set, preload, rows: '' });

  const makeRows = async (set: PageSet): Promise<string> => {
    say(`making the rows of ${set.pageCount * PAGE_SIZE} orders for the limit`);
    const path = folder('rows');
    const subject = await ours(set, false);
    const input = subject.input();
    await measureOnce(subject.file, input);
    await runProgram(
      'rows/make-rows.ts',
      JSON.stringify({ folder: input.work, template: await linkedFolder(), ...set, rows: path }),
    );
    subject.after(input);
    return path;
  };
  const rowsOf: Workshop['rowsOf'] = (set) => once(rows, set.pages, () => makeRows(set));

  const pageSet: Workshop['pageSet'] = (wanted) =>
    once(sets, JSON.stringify(wanted), async () => {
      say(`making ${wanted.orders * wanted.copies} orders`);
      const pages = folder('pages');
      return { pages, pageCount: await writePages(pages, wanted) };
    });

  return {
    quick,
    say,
    folder,
    rowsOf,
    ours,
    pageSet,
    bigShop: () => {
      bigShop ??= makeBigShop({ quick, say, folder, pageSet, linkedFolder, kept: kept ?? null });
      return bigShop;
    },
    limit: async (set, preload) =>
      onLinkedFolder('limit', 'subjects/limit.ts', { ...set, preload, rows: await rowsOf(set) }),
    other: (name, file, set) => ({
      name,
      file,
      input: () => ({ ...set, preload: true, rows: '', work: folder('other') }),
      after: remove,
    }),
    close: () => rmSync(root, { recursive: true, force: true }),
  };
};

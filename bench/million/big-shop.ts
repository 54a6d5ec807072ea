import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { measureOnce } from '../measure.ts';
import { PAGE_SIZE } from '../pages/page-folder.ts';
import { databaseOf } from '../subjects/import-orders.ts';
import type { SubjectResult } from '../subjects/subject.ts';
import type { Workshop } from '../workshop.ts';
import { ordersIn, RECENT_DAYS, YEARS, type YearsWanted } from './years-of-orders.ts';

const ORDERS_OF_A_COPY = 20_000;
/** With the recent ones, of which one in twenty is no sale yet: a million sales. */
const COPIES = 50;
const QUICK_ORDERS_OF_A_COPY = 2_000;
const QUICK_COPIES = YEARS;

/** A data folder with a million sales, as an import left it. Whoever changes it works on a copy. */
export interface BigShop {
  readonly folder: string;
  readonly orders: number;
  /** Orders of one copy: a window of P3. */
  readonly window: number;
  /** How its import went; null where it was broken off and gone on with. */
  readonly filled: SubjectResult | null;
}

interface MakeShop extends Pick<Workshop, 'quick' | 'say' | 'folder' | 'pageSet'> {
  readonly linkedFolder: () => Promise<string>;
  /** Where it is kept from one run to the next; null: nowhere. */
  readonly kept: string | null;
}

/** Say that the import of a kept folder came to its end, and that it began. */
const MADE = 'made-by-bench.json';
const BEGUN = 'begun-by-bench';

/** Whole pages whose orders are here: of the years before, every order becomes a sale. */
const pagesIn = (folder: string): number => {
  const database = new Database(databaseOf(folder), { readonly: true });
  const { sales } = database.prepare('SELECT count(*) AS sales FROM sales').get() as { sales: number };
  database.close();
  return Math.floor(sales / PAGE_SIZE);
};

/** The kept one, or a new one, for which the product imports five years of orders: some minutes. */
export const makeBigShop = async (make: MakeShop): Promise<BigShop> => {
  const { quick, say, kept } = make;
  if (kept !== null && existsSync(join(kept, MADE))) {
    return { ...JSON.parse(readFileSync(join(kept, MADE), 'utf8')), folder: kept };
  }
  const begun = kept !== null && existsSync(join(kept, BEGUN));
  if (kept !== null && !begun && existsSync(kept) && readdirSync(kept).length > 0) {
    throw new Error(`${kept} is not empty, and not a shop that was made here.`);
  }
  const orders = quick ? QUICK_ORDERS_OF_A_COPY : ORDERS_OF_A_COPY;
  const done = await make.pageSet({ orders, copies: 1, done: true });
  const recent = await make.pageSet({ orders, copies: 1, days: RECENT_DAYS });
  const years: YearsWanted = {
    done: done.pages,
    recent: recent.pages,
    pageCount: done.pageCount,
    copies: quick ? QUICK_COPIES : COPIES,
  };
  const folder = kept ?? make.folder('big-shop');
  mkdirSync(folder, { recursive: true });
  if (!begun) cpSync(await make.linkedFolder(), folder, { recursive: true });
  writeFileSync(join(folder, BEGUN), '');
  const fromPage = pagesIn(folder);
  say(`importing ${ordersIn(years) - fromPage * PAGE_SIZE} orders`);
  const result = await measureOnce('million/fill-folder.ts', { ...years, work: folder, fromPage });
  const shop = { orders: ordersIn(years), window: orders, filled: fromPage === 0 ? result : null };
  writeFileSync(join(folder, `${MADE}.tmp`), JSON.stringify(shop));
  renameSync(join(folder, `${MADE}.tmp`), join(folder, MADE));
  return { ...shop, folder };
};

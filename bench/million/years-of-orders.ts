import { openPages, PAGE_SIZE, type PageFolder } from '../pages/page-folder.ts';
import { restamp, type Stamp } from '../pages/restamp.ts';

/** Pages of a shop that has been open for years, made from those of two folders while they are read. */
export interface YearsWanted {
  /** Pages of a year's orders that the shop is done with. */
  readonly done: string;
  /** Pages of the orders of the last days, most of which wait. */
  readonly recent: string;
  /** In each of the two. */
  readonly pageCount: number;
  /** How often the orders of a year come again, as other orders; a multiple of the years. */
  readonly copies: number;
}

export const YEARS = 5;
/** How long ago the last year ended: the recent orders came since then. */
export const RECENT_DAYS = 30;

const DAY_MS = 86_400_000;
const YEAR_MS = 366 * DAY_MS;
/** Copies of one year follow each other within minutes, so that dates rise from page to page. */
const BETWEEN_COPIES_MS = 7 * 60_000;
/** Above any id of a practice store with so few orders. */
const IDS_OF_A_COPY = 10_000_000;
/** Whoever buys comes again: as many copies have customers of their own. */
const COPIES_OF_NEW_CUSTOMERS = 20;

/** The orders in the order of their dates, a page being a few days of one copy. */
export const yearsOfOrders = ({ done, recent, pageCount, copies }: YearsWanted): PageFolder => {
  const old = openPages(done, pageCount, false);
  const now = openPages(recent, pageCount, false);
  const copiesOfAYear = copies / YEARS;
  const stampOf = (copy: number): Stamp => ({
    ids: copy * IDS_OF_A_COPY,
    ms:
      copy === copies
        ? 0
        : (Math.floor(copy / copiesOfAYear) - YEARS + 1) * YEAR_MS -
          (RECENT_DAYS + 1) * DAY_MS +
          (copy % copiesOfAYear) * BETWEEN_COPIES_MS,
    customers: copy === copies ? '' : String(copy % COPIES_OF_NEW_CUSTOMERS),
  });
  return {
    count: pageCount * (copies + 1),
    text: (index) => {
      if (index >= pageCount * copies) return restamp(now.text(index - pageCount * copies), stampOf(copies));
      const year = Math.floor(index / (pageCount * copiesOfAYear));
      const within = index % (pageCount * copiesOfAYear);
      const copy = year * copiesOfAYear + (within % copiesOfAYear);
      return restamp(old.text(Math.floor(within / copiesOfAYear)), stampOf(copy));
    },
    lines: (orderId) => {
      const copy = Math.floor(orderId / IDS_OF_A_COPY);
      const lines = (copy === copies ? now : old).lines(orderId % IDS_OF_A_COPY);
      return lines && JSON.parse(restamp(JSON.stringify(lines), stampOf(copy)));
    },
  };
};

export const ordersIn = ({ pageCount, copies }: YearsWanted): number => pageCount * PAGE_SIZE * (copies + 1);

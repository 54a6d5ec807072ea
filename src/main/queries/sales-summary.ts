import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import type { SaleFilter } from '../../contract/sales.ts';
import { sumOf } from '../domain/amount.ts';
import type { Reader } from '../store/connection.ts';
import { isOfKinds, sumsOfKinds } from '../store/sale-counts.ts';
import { type CurrencySums, cellFits, cellParams, kindOfCell, kindParams, sumsOfDays } from './counted-days.ts';
import { findSales, type Place } from './find-sales.ts';
import { where } from './paging.ts';
import { isCounted, type SaleQuestion, saleQuestion } from './sale-filter.ts';
import { moneyView } from './views.ts';

type Summary = OutputOf<Contract['sales.summary']>;
type DayTotals = OutputOf<Contract['sales.days']>['days'][number];

/** What no count is kept of is added up from the sales themselves, of no more than so many. */
const MOST_ADDED_UP = 5_000;

/** Count and totals of a filter. */
export const summarizeSales = (db: Reader, filter: SaleFilter): Summary => {
  const question = saleQuestion(db, filter);
  if (!question) return { ...totalsOf([]), complete: true };
  if (isCounted(question)) return { ...totalsOf(countedSums(db, question)), complete: true };
  const { sales, complete } = addUp(db, question, '');
  return { ...totalsOf(perCurrency(sales)), complete };
};

/** The same for each day that has such sales, the latest first. A day of which not all was added up is left out. */
export const summarizeDays = (
  db: Reader,
  { most, ...filter }: SaleFilter & { readonly most: number },
): { readonly days: DayTotals[] } => {
  const question = saleQuestion(db, filter);
  if (!question) return { days: [] };
  return { days: isCounted(question) ? countedDaysOf(db, question, most) : addedUpDays(db, question, most) };
};

/** Each kind has its own sums over all days; over some of them, those of its cells. */
const countedSums = (db: Reader, question: SaleQuestion): CurrencySums[] => {
  const { cells, kinds } = question;
  if (cells.from !== null || cells.to !== null) {
    return db.all<CurrencySums>(
      `SELECT ${sumsOfKinds('c')} FROM sale_cells c CROSS JOIN sale_kinds k ON k.kind_key = ${kindOfCell('c.cell_key')}
       ${where(cellFits(question, 'c.cell_key'))} GROUP BY 1`,
      cellParams(question),
    );
  }
  return db.all<CurrencySums>(
    `SELECT ${sumsOfKinds('k')} FROM sale_kinds k ${where([kinds !== null && isOfKinds('k.kind_key')])} GROUP BY 1`,
    kindParams(kinds),
  );
};

const countedDaysOf = (db: Reader, question: SaleQuestion, most: number): DayTotals[] =>
  sumsOfDays(db, question, most).map(({ day, sums }) => ({ day, ...totalsOf(sums) }));

/** One sale, as what it adds to the sums. */
type SaleSums = Place & Omit<CurrencySums, 'count'>;

const unlessVoided = (amount: string): string => `iif(s.sale_status = 'voided', 0, ${amount})`;

/** `besides`: columns that are read of each of the thousands besides what is added up. */
const addUp = <T extends SaleSums>(db: Reader, question: SaleQuestion, besides: string) => {
  const found = findSales<T>(db, question, {
    columns: `s.sale_key AS saleKey, s.sold_at AS soldAt, s.currency, ${unlessVoided('s.total')} AS total,
              ${unlessVoided('s.refunded + max(0, -s.total)')} AS returned ${besides}`,
    joins: '',
    after: undefined,
    most: MOST_ADDED_UP + 1,
  });
  return { sales: found.slice(0, MOST_ADDED_UP), complete: found.length <= MOST_ADDED_UP };
};

const addedUpDays = (db: Reader, question: SaleQuestion, most: number): DayTotals[] => {
  const { sales, complete } = addUp<SaleSums & { readonly day: string }>(db, question, ', s.sold_day AS day');
  const days = [...Map.groupBy(sales, ({ day }) => day)].sort(([one], [other]) => (one < other ? 1 : -1));
  return (complete ? days : days.slice(0, -1)).slice(0, most).map(([day, ofDay]) => ({
    day,
    ...totalsOf(perCurrency(ofDay)),
  }));
};

/** Of sums of which there is one for each currency: the currency of most sales first. */
const totalsOf = (sums: readonly CurrencySums[]) => {
  const currencies = sums.toSorted((one, other) => other.count - one.count);
  return {
    count: sumOf(currencies, ({ count }) => count),
    totals: moneyOf(currencies, 'total'),
    returned: moneyOf(currencies, 'returned'),
  };
};

/** What comes to nothing is left out. */
const moneyOf = (currencies: readonly CurrencySums[], amount: 'total' | 'returned') =>
  currencies.filter((sums) => sums[amount] !== 0).map((sums) => moneyView(sums[amount], sums.currency));

const perCurrency = (sales: readonly SaleSums[]): CurrencySums[] =>
  [...Map.groupBy(sales, ({ currency }) => currency)].map(([currency, of]) => ({
    currency,
    count: of.length,
    total: sumOf(of, ({ total }) => total),
    returned: sumOf(of, ({ returned }) => returned),
  }));

import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import type { SaleFilter } from '../../contract/sales.ts';
import { KIND_OF_CELL, kindOfCell } from '../domain/sale-cell.ts';
import type { Reader } from '../store/connection.ts';
import { saleKinds } from '../store/sale-counts.ts';
import { type CellSums, cellFits, cellParams, sumsOfDays } from './counted-days.ts';
import { findSales, type Place } from './find-sales.ts';
import { where } from './paging.ts';
import { isCounted, type SaleQuestion, saleQuestion } from './sale-filter.ts';
import { moneyView } from './views.ts';

/** Sums of sales that are alike in currency and status. Amounts are ten-thousandths. */
interface Sums {
  readonly currency: string;
  readonly saleStatus: string;
  readonly count: number;
  readonly total: number;
  readonly returned: number;
}

type Summary = OutputOf<Contract['sales.summary']>;
type DayTotals = OutputOf<Contract['sales.days']>['days'][number];

/** What no count is kept of is added up from the sales themselves, of no more than so many. */
const MOST_ADDED_UP = 5_000;

/** Count and totals of a filter. */
export const summarizeSales = (db: Reader, filter: SaleFilter): Summary => {
  const question = saleQuestion(db, filter);
  if (!question) return { ...totalsOf([]), complete: true };
  if (isCounted(question)) return { ...totalsOf(countedSums(db, question)), complete: true };
  const { sales, complete } = addUp(db, question);
  return { ...totalsOf(sales), complete };
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
const countedSums = (db: Reader, question: SaleQuestion): Sums[] => {
  const { cells } = question;
  if (cells.from === null && cells.to === null) return [...kindsOf(db, question).values()];
  const sums = db.all<CellSums>(
    `SELECT max(cell_key) AS cellKey, sum(count) AS count, sum(total) AS total, sum(returned) AS returned
       FROM sale_cells ${where(cellFits(question, 'cell_key'))} GROUP BY cell_key & ${KIND_OF_CELL}`,
    cellParams(question),
  );
  return ofKinds(sums, kindsOf(db, question));
};

type Kinds = ReadonlyMap<number, Sums>;

const kindsOf = (db: Reader, { kinds }: SaleQuestion): Kinds =>
  new Map((kinds ?? saleKinds(db)).map((kind) => [kind.kindKey, kind]));

const ofKinds = (cells: readonly CellSums[], kinds: Kinds): Sums[] =>
  cells.flatMap(({ cellKey, ...sums }) => {
    const kind = kinds.get(kindOfCell(cellKey));
    return kind ? { ...kind, ...sums } : [];
  });

const countedDaysOf = (db: Reader, question: SaleQuestion, most: number): DayTotals[] =>
  sumsOfDays(db, question, most).map((sums) => ({ day: sums[0]?.day ?? '', ...totalsOf(sums) }));

interface SaleSums extends Place {
  readonly day: string;
  readonly currency: string;
  readonly saleStatus: string;
  readonly total: number;
  readonly refunded: number;
}

const addUp = (db: Reader, question: SaleQuestion) => {
  const found = findSales<SaleSums>(db, question, {
    columns: `s.sale_key AS saleKey, s.sold_at AS soldAt, s.sold_day AS day, s.currency, s.sale_status AS saleStatus, s.total,
              s.refunded`,
    joins: '',
    after: undefined,
    most: MOST_ADDED_UP + 1,
  });
  const sales = found.slice(0, MOST_ADDED_UP).map(({ total, refunded, ...sale }) => ({
    ...sale,
    count: 1,
    total,
    returned: refunded + Math.max(0, -total),
  }));
  return { sales, complete: found.length <= MOST_ADDED_UP };
};

const addedUpDays = (db: Reader, question: SaleQuestion, most: number): DayTotals[] => {
  const { sales, complete } = addUp(db, question);
  const days = [...Map.groupBy(sales, ({ day }) => day)].sort(([one], [other]) => (one < other ? 1 : -1));
  return (complete ? days : days.slice(0, -1)).slice(0, most).map(([day, ofDay]) => ({ day, ...totalsOf(ofDay) }));
};

/** Voided sales are counted, not totalled. */
const totalsOf = (sums: readonly Sums[]) => {
  const counting = sums.filter(({ saleStatus }) => saleStatus !== 'voided');
  return {
    count: sums.reduce((count, each) => count + each.count, 0),
    totals: perCurrency(counting, ({ total }) => total),
    returned: perCurrency(counting, ({ returned }) => returned),
  };
};

/** The currency of most sales first; one that comes to nothing is left out. */
const perCurrency = (sums: readonly Sums[], amountOf: (sums: Sums) => number) => {
  const currencies = new Map<string, { count: number; amount: number }>();
  for (const each of sums) {
    const { count, amount } = currencies.get(each.currency) ?? { count: 0, amount: 0 };
    currencies.set(each.currency, { count: count + each.count, amount: amount + amountOf(each) });
  }
  return [...currencies]
    .filter(([, { amount }]) => amount !== 0)
    .sort(([, one], [, other]) => other.count - one.count)
    .map(([currency, { amount }]) => moneyView(amount, currency));
};

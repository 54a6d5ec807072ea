import { areOfOneDay, cellsFrom, dayOfCell, KIND_OF_CELL } from '../domain/sale-cell.ts';
import type { Reader, SqlParams } from '../store/connection.ts';
import { where } from './paging.ts';
import type { SaleQuestion } from './sale-filter.ts';

/** What is counted of the sales of one kind on one day. Amounts are ten-thousandths of the kind's currency. */
export interface CellSums {
  readonly cellKey: number;
  readonly count: number;
  readonly total: number;
  readonly returned: number;
}

/** Whether a cell is of the kinds and days asked for, as SQL; the cell as a column. */
export const cellFits = ({ kinds, cells }: SaleQuestion, cell: string): readonly (string | false)[] => [
  cells.from !== null && `${cell} >= :firstCell`,
  cells.to !== null && `${cell} <= :lastCell`,
  kinds !== null && `(${cell} & ${KIND_OF_CELL}) IN (SELECT value FROM json_each(:kinds))`,
];

/** What `cellFits` binds. */
export const cellParams = ({ kinds, cells }: SaleQuestion): SqlParams => ({
  ...(cells.from === null ? {} : { firstCell: cells.from }),
  ...(cells.to === null ? {} : { lastCell: cells.to }),
  ...(kinds === null ? {} : { kinds: JSON.stringify(kinds.map(({ kindKey }) => kindKey)) }),
});

/** The latest cells that fit, from one on downwards. */
export const cellsDown = (db: Reader, question: SaleQuestion, from: number, most: number): CellSums[] => {
  const { cells } = question;
  const upTo = { ...question, cells: { ...cells, to: Math.min(from, cells.to ?? from) } };
  return db.all<CellSums>(
    `SELECT cell_key AS cellKey, count, total, returned FROM sale_cells
     ${where(cellFits(upTo, 'cell_key'))} ORDER BY cell_key DESC LIMIT :most`,
    { ...cellParams(upTo), most },
  );
};

const FIRST_READ = 200;
const MOST_READ = 5_000;

/** The cells of each day that has sales of the kinds asked for, the latest first; read as far as they are asked for. */
export function* countedDays(db: Reader, question: SaleQuestion, from: number): Generator<readonly CellSums[]> {
  let gathered: CellSums[] = [];
  let next = from;
  for (let most = FIRST_READ; ; most = Math.min(MOST_READ, most * 4)) {
    const cells = cellsDown(db, question, next, most);
    for (const cell of cells) {
      const [first] = gathered;
      if (first && !areOfOneDay(first.cellKey, cell.cellKey)) {
        yield gathered;
        gathered = [];
      }
      gathered.push(cell);
      next = cell.cellKey - 1;
    }
    if (cells.length < most) break;
  }
  if (gathered.length > 0) yield gathered;
}

/** What is counted of one day's sales that are alike in currency and status; amounts are ten-thousandths. */
export interface DaySums {
  readonly day: string;
  readonly currency: string;
  readonly saleStatus: string;
  readonly count: number;
  readonly total: number;
  readonly returned: number;
}

/**
 * Sums of the latest days that have sales of the kinds asked for, the latest first. Most days have some, so periods of as
 * many days are added up where the cells lie, each from the latest cell that is left.
 */
export const sumsOfDays = (db: Reader, question: SaleQuestion, mostDays: number): DaySums[][] => {
  const days: DaySums[][] = [];
  for (let [latest] = cellsDown(db, question, Number.MAX_SAFE_INTEGER, 1); latest && days.length < mostDays; ) {
    const to = latest.cellKey;
    const from = cellsFrom(dayOfCell(to, mostDays - 1));
    days.push(...sumsBetween(db, question, { from, to }));
    [latest] = cellsDown(db, question, from - 1, 1);
  }
  return days.slice(0, mostDays);
};

const sumsBetween = (db: Reader, question: SaleQuestion, { from, to }: { from: number; to: number }): DaySums[][] => {
  const period = { ...question, cells: { from: Math.max(from, question.cells.from ?? from), to } };
  const sums = db.all<Omit<DaySums, 'day'> & { readonly cellKey: number }>(
    `SELECT max(c.cell_key) AS cellKey, k.currency, k.sale_status AS saleStatus, sum(c.count) AS count,
            sum(c.total) AS total, sum(c.returned) AS returned
       FROM sale_cells c CROSS JOIN sale_kinds k ON k.kind_key = (c.cell_key & ${KIND_OF_CELL})
      ${where(cellFits(period, 'c.cell_key'))}
      GROUP BY c.cell_key / ${KIND_OF_CELL + 1}, k.currency, k.sale_status ORDER BY 1 DESC`,
    cellParams(period),
  );
  const ofDays = sums.map(({ cellKey, ...of }) => ({ day: dayOfCell(cellKey), ...of }));
  return [...Map.groupBy(ofDays, ({ day }) => day).values()];
};

import { areOfOneDay, cellsFrom, dayOfCell, KIND_OF_CELL } from '../domain/sale-cell.ts';
import type { Reader, SqlParams } from '../store/connection.ts';
import { isOfKinds, sumsOfKinds } from '../store/sale-counts.ts';
import { where } from './paging.ts';
import type { Range, SaleQuestion } from './sale-filter.ts';

/** How many sales of one kind there are on one day. */
export interface CellCount {
  readonly cellKey: number;
  readonly count: number;
}

/** Whether a cell is of the kinds and days asked for, as SQL; the cell as a column. */
export const cellFits = ({ kinds, cells }: SaleQuestion, cell: string): readonly (string | false)[] => [
  cells.from !== null && `${cell} >= :firstCell`,
  cells.to !== null && `${cell} <= :lastCell`,
  kinds !== null && isOfKinds(kindOfCell(cell)),
];

/** The kind of a cell, as SQL. */
export const kindOfCell = (cell: string): string => `(${cell} & ${KIND_OF_CELL})`;

/** What `cellFits` binds. */
export const cellParams = ({ kinds, cells }: SaleQuestion): SqlParams => ({
  ...(cells.from === null ? {} : { firstCell: cells.from }),
  ...(cells.to === null ? {} : { lastCell: cells.to }),
  ...kindParams(kinds),
});

/** What `isOfKinds` binds. */
export const kindParams = (kinds: SaleQuestion['kinds']): SqlParams => (kinds === null ? {} : { kinds: kinds.marks });

/** The days asked for, as far as they are not after a cell. */
export const cellsUpTo = ({ cells }: SaleQuestion, cell: number): Range => ({
  from: cells.from,
  to: Math.min(cell, cells.to ?? cell),
});

/** The latest cells that fit, from one on downwards. */
export const cellsDown = (db: Reader, question: SaleQuestion, from: number, most: number): CellCount[] => {
  const upTo = { ...question, cells: cellsUpTo(question, from) };
  return db.all<CellCount>(
    `SELECT cell_key AS cellKey, count FROM sale_cells
     ${where(cellFits(upTo, 'cell_key'))} ORDER BY cell_key DESC LIMIT :most`,
    { ...cellParams(upTo), most },
  );
};

const FIRST_READ = 200;
const MOST_READ = 5_000;

/** The cells of each day that has sales of the kinds asked for, the latest first; read as far as they are asked for. */
export function* countedDays(db: Reader, question: SaleQuestion, from: number): Generator<readonly CellCount[]> {
  let gathered: CellCount[] = [];
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

/** What is counted of sales in one currency, voided ones without their amounts, which are ten-thousandths. */
export interface CurrencySums {
  readonly currency: string;
  readonly count: number;
  readonly total: number;
  readonly returned: number;
}

/** What is counted of one day's sales. */
export interface DaySums {
  readonly day: string;
  readonly sums: readonly CurrencySums[];
}

/**
 * Sums of the latest days that have sales of the kinds asked for, the latest first. Most days have some, so a period of as
 * many days is added up where the cells lie, then from the latest cell that is left one of as many as were missing.
 */
export const sumsOfDays = (db: Reader, question: SaleQuestion, mostDays: number): DaySums[] => {
  const days: DaySums[] = [];
  for (let [latest] = cellsDown(db, question, Number.MAX_SAFE_INTEGER, 1); latest && days.length < mostDays; ) {
    const to = latest.cellKey;
    const from = cellsFrom(dayOfCell(to, mostDays - days.length - 1));
    days.push(...sumsBetween(db, question, { from, to }));
    [latest] = cellsDown(db, question, from - 1, 1);
  }
  return days;
};

const sumsBetween = (db: Reader, question: SaleQuestion, { from, to }: { from: number; to: number }): DaySums[] => {
  const period = { ...question, cells: { from: Math.max(from, question.cells.from ?? from), to } };
  const found = db.all<CurrencySums & { readonly day: number }>(
    `SELECT ${DAY_OF_CELL} AS day, ${sumsOfKinds('c')}
       FROM sale_cells c CROSS JOIN sale_kinds k ON k.kind_key = ${kindOfCell('c.cell_key')}
      ${where(cellFits(period, 'c.cell_key'))} GROUP BY 1, 2`,
    cellParams(period),
  );
  const ofDays = [...Map.groupBy(found, ({ day }) => day)].sort(([one], [other]) => other - one);
  return ofDays.map(([day, sums]) => ({ day: dayOfCell(day * (KIND_OF_CELL + 1)), sums }));
};

const DAY_OF_CELL = `c.cell_key / ${KIND_OF_CELL + 1}`;

import { dayOfCell, KIND_OF_CELL } from '../domain/sale-cell.ts';
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

/** A day that has sales which fit. */
export interface CountedDay {
  readonly day: string;
  readonly cells: readonly CellSums[];
}

const FIRST_READ = 200;
const MOST_READ = 5_000;

/** Days with sales of the kinds asked for, the latest first; read as far as they are asked for. */
export function* countedDays(db: Reader, question: SaleQuestion, from: number): Generator<CountedDay> {
  let gathered: CellSums[] = [];
  let next = from;
  for (let most = FIRST_READ; ; most = Math.min(MOST_READ, most * 4)) {
    const cells = cellsDown(db, question, next, most);
    for (const cell of cells) {
      const [first] = gathered;
      if (first && dayOfCell(first.cellKey) !== dayOfCell(cell.cellKey)) {
        yield { day: dayOfCell(first.cellKey), cells: gathered };
        gathered = [];
      }
      gathered.push(cell);
      next = cell.cellKey - 1;
    }
    if (cells.length < most) break;
  }
  const [first] = gathered;
  if (first) yield { day: dayOfCell(first.cellKey), cells: gathered };
}

import { CsvError, parse } from 'csv-parse/sync';

/** A row of a shop's stock list, as it was written; `line` is where it begins, the head being 1. */
export interface OpeningRow {
  readonly line: number;
  readonly sku: string;
  readonly name: string;
  readonly quantity: string;
}

/** What keeps a list from being recorded, and where. A sentence for whoever made it. */
export interface OpeningProblem {
  readonly line: number;
  readonly message: string;
}

export interface OpeningList {
  readonly rows: readonly OpeningRow[];
  readonly problems: readonly OpeningProblem[];
}

/** More at once would keep every screen waiting for too long. */
const MOST_ROWS = 50_000;

const columns = ['sku', 'quantity', 'name'] as const;
type Column = (typeof columns)[number];

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads a CSV as spreadsheets write it: `,`, `;` or tab between the columns `sku`, `quantity` and perhaps `name`, in any
 * order and among others; quoted cells, line breaks of any kind, a byte-order mark.
 */
export const readOpeningCsv = (csv: string): OpeningList => {
  const { rows, brokenAt } = rowsOf(csv.replace(/\r\n?/g, '\n'));
  if (brokenAt !== null)
    return refused(brokenAt, 'A quote is opened here and never closed. Close it, or take it away.');
  const [head, ...others] = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (!head) return refused(1, 'The file is empty. Its first line names the columns: sku, quantity, name.');
  return understood(head, others);
};

const refused = (line: number, message: string): OpeningList => ({ rows: [], problems: [{ line, message }] });

/** Every row there is; `brokenAt` is the line of a quote that is never closed. */
const rowsOf = (text: string): { readonly rows: readonly Row[]; readonly brokenAt: number | null } => {
  const rows: Row[] = [];
  let lastLine = 0;
  try {
    parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      on_record: (record: readonly string[], { lines }) => {
        const cells = record.map((cell) => cell.trim());
        rows.push({ line: lines - record.join('').split('\n').length + 1, cells });
        lastLine = lines;
        return null;
      },
      record_delimiter: '\n',
      relax_column_count: true,
      // A quote within a cell is one: 6" pan.
      relax_quotes: true,
      skip_empty_lines: true,
      to: MOST_ROWS + 2,
    });
    return { rows, brokenAt: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows, brokenAt: lastLine + 1 };
  }
};

/** The one that the head has most of. */
const delimiterOf = (text: string): string => {
  const head = /\S.*/.exec(text)?.[0] ?? '';
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: head.split(delimiter).length }));
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).delimiter;
};

const understood = (head: Row, rows: readonly Row[]): OpeningList => {
  const names = head.cells.map((cell) => cell.toLowerCase());
  const problems = columns.flatMap((column) => problemOfColumn(column, names));
  if (problems.length > 0) return { rows: [], problems: problems.map((message) => ({ line: head.line, message })) };
  if (rows.length === 0) return refused(head.line, 'There is no line below the columns. Add the products.');
  if (rows.length > MOST_ROWS) {
    return refused(
      rows.at(-1)?.line ?? 1,
      `The list has more than ${MOST_ROWS} products. Split it into several files.`,
    );
  }
  const cell = (cells: readonly string[], column: Column) => cells[names.indexOf(column)] ?? '';
  return {
    problems: [],
    rows: rows.map(({ line, cells }) => ({
      line,
      sku: cell(cells, 'sku'),
      name: cell(cells, 'name'),
      quantity: cell(cells, 'quantity'),
    })),
  };
};

const problemOfColumn = (column: Column, names: readonly string[]): string[] => {
  const count = names.filter((name) => name === column).length;
  if (count > 1) return [`Two columns are named "${column}". Rename one of them.`];
  if (count === 1 || column === 'name') return [];
  return [`There is no column "${column}". The first line names the columns: sku, quantity, name.`];
};

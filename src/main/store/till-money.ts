import { drawerFigures, type ReturnSum, type TenderSum, type TillFigures } from '../domain/till-figures.ts';
import type { Reader } from './connection.ts';
import { drawerMovesOf } from './drawer-moves.ts';
import type { OpeningRow } from './openings.ts';

/** Which money: an opening of a register, in force or still to come. */
export interface OfOpening {
  readonly registerKey: number;
  readonly number: number;
}

/** The conditions name the opening twice, so that SQLite takes the index that has only rows of an opening. */
const ofOpening = (table: string): string =>
  `${table}.register_key = :registerKey AND ${table}.opening_number = :number AND ${table}.opening_number > 0`;

/** Statements over the rows of one opening. */
export const tillStatements = {
  payments: `
    SELECT s.source, p.method, s.currency, count(*) AS count, sum(p.amount) AS received, 0 AS voided
      FROM payments p CROSS JOIN sales s ON s.sale_key = p.sale_key
     WHERE ${ofOpening('p')} GROUP BY s.source, p.method, s.currency`,
  reversals: `
    SELECT s.source, p.method, s.currency, 0 AS count, 0 AS received, sum(t.amount) AS voided
      FROM till_reversals t
      CROSS JOIN sales s ON s.sale_key = t.sale_key
      CROSS JOIN payments p ON p.sale_key = t.sale_key AND p.tender = t.tender AND p.revision = t.revision
     WHERE t.register_key = :registerKey AND t.opening_number = :number GROUP BY s.source, p.method, s.currency`,
  returns: `
    SELECT s.currency, count(*) AS count, sum(r.amount) AS amount
      FROM returns r CROSS JOIN sales s ON s.sale_key = r.sale_key
     WHERE ${ofOpening('r')} GROUP BY s.currency`,
  reversedReturns: `
    SELECT s.currency, 0 AS count, -sum(t.amount) AS amount
      FROM till_reversals t CROSS JOIN sales s ON s.sale_key = t.sale_key
     WHERE t.register_key = :registerKey AND t.opening_number = :number AND t.refund_id IS NOT NULL GROUP BY s.currency`,
  waiting: `SELECT count(*) AS count FROM payments p WHERE ${ofOpening('p')}`,
  unpaid: `
    SELECT s.sale_id AS saleId, s.currency, s.total,
           (SELECT coalesce(sum(p.amount), 0) FROM payments p WHERE p.sale_key = s.sale_key AND p.voided = 0) AS paid
      FROM sales s
     WHERE s.register_key = :registerKey AND s.sale_status = 'closed' AND s.payment_state IN ('unpaid', 'part_paid')
     ORDER BY s.sold_at DESC`,
} as const;

/** How many payments an opening has: while its register is closed, those that wait for it. */
export const countPayments = (db: Reader, { registerKey, number }: OfOpening): number =>
  db.get<{ count: number }>(tillStatements.waiting, { registerKey, number })?.count ?? 0;

/** The figures of an opening as they are now. Without one, `float` and what moved in the drawer are nothing. */
export const computeFigures = (
  db: Reader,
  of: OfOpening & Partial<Pick<OpeningRow, 'openingKey' | 'float'>>,
): TillFigures => {
  const { registerKey, number, openingKey, float = 0 } = of;
  const params = { registerKey, number };
  const tenders = joined(
    [...db.all<TenderSum>(tillStatements.payments, params), ...db.all<TenderSum>(tillStatements.reversals, params)],
    ({ source, method, currency }) => [source, method, currency],
    (sum, next) => ({
      ...sum,
      count: sum.count + next.count,
      received: sum.received + next.received,
      voided: sum.voided + next.voided,
    }),
  );
  const returns = joined(
    [
      ...db.all<ReturnSum>(tillStatements.returns, params),
      ...db.all<ReturnSum>(tillStatements.reversedReturns, params),
    ],
    ({ currency }) => [currency],
    (sum, next) => ({ ...sum, count: sum.count + next.count, amount: sum.amount + next.amount }),
  );
  const moves = openingKey === undefined ? [] : drawerMovesOf(db, openingKey);
  return { tenders, returns, drawer: drawerFigures(float, tenders, moves), ...unpaidOf(db, registerKey) };
};

/** Rows of the same kind as one, in the order of their kinds. */
const joined = <T>(rows: readonly T[], kindOf: (row: T) => readonly string[], join: (sum: T, next: T) => T): T[] => {
  const kinds = new Map<string, T>();
  for (const row of rows) {
    const kind = kindOf(row).join('\n');
    const sum = kinds.get(kind);
    kinds.set(kind, sum === undefined ? row : join(sum, row));
  }
  return [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
};

/** Of a long list of unpaid sales the newest are named; all of them are in the sum. */
const MOST_NAMED = 200;

const unpaidOf = (db: Reader, registerKey: number): Pick<TillFigures, 'unpaid' | 'unpaidSales'> => {
  const rows = db.all<{ saleId: string; currency: string; total: number; paid: number }>(tillStatements.unpaid, {
    registerKey,
  });
  const sales = rows.map(({ saleId, currency, total, paid }) => ({ saleId, currency, due: total - paid }));
  const unpaid = joined(
    sales.map(({ currency, due }) => ({ currency, count: 1, due })),
    ({ currency }) => [currency],
    (sum, next) => ({ ...sum, count: sum.count + next.count, due: sum.due + next.due }),
  );
  return { unpaid, unpaidSales: sales.slice(0, MOST_NAMED) };
};

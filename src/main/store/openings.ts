import type { TillFigures } from '../domain/till-figures.ts';
import type { Reader, Writer } from './connection.ts';

/** A register from counting its float to counting its drawer. Amounts are ten-thousandths of the outlet's currency. */
export interface OpeningRow {
  readonly openingKey: number;
  readonly openingId: string;
  readonly registerKey: number;
  /** 1, 2, 3 … in its register. */
  readonly number: number;
  readonly openedAt: number;
  readonly openedBy: string | null;
  readonly float: number;
  /** Null while it is open; so are the following. */
  readonly closedAt: number | null;
  readonly closedBy: string | null;
  readonly counted: number | null;
  /** JSON. */
  readonly denominations: string | null;
  readonly note: string | null;
  /** JSON of `TillFigures`. */
  readonly figures: string | null;
}

const selectOpening = `
SELECT opening_key AS openingKey, opening_id AS openingId, register_key AS registerKey, number, opened_at AS openedAt,
       opened_by AS openedBy, float, closed_at AS closedAt, closed_by AS closedBy, counted, denominations, note, figures
  FROM openings`;

/**
 * The number of the opening that money recorded now belongs to: the one in force, or the next while the register is
 * closed (R26). An SQL expression for the register of a row; within a transaction nobody opens or closes it.
 */
export const openingInForce = (registerKey: string): string =>
  `(SELECT coalesce(max(number + (closed_at IS NOT NULL)), 1) FROM openings WHERE openings.register_key = ${registerKey})`;

/** The same as a function, which asks once for each register: for the length of one transaction only. */
export const openingNumbers = (db: Reader): ((registerKey: number) => number) => {
  const known = new Map<number, number>();
  return (registerKey) => {
    const number =
      known.get(registerKey) ??
      db.get<{ number: number }>(`SELECT ${openingInForce(':registerKey')} AS number`, { registerKey })?.number ??
      1;
    known.set(registerKey, number);
    return number;
  };
};

/** The opening that is not closed yet; undefined while the register is closed. */
export const openOpening = (db: Reader, registerKey: number): OpeningRow | undefined =>
  db.get<OpeningRow>(`${selectOpening} WHERE register_key = :registerKey AND closed_at IS NULL`, { registerKey });

export const openingById = (db: Reader, openingId: string): OpeningRow | undefined =>
  db.get<OpeningRow>(`${selectOpening} WHERE opening_id = :openingId`, { openingId });

export const insertOpening = (
  db: Writer,
  opening: Pick<OpeningRow, 'openingId' | 'registerKey' | 'number' | 'openedAt' | 'openedBy' | 'float'>,
): void => {
  db.run(
    `INSERT INTO openings (opening_id, register_key, number, opened_at, opened_by, float)
     VALUES (:openingId, :registerKey, :number, :openedAt, :openedBy, :float)`,
    { ...opening },
  );
};

export interface Close {
  readonly openingKey: number;
  readonly closedAt: number;
  readonly closedBy: string | null;
  readonly counted: number;
  readonly denominations: unknown;
  readonly note: string | null;
  readonly figures: TillFigures;
}

export const closeOpening = (db: Writer, { denominations, figures, ...close }: Close): void => {
  db.run(
    `UPDATE openings SET closed_at = :closedAt, closed_by = :closedBy, counted = :counted,
            denominations = :denominations, note = :note, figures = :figures
      WHERE opening_key = :openingKey`,
    { ...close, denominations: denominations ? JSON.stringify(denominations) : null, figures: JSON.stringify(figures) },
  );
};

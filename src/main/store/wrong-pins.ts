import type { Reader, Writer } from './connection.ts';

/** Wrong PINs for a name since the last right one. */
export interface WrongPins {
  readonly wrong: number;
  /** UTC ms. */
  readonly lastAt: number;
}

/** `name` is empty for all the names that nobody has. */
export const wrongPinsOf = (db: Reader, name: string): WrongPins =>
  db.get<WrongPins>('SELECT wrong, last_at AS lastAt FROM wrong_pins WHERE name = :name', { name }) ?? {
    wrong: 0,
    lastAt: 0,
  };

export const countWrongPin = (db: Writer, name: string, now: number): void => {
  db.run(
    `INSERT INTO wrong_pins (name, wrong, last_at) VALUES (:name, 1, :now)
     ON CONFLICT DO UPDATE SET wrong = wrong + 1, last_at = :now`,
    { name, now },
  );
};

export const forgetWrongPins = (db: Writer, name: string): void => {
  db.run('DELETE FROM wrong_pins WHERE name = :name', { name });
};

import type { Problem } from '../domain/problem.ts';
import type { Reader, Writer } from './connection.ts';
import { readSetting, removeSetting, writeSetting } from './settings.ts';

/** What the last pull failed on, kept so that a later run can still say so; none after one that worked. */
const NAME = 'last_problem';

export const rememberProblem = (db: Writer, problem: Problem): void => writeSetting(db, NAME, problem);

export const forgetProblem = (db: Writer): void => {
  if (readSetting(db, NAME) !== undefined) removeSetting(db, NAME);
};

export const lastProblem = (db: Reader): Problem | null => {
  const kept = readSetting(db, NAME);
  return isProblem(kept) ? kept : null;
};

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' &&
  value !== null &&
  ['code', 'message', 'nextStep'].every((name) => typeof Reflect.get(value, name) === 'string');

import type { Reader, Writer } from './connection.ts';
import { readSetting, writeSetting } from './settings.ts';

const name = 'sign_in_idle_minutes';
const USUAL_MINUTES = 10;

/** After how many minutes without work a sign-in ends by itself. */
export const idleMinutes = (db: Reader): number => {
  const minutes = readSetting(db, name);
  return typeof minutes === 'number' && minutes >= 1 ? minutes : USUAL_MINUTES;
};

export const setIdleMinutes = (db: Writer, minutes: number): void => writeSetting(db, name, minutes);

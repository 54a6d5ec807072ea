import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { logFolderOf } from '../logs/log.ts';
import { writeWhole } from '../write-whole.ts';

/** So many within that time, and starting again would only fail again. */
const most = 3;
const withinMs = 10 * 60_000;

const recent = (times: readonly number[], now: number): readonly number[] =>
  times.filter((at) => at <= now && now - at < withinMs);

/** Counts what went wrong lately; answers whether to try again. Times in ms. */
export const createPatience = (): ((now: number) => boolean) => {
  let times: readonly number[] = [];
  return (now) => {
    times = [...recent(times, now), now];
    return times.length <= most;
  };
};

const historyFile = (dataFolder: string): string => join(logFolderOf(dataFolder), 'crashes.json');

const readTimes = (file: string): readonly number[] => {
  if (!existsSync(file)) return [];
  try {
    return z.array(z.number()).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return [];
  }
};

/** The same across starts of the app: writes the crash down and answers whether to start again. */
export const startAgainAfterCrash = (dataFolder: string, now: number): boolean => {
  const file = historyFile(dataFolder);
  const times = [...recent(readTimes(file), now), now];
  writeWhole(file, JSON.stringify(times));
  return times.length <= most;
};

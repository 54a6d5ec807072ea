import { appendFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const name = 'tillbridge';

export interface LogLimits {
  /** A file that would grow beyond this is put aside first. */
  readonly fileBytes: number;
  /** How many files there are at most, the current one included. */
  readonly files: number;
}

/** 5 × 2 MB: weeks of a shop's days, and still small enough to send. */
const usualLimits: LogLimits = { fileBytes: 2_000_000, files: 5 };

const logName = /^tillbridge(?:\.(\d+))?\.log$/;
const ageOf = (file: string): number => Number(logName.exec(file)?.[1] ?? 0);
const fileOf = (folder: string, age: number): string => join(folder, age === 0 ? `${name}.log` : `${name}.${age}.log`);

/** Moves each file one further back; the oldest one goes. */
const rotate = (folder: string, { files }: LogLimits): void => {
  rmSync(fileOf(folder, files - 1), { force: true });
  for (let age = files - 2; age >= 0; age -= 1) {
    if (existsSync(fileOf(folder, age))) renameSync(fileOf(folder, age), fileOf(folder, age + 1));
  }
};

/**
 * Appends lines to `tillbridge.log` in the folder, at once: what was written before a crash is there after it. Throws
 * what the file system throws.
 */
export const openLogFile = (folder: string, limits: LogLimits = usualLimits): ((line: string) => void) => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const current = fileOf(folder, 0);
  let bytes = existsSync(current) ? statSync(current).size : 0;
  return (line) => {
    const size = Buffer.byteLength(line) + 1;
    if (bytes > 0 && bytes + size > limits.fileBytes) {
      rotate(folder, limits);
      bytes = 0;
    }
    appendFileSync(current, `${line}\n`, { mode: 0o600 });
    bytes += size;
  };
};

/** The log's files that there are, oldest first; absolute paths. */
export const logFilesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => logName.test(file))
        .sort((one, other) => ageOf(other) - ageOf(one))
        .map((file) => join(folder, file))
    : [];

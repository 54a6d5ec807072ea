import { join } from 'node:path';
import type { HostKind } from '../../../contract/about.ts';
import { openLogFile } from './log-file.ts';
import { redact } from './redact.ts';

type Level = 'info' | 'warning' | 'error';
type Details = Readonly<Record<string, unknown>>;

/** The app's log. `event` is a word such as `app.started`; what is said with it is redacted before it is written. */
export interface Log {
  readonly info: (event: string, details?: Details) => void;
  readonly warning: (event: string, details?: Details) => void;
  /** With the error's message and stack. */
  readonly error: (event: string, error: unknown, details?: Details) => void;
  /** From now on these words are removed wherever they stand. */
  readonly keepSecret: (secret: string) => void;
}

export interface LogDeps {
  readonly write: (line: string) => void;
  /** UTC ms. */
  readonly clock: () => number;
  readonly host: HostKind;
  /** Told once when a line could not be written: a full disk must not end the app, nor pass unseen. */
  readonly onFailure: (error: unknown) => void;
}

const wordsOf = (error: unknown): Details =>
  error instanceof Error ? { message: error.message, stack: error.stack } : { message: String(error) };

/** One JSON object a line: `at` (ISO, UTC), `level`, `event`, `host`, then the details. Never throws. */
export const createLog = ({ write, clock, host, onFailure }: LogDeps): Log => {
  const secrets = new Set<string>();
  let failed = false;
  const tell = (level: Level, event: string, details: Details): void => {
    const safe = redact(details, [...secrets]) as Details;
    try {
      write(JSON.stringify({ at: new Date(clock()).toISOString(), level, event, host, ...safe }));
      failed = false;
    } catch (error) {
      if (!failed) onFailure(error);
      failed = true;
    }
  };
  return {
    info: (event, details = {}) => tell('info', event, details),
    warning: (event, details = {}) => tell('warning', event, details),
    error: (event, error, details = {}) => tell('error', event, { ...details, ...wordsOf(error) }),
    keepSecret: (secret) => void secrets.add(secret),
  };
};

/** Where a data folder keeps its log. */
export const logFolderOf = (dataFolder: string): string => join(dataFolder, 'logs');

/** The log of a data folder, in files that only their owner can read. */
export const openLog = (dataFolder: string, host: HostKind): Log => {
  let append: ((line: string) => void) | undefined;
  return createLog({
    write: (line) => {
      append ??= openLogFile(logFolderOf(dataFolder));
      append(line);
    },
    clock: Date.now,
    host,
    onFailure: (error) => process.stderr.write(`The log cannot be written: ${String(error)}\n`),
  });
};

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { logFolderOf } from './log.ts';

const marker = z.object({
  pid: z.number().int(),
  version: z.string(),
  startedAt: z.iso.datetime(),
  /** What was going on last: `starting`, `open`, `asleep`, `stopping`. */
  doing: z.string(),
});
export type RunMarker = z.output<typeof marker>;

export interface Run {
  /** What an earlier run left behind that did not end well; null when it did. */
  readonly before: RunMarker | null;
  /** Leaves a crumb: what is going on now. */
  readonly doing: (what: string) => void;
  /** It ended well. */
  readonly ended: () => void;
}

const read = (file: string): RunMarker | null => {
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8');
  try {
    return marker.parse(JSON.parse(text));
  } catch {
    // Cut off while it was written: that it is there says enough.
    return { pid: 0, version: 'unknown', startedAt: new Date(0).toISOString(), doing: 'unknown' };
  }
};

/**
 * A file that is there while the app runs. Found at a start, it tells that the run before was killed or crashed, and
 * what it was doing. Only whoever owns the data folder may begin a run: two would take each other's marker for a crash.
 */
export const beginRun = (dataFolder: string, { version, now }: { version: string; now: number }): Run => {
  const file = join(logFolderOf(dataFolder), 'running.json');
  const before = read(file);
  const startedAt = new Date(now).toISOString();
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const doing = (what: string): void =>
    writeFileSync(file, JSON.stringify({ pid: process.pid, version, startedAt, doing: what } satisfies RunMarker), {
      mode: 0o600,
    });
  doing('starting');
  return { before, doing, ended: () => rmSync(file, { force: true }) };
};

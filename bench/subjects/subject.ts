import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openPages, type PageFolder } from '../pages/page-folder.ts';

/** What a subject is told by the harness, as its one argument in JSON. Folders are absolute paths. */
export interface SubjectInput {
  readonly pages: string;
  readonly pageCount: number;
  /** Whether every page's text is in memory before the measuring begins; else it is read from its file when due. */
  readonly preload: boolean;
  /** A folder of its own to write to; see `templateOf` for what lies in it. */
  readonly work: string;
  /** Rows that the limit writes; empty for every other subject. */
  readonly rows: string;
}

/** What a subject prints as its last line. */
export interface SubjectResult {
  /** From the first page's text to everything being durable and closed. */
  readonly ms: number;
  /** Processor time of all its threads meanwhile: what a busy machine hardly changes. */
  readonly cpuMs: number;
  /** Orders stored so far, and when, in ms since the beginning; only where the subject tells. */
  readonly marks: readonly (readonly [orders: number, ms: number])[];
  /** The most memory that the process ever held. */
  readonly peakBytes: number;
  /** All that lies in the work folder once everything is closed. */
  readonly diskBytes: number;
}

/** Does all the work, the end of it included: nothing may be left to be written later. */
type Work = (pages: PageFolder, mark: (orders: number) => void) => Promise<void> | void;

/**
 * Runs this process as a subject: `prepare` opens what is needed and is not timed, the work it returns is.
 * Prints the result.
 */
export const runSubject = async (prepare: (input: SubjectInput) => Promise<Work> | Work): Promise<void> => {
  const input: SubjectInput = JSON.parse(process.argv[2] ?? '{}');
  const work = await prepare(input);
  const pages = openPages(input.pages, input.pageCount, input.preload);
  await runTimed(input.work, (mark) => work(pages, mark));
};

/** Times some work that writes into a folder and prints the result. `notCounted`: ms so far that are not its own. */
export const runTimed = async (
  folder: string,
  work: (mark: (orders: number) => void) => Promise<void> | void,
  notCounted: () => number = () => 0,
): Promise<void> => {
  const marks: [number, number][] = [];
  const usedBefore = process.cpuUsage();
  const began = performance.now();
  const passed = () => performance.now() - began - notCounted();
  await work((orders) => marks.push([orders, passed()]));
  const ms = passed();
  const used = process.cpuUsage(usedBefore);
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  const cpuMs = (used.user + used.system) / 1000;
  const result: SubjectResult = { ms, cpuMs, marks, peakBytes, diskBytes: bytesBelow(folder) };
  process.stdout.write(`\n${JSON.stringify(result)}\n`);
};

const bytesBelow = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

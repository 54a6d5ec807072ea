import { measureInRounds, median, medianRatio, resultsOf } from './measure.ts';
import { growthPages } from './p3-growth.ts';
import { PAGE_SIZE } from './pages/page-folder.ts';
import { type Finding, megabytes, type Report, thousands } from './report.ts';
import type { SubjectResult } from './subjects/subject.ts';
import type { PageSet, Workshop } from './workshop.ts';

const ROUNDS = 3;
const QUICK_ROUNDS = 1;
const MOST_MEMORY = 1.5;
const MOST_DISK = 1.3;
/** A tenth of the orders shows whether memory grows with them. */
const SMALL_PART = 10;

/** P7: what an import holds in memory and leaves on the disk, against the limit's. */
export const memoryAndDisk = async (workshop: Workshop): Promise<Report> => {
  const set = await workshop.pageSet(growthPages(workshop));
  const small: PageSet = { ...set, pageCount: set.pageCount / SMALL_PART };
  const rounds = workshop.quick ? QUICK_ROUNDS : ROUNDS;
  const measured = await measureInRounds(
    [
      await workshop.ours(set, false),
      await workshop.limit(set, false),
      { ...(await workshop.ours(small, false)), name: 'ours, small' },
    ],
    rounds,
    workshop.say,
  );
  const orders = set.pageCount * PAGE_SIZE;
  const ours = resultsOf(measured, 'ours');
  const limit = resultsOf(measured, 'limit');
  return {
    id: 'P7',
    title: `Memory and disk at ${thousands(orders)} orders`,
    findings: [
      compared('most memory held', ours, limit, { of: peak, as: megabytes, most: MOST_MEMORY }),
      compared(`the same, against a tenth of the orders`, ours, resultsOf(measured, 'ours, small'), {
        of: peak,
        as: megabytes,
        most: MOST_MEMORY,
      }),
      compared('disk, an order', ours, limit, {
        of: ({ diskBytes }) => diskBytes / orders,
        as: (bytes) => `${thousands(bytes)} bytes`,
        most: MOST_DISK,
      }),
    ],
    notes: [
      `Median of ${rounds} runs of each, in a process of its own, which reads one page at a time from its file.`,
      'Memory: the largest resident set of the whole process, as the system counts it, with all of its threads and SQLite (a page cache of 64 MB). The limit holds a page and its ready-made rows.',
      'Disk: everything in the data folder once the database is closed and its write-ahead log is in it.',
      'An order here is any that was read: some are not sales, being incomplete.',
    ],
  };
};

const peak = ({ peakBytes }: SubjectResult): number => peakBytes;

const compared = (
  what: string,
  ours: readonly SubjectResult[],
  theirs: readonly SubjectResult[],
  { of, as, most }: { of: (result: SubjectResult) => number; as: (value: number) => string; most: number },
): Finding => {
  const ratio = medianRatio(ours, theirs, of);
  return {
    what,
    ours: as(median(ours.map(of))),
    against: as(median(theirs.map(of))),
    ratio,
    goal: `≤ ${most}`,
    reached: ratio <= most,
  };
};

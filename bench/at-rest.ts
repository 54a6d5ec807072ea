import { setTimeout as pause } from 'node:timers/promises';
import { memoryOf, openSilentWindow, startBrowserTill } from './browser-till.ts';
import { median } from './measure.ts';
import { megabytes, type Report } from './report.ts';
import type { Workshop } from './workshop.ts';

const MINUTES = 60;
const QUICK_MINUTES = 3;
/** Below the five seconds for which the server keeps a connection open. */
const SAMPLE_MS = 3_000;
/** The first orders fill caches that are as large as they get: growth is counted from here. */
const WARM_PART = 0.25;
const MOST = 1.1;

/** What a till holds in memory that is open all day: at rest, and after an hour in which orders kept coming. */
export const atRest = async ({ quick, folder, say }: Workshop): Promise<Report> => {
  const minutes = quick ? QUICK_MINUTES : MINUTES;
  const { program, address } = await startBrowserTill(folder('rest'), ['--practice', '--orders', '150', '--seed', '1']);
  const samples: number[] = [];
  try {
    const window = await openSilentWindow(address);
    const until = Date.now() + minutes * 60_000;
    while (Date.now() < until) {
      await pause(SAMPLE_MS);
      await Promise.all(['fulfillments.list', 'sales.list', 'sales.summary', 'stock.list'].map(window.ask));
      const bytes = memoryOf(program.child.pid ?? 0);
      if (bytes === null) throw new Error('Memory is counted on Linux only.');
      samples.push(bytes);
      if (samples.length % 100 === 0) say(`${samples.length / 20} minutes: ${megabytes(bytes)}`);
    }
    window.close();
  } finally {
    await program.stop();
  }
  const warm = samples.slice(Math.floor(samples.length * WARM_PART));
  const quarter = Math.max(1, Math.floor(warm.length / 4));
  const first = median(warm.slice(0, quarter));
  const last = median(warm.slice(-quarter));
  return {
    id: 'P7b',
    title: `Memory of ${minutes} minutes with an order every ten seconds`,
    findings: [
      {
        what: 'memory at the end',
        ours: megabytes(last),
        against: `${megabytes(first)} once warm`,
        ratio: last / first,
        goal: `≤ ${MOST}`,
        reached: last / first <= MOST,
      },
      {
        what: 'memory at rest, just started',
        ours: megabytes(samples[0] ?? 0),
        against: '',
        ratio: null,
        goal: '',
        reached: null,
      },
    ],
    notes: [
      'The browser host with its practice store in one process, and a window that hears every event and reads four lists every three seconds.',
      'Resident set of the whole process. "Warm" is the median of the time from 25 % to 44 %, "the end" that of the last 19 %.',
    ],
  };
};

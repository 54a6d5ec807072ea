import { measureInRounds, median, resultsOf } from './measure.ts';
import { PAGE_SIZE } from './pages/page-folder.ts';
import { decimals, type Report, thousands } from './report.ts';
import type { SubjectResult } from './subjects/subject.ts';
import type { Workshop } from './workshop.ts';

/** Copies of the first orders that a store grows by. */
const COPIES = 10;
const ORDERS_OF_A_COPY = 20_000;
const QUICK_ORDERS_OF_A_COPY = 4_000;
const ROUNDS = 5;
const QUICK_ROUNDS = 2;
const MOST = 1.3;

/** The pages that P3 and P7 grow a store with. */
export const growthPages = ({ quick }: Workshop) => ({
  orders: quick ? QUICK_ORDERS_OF_A_COPY : ORDERS_OF_A_COPY,
  copies: COPIES,
});

/** P3: what an order costs while the store grows, by windows as large as the first orders. */
export const growth = async (workshop: Workshop): Promise<Report> => {
  const wanted = growthPages(workshop);
  const set = await workshop.pageSet(wanted);
  const rounds = workshop.quick ? QUICK_ROUNDS : ROUNDS;
  const measured = await measureInRounds([await workshop.ours(set, false)], rounds, workshop.say);
  const windows = resultsOf(measured, 'ours').map((result) => costs(result, wanted.orders, set.pageCount * PAGE_SIZE));
  const medians = Array.from({ length: COPIES }, (_, window) =>
    median(windows.map((each) => each[window] ?? Number.NaN)),
  );
  const first = medians.at(0) ?? Number.NaN;
  const last = medians.at(-1) ?? Number.NaN;
  const ratio = median(windows.map((each) => (each.at(-1) ?? Number.NaN) / (each.at(0) ?? Number.NaN)));
  return {
    id: 'P3',
    title: `Growth to ${thousands(set.pageCount * PAGE_SIZE)} orders`,
    findings: [
      {
        what: `an order among the last ${thousands(wanted.orders)}`,
        ours: microseconds(last),
        against: `${microseconds(first)} among the first`,
        ratio,
        goal: `≤ ${decimals(MOST)}`,
        reached: ratio <= MOST,
      },
    ],
    details: {
      head: ['orders in the store', 'an order costs', 'of the first'],
      rows: medians.map((cost, window) => [
        thousands((window + 1) * wanted.orders),
        microseconds(cost),
        decimals(cost / first),
      ]),
    },
    notes: [
      `Median of ${rounds} runs, each in a process and a data folder of its own.`,
      'Timed: as in P2, and reading each page from its file, which is the same for every window. The cost of closing is not in any window.',
      'The pages are the same orders again and again, as placed by other people at other times: ids, dates and e-mail addresses differ, products do not.',
      'The first window has the start of the process in it (code not compiled yet), which flatters the ratio a little; the second window is beside it.',
    ],
  };
};

export const microseconds = (ms: number): string => `${Math.round(ms * 1000)} µs`;

/** Ms an order, by window. A window ends with the first mark at or beyond its last order. */
export const costs = ({ marks }: SubjectResult, size: number, total: number): number[] => {
  const ends = Array.from({ length: total / size }, (_, window) => {
    const mark = marks.find(([orders]) => orders >= (window + 1) * size);
    if (!mark) throw new Error(`The import ended before order ${(window + 1) * size}.`);
    return mark;
  });
  return ends.map(([orders, ms], window) => {
    const [ordersBefore, msBefore] = ends[window - 1] ?? [0, 0];
    return (ms - msBefore) / (orders - ordersBefore);
  });
};

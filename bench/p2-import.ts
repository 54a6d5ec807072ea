import { type Measured, measureInRounds, median, medianRatio, resultsOf } from './measure.ts';
import { PAGE_SIZE } from './pages/page-folder.ts';
import { type Peer, peers } from './peers/peers.ts';
import { decimals, type Finding, type Report, seconds, thousands } from './report.ts';
import type { SubjectResult } from './subjects/subject.ts';
import type { Workshop } from './workshop.ts';

const ORDERS = 20_000;
const QUICK_ORDERS = 5_000;
const ROUNDS = 5;
const QUICK_ROUNDS = 3;

/** P2: pages of orders to durable sales, against raw SQLite and against stores that only save documents or rows. */
export const importSpeed = async (workshop: Workshop): Promise<Report> => {
  const { quick, say } = workshop;
  const set = await workshop.pageSet({ orders: quick ? QUICK_ORDERS : ORDERS, copies: 1 });
  const subjects = [
    workshop.other('parsing', 'subjects/parse.ts', set),
    await workshop.limit(set, true),
    await workshop.ours(set, true),
    ...peers.map(({ name, file }) => workshop.other(name, file, set)),
  ];
  const rounds = quick ? QUICK_ROUNDS : ROUNDS;
  const measured = await measureInRounds(subjects, rounds, say);
  return report(measured, set.pageCount * PAGE_SIZE, rounds);
};

const report = (measured: ReadonlyMap<string, Measured>, orders: number, rounds: number): Report => {
  const ours = resultsOf(measured, 'ours');
  const limit = resultsOf(measured, 'limit');
  const parsing = resultsOf(measured, 'parsing');
  const toLimit = medianRatio(ours, limit);
  return {
    id: 'P2',
    title: `Import of ${thousands(orders)} orders`,
    findings: [
      {
        what: 'against the limit: raw SQLite',
        ours: time(ours),
        against: time(limit),
        ratio: toLimit,
        goal: '≤ 1.00',
        reached: toLimit <= 1,
      },
      ...peers.map((peer) => againstPeer(peer, ours, measured.get(peer.name) ?? { failure: 'it was never started' })),
    ],
    details: {
      head: ['subject', 'median', 'fastest', 'slowest', '× bare parsing', 'processor', 'orders a second'],
      rows: [...measured].flatMap(([name, runs]) => ('failure' in runs ? [] : [detail(name, runs, parsing, orders)])),
    },
    notes: [
      `Median of ${rounds} interleaved rounds, each run in a process of its own; ratios are the median of the rounds' own ratios.`,
      'Timed: from the first page as text in memory, through `JSON.parse` of each page, until everything is durable and the database is closed, so that a checkpoint which was put off is paid for. Not timed: reading the page files, starting the process, making an empty database, the network.',
      'Processor: the time that all threads of the process used, which other work on the machine hardly changes.',
      'Pages of 250 orders are what the practice store answers over HTTP (about 1.9 MB each), lines, addresses and fees included. Ours asks further for the lines of the few orders whose lines a page cuts off; the limit and the peers do not.',
      'Ours: validation, every rule, customers, products, sales, lines, payments, stock ledger, fulfillments, timeline, search index, cursor.',
      'The limit writes exactly the rows that ours ends with, from arrays made before, with prepared statements and one transaction a page, into the same schema and settings (WAL, synchronous=FULL).',
      'Peers save the same orders as sale, lines and payments, without validation or rules, in the bulk way their documentation names; how, and how durable each is, is said in `bench/peers/README.md`. They start when `npm ci --prefix bench/peers` has installed them.',
    ],
  };
};

const times = (runs: readonly SubjectResult[]): number[] => runs.map(({ ms }) => ms);
const time = (runs: readonly SubjectResult[]): string => seconds(median(times(runs)));

const againstPeer = ({ name, survives }: Peer, ours: readonly SubjectResult[], runs: Measured): Finding => {
  const what = `against ${name}${survives === 'power loss' ? '' : ', which a power loss may cost orders'}`;
  const goal = '< 1.00';
  if ('failure' in runs) {
    return { what, ours: time(ours), against: `does not run here: ${runs.failure}`, ratio: null, goal, reached: null };
  }
  const ratio = medianRatio(ours, runs);
  return { what, ours: time(ours), against: time(runs), ratio, goal, reached: ratio < 1 };
};

const detail = (
  name: string,
  runs: readonly SubjectResult[],
  parsing: readonly SubjectResult[],
  orders: number,
): string[] => [
  name,
  time(runs),
  seconds(Math.min(...times(runs))),
  seconds(Math.max(...times(runs))),
  decimals(medianRatio(runs, parsing)),
  seconds(median(runs.map(({ cpuMs }) => cpuMs))),
  thousands(orders / (median(times(runs)) / 1000)),
];

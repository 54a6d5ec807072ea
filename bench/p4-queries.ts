import { median } from './measure.ts';
import { openBigTill } from './million/big-till.ts';
import { type Question, questionsOf } from './million/questions.ts';
import { typedQuestionsOf } from './million/typed-questions.ts';
import { decimals, type Finding, type Report, thousands } from './report.ts';
import type { Workshop } from './workshop.ts';

const ROUNDS = 7;
const QUICK_ROUNDS = 5;
/** Not counted: a till runs all day, and its code is compiled when somebody asks. */
const ROUNDS_BEFORE = 5;
/** Times what it costs by hand, and so many ms besides. */
const MOST_TIMES = 1.5;
const MOST_BESIDES_MS = 0.3;

/** P4: what a question costs at a million sales, from dispatch to JSON, and by hand on the same database. */
export const queries = async (workshop: Workshop): Promise<Report> => {
  const { folder } = await workshop.bigShop();
  const till = await openBigTill(folder);
  try {
    await settled(till);
    const { sales } = till.database.prepare('SELECT count(*) AS sales FROM sales').get() as { sales: number };
    const rounds = workshop.quick ? QUICK_ROUNDS : ROUNDS;
    const findings: Finding[] = [];
    for (const question of [...questionsOf(till), ...typedQuestionsOf(till)]) {
      const finding = findingOf(question, await measure(question, rounds));
      workshop.say(`${finding.what}: ${finding.ours}, ${finding.against}`);
      findings.push(finding);
    }
    return {
      id: 'P4',
      title: `Queries at ${thousands(sales)} sales`,
      findings,
      notes: [
        `Ours: from \`dispatch\` to JSON text, input and output checked. By hand: prepared statements of better-sqlite3 on the same database, its rows as JSON (\`bench/million/by-hand.ts\`).`,
        `Median of ${rounds} interleaved rounds, each the median of asking about 15 different things; pages of 50. Both have asked for ${ROUNDS_BEFORE} rounds before.`,
        `Goal: ≤ ${MOST_TIMES} × by hand + ${MOST_BESIDES_MS} ms; text ≤ 50 ms and counts ≤ 5 ms besides.`,
        'Of products and stock, those that the shop has ever sold are searched: some hundreds.',
        'The shop is five years old, and was imported by the product from what a practice store answers.',
      ],
    };
  } finally {
    await till.stop();
  }
};

/** Counts and figures are looked at whenever a till starts: that is over once the sync thread answers. */
const settled = async ({ ask }: Awaited<ReturnType<typeof openBigTill>>): Promise<void> => {
  await ask('sync.now', {});
};

interface Took {
  readonly ours: number;
  readonly byHand: number;
}

const measure = async ({ ours, byHand }: Question, rounds: number): Promise<Took[]> => {
  const round = async (turned: boolean): Promise<Took> => {
    const took: Took[] = [];
    for (const [at, ask] of ours.entries()) {
      const hand = byHand[at] ?? (() => undefined);
      if (turned) {
        const byHand = timed(hand);
        took.push({ ours: await timedAsync(ask), byHand });
      } else took.push({ ours: await timedAsync(ask), byHand: timed(hand) });
    }
    return { ours: median(took.map(({ ours }) => ours)), byHand: median(took.map(({ byHand }) => byHand)) };
  };
  for (let at = 0; at < ROUNDS_BEFORE; at++) await round(false);
  const took: Took[] = [];
  for (let at = 0; at < rounds; at++) took.push(await round(at % 2 === 1));
  return took;
};

const timed = (work: () => unknown): number => {
  const began = performance.now();
  work();
  return performance.now() - began;
};

const timedAsync = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

const findingOf = ({ what, most, byHand: compared }: Question, took: readonly Took[]): Finding => {
  const ours = median(took.map(({ ours }) => ours));
  if (compared.length === 0) {
    const limit = most ?? Number.POSITIVE_INFINITY;
    return {
      what,
      ours: milliseconds(ours),
      against: '',
      ratio: null,
      goal: `≤ ${milliseconds(limit)}`,
      reached: ours <= limit,
    };
  }
  const byHand = median(took.map(({ byHand }) => byHand));
  const limit = Math.min(MOST_TIMES * byHand + MOST_BESIDES_MS, most ?? Number.POSITIVE_INFINITY);
  return {
    what,
    ours: milliseconds(ours),
    against: `${milliseconds(byHand)} by hand`,
    ratio: median(took.map(({ ours, byHand }) => ours / byHand)),
    goal: `≤ ${milliseconds(limit)}`,
    reached: ours <= limit,
  };
};

const milliseconds = (ms: number): string => `${decimals(ms)} ms`;

import { spawn } from 'node:child_process';
import { closeSync, cpSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { type BigTill, openBigTill } from './million/big-till.ts';
import type { OrdersServed } from './million/order-server.ts';
import { questionsOf } from './million/questions.ts';
import { decimals, type Finding, type Report, thousands } from './report.ts';
import { databaseOf } from './subjects/import-orders.ts';
import type { Workshop } from './workshop.ts';

const ORDERS_OF_A_COPY = 20_000;
const COPIES = 5;
const QUICK_ORDERS_OF_A_COPY = 2_000;
const QUICK_COPIES = 2;
/** Somebody asks so often, and works on goods every so many times. */
const EVERY_MS = 20;
const PICKS_AMONG = 5;
const REST_MS = 40_000;
const QUICK_REST_MS = 5_000;
const MOST_TIMES = 3;
const MOST_MS = 30;

/** P5: whether anybody at the desk notices that a hundred thousand orders are being imported. */
export const neverWaits = async (workshop: Workshop): Promise<Report> => {
  const { quick } = workshop;
  const { folder } = await workshop.bigShop();
  const recent = await workshop.pageSet({
    orders: quick ? QUICK_ORDERS_OF_A_COPY : ORDERS_OF_A_COPY,
    copies: 1,
    days: 30,
  });
  const work = workshop.folder('never-waits');
  cpSync(folder, work, { recursive: true });
  const copies = quick ? QUICK_COPIES : COPIES;
  const store = await startOrders({
    ...recent,
    copies,
    firstId: 10_000_000_000,
    folder: workshop.folder('orders'),
  });
  moveTo(work, store.base);
  awaitDisk(databaseOf(work));
  const till = await openBigTill(work, store.token);
  try {
    const before = salesIn(till);
    const desk = deskOf(till);
    await till.call('sync.status', {});
    workshop.say('at rest');
    const rest = await desk.work(delay(quick ? QUICK_REST_MS : REST_MS));
    workshop.say('while orders are imported');
    const began = performance.now();
    const importing = till.call('sync.now', {});
    const busy = await desk.work(importing);
    const took = performance.now() - began;
    const imported = salesIn(till) - before;
    return {
      id: 'P5',
      title: `Never waits: the desk while ${thousands(imported)} sales are imported`,
      findings: [
        findingOf('p99 of queries', rest.queries, busy.queries),
        findingOf('p99 of picks', rest.picks, busy.picks),
        {
          what: 'half of the queries, half of the picks',
          ours: `${milliseconds(at(busy.queries, 0.5))}, ${milliseconds(at(busy.picks, 0.5))}`,
          against: `${milliseconds(at(rest.queries, 0.5))}, ${milliseconds(at(rest.picks, 0.5))} at rest`,
          ratio: null,
          goal: '',
          reached: null,
        },
        {
          what: 'the longest of each',
          ours: `${milliseconds(at(busy.queries, 1))}, ${milliseconds(at(busy.picks, 1))}`,
          against: `${milliseconds(at(rest.queries, 1))}, ${milliseconds(at(rest.picks, 1))} at rest`,
          ratio: null,
          goal: '',
          reached: null,
        },
      ],
      notes: [
        `At ${thousands(before)} sales. ${thousands(rest.queries.length + rest.picks.length)} calls at rest, ${thousands(busy.queries.length + busy.picks.length)} while the import ran, which took ${Math.round(took / 1000)} s with them.`,
        `Every ${EVERY_MS} ms one call, from \`dispatch\` to JSON: the questions of P4 one after the other, and every fifth time a piece is picked. Counted from the moment at which it was due, so that whatever blocks the thread before counts as well.`,
        'The whole app with its threads. The store is a process of its own on the same two cores, which takes its part of them.',
      ],
    };
  } finally {
    await till.stop();
    store.stop();
    rmSync(work, { recursive: true, force: true });
  }
};

const startOrders = async (served: OrdersServed) => {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'million/order-server.ts'), JSON.stringify(served)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [line] = await Promise.race([
    createInterface({ input: child.stdout })
      [Symbol.asyncIterator]()
      .next()
      .then(({ value }) => [String(value)]),
    new Promise<never>((_, reject) => {
      child.once('exit', (code) => reject(new Error(`The store of new orders ended (${code}).`)));
    }),
  ]);
  const { base, token }: { base: string; token: string } = JSON.parse(line ?? '');
  return { base, token, stop: () => child.kill('SIGTERM') };
};

/** The store that a till is linked to now listens here; and there was a check-up lately. */
const moveTo = (folder: string, apiBase: string): void => {
  const database = new Database(databaseOf(folder));
  database.prepare('UPDATE links SET api_base = ?').run(apiBase);
  database.prepare('UPDATE cursors SET checked_up_at = ?').run(Date.now());
  database.close();
};

/** Gigabytes that were copied a moment ago go to the disk now, and not while somebody waits for it. */
const awaitDisk = (file: string): void => {
  const copied = openSync(file, 'r+');
  fsyncSync(copied);
  closeSync(copied);
};

const salesIn = ({ database }: BigTill): number =>
  (database.prepare('SELECT count(*) AS count FROM sales').get() as { count: number }).count;

interface Took {
  readonly queries: number[];
  readonly picks: number[];
}

/** Somebody who works at the desk without a pause. */
const deskOf = (till: BigTill) => {
  const questions = questionsOf(till);
  const goods = till.database
    .prepare(
      `SELECT f.fulfillment_id AS fulfillmentId, f.version, fl.line_id AS lineId
         FROM fulfillments f JOIN fulfillment_lines fl ON fl.fulfillment_key = f.fulfillment_key AND fl.position = 0
        WHERE f.status = 'new' AND fl.ordered > fl.picked LIMIT 20000`,
    )
    .all() as { fulfillmentId: string; version: number; lineId: string }[];
  let calls = 0;
  const query = async (): Promise<void> => {
    const { ours } = questions[calls % questions.length] ?? { ours: [] };
    await ours[Math.floor(calls / questions.length) % ours.length]?.();
  };
  const pick = async (): Promise<void> => {
    const next = goods.pop();
    if (!next) throw new Error('There is nothing left to pick.');
    const { fulfillmentId, version, lineId } = next;
    const answer = await till.ask('fulfillments.pick', { fulfillmentId, version, lines: [{ lineId, quantity: 1 }] });
    if (!answer.startsWith('{"ok":true')) throw new Error(`A pick was refused: ${answer}`);
  };
  return {
    work: async (until: Promise<unknown>): Promise<Took> => {
      const took: Took = { queries: [], picks: [] };
      let isOver = false;
      const over = until.finally(() => {
        isOver = true;
      });
      for (let due = performance.now(); !isOver; due = Math.max(due + EVERY_MS, performance.now())) {
        await delay(Math.max(0, due - performance.now()));
        const isPick = ++calls % PICKS_AMONG === 0;
        await (isPick ? pick() : query());
        (isPick ? took.picks : took.queries).push(performance.now() - due);
      }
      await over;
      return took;
    },
  };
};

const at = (took: readonly number[], part: number): number => {
  const sorted = took.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
};

const findingOf = (what: string, rest: readonly number[], busy: readonly number[]): Finding => {
  const [ours, against] = [at(busy, 0.99), at(rest, 0.99)];
  return {
    what,
    ours: milliseconds(ours),
    against: `${milliseconds(against)} at rest`,
    ratio: ours / against,
    goal: `≤ ${MOST_TIMES} ×, < ${MOST_MS} ms`,
    reached: ours <= MOST_TIMES * against && ours < MOST_MS,
  };
};

const milliseconds = (ms: number): string => `${decimals(ms, 1)} ms`;

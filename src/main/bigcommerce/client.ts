import { setTimeout as delay } from 'node:timers/promises';
import { Agent } from 'undici';
import { type Answer, readText, readWritten } from './answer.ts';
import { parseJson } from './json.ts';
import { permitted } from './permissions.ts';
import { StoreProblem } from './problem.ts';
import { createQuota, HURRIED_RESERVE, type QuotaSeen, retryAfter, USUAL_RESERVE } from './quota.ts';
import { type Request, sendRead, sendWrite } from './send.ts';
import { type Posts, type Puts, requireWritable } from './writable.ts';

export type Query = Readonly<Record<string, string | number>>;

/** Reads from one BigCommerce store. Throws `StoreProblem`. */
export interface Client {
  /** The parsed JSON, or null where there is nothing (204). `path` begins behind `/stores/{hash}`. */
  get(path: string, query?: Query): Promise<unknown>;
  /** The same as text, for whoever has it parsed elsewhere. */
  getText(path: string, query?: Query): Promise<string | null>;
  /** BigCommerce's clock by its last answer (UTC ms); null before the first. */
  serverTime(): number | null;
  /** The store's quota by its last answer; null before the first. */
  quota(): QuotaSeen | null;
  /** How many requests were sent so far. */
  asked(): number;
  close(): Promise<void>;
}

/** Reads, and writes what `writable.ts` lists. Throws `StoreProblem`. */
export interface WritingClient extends Client {
  /**
   * Sent once, whatever happens: only who knows what it means may send it again (design law 4). Where the problem says
   * `outcomeUnknown`, it may have taken effect. The parsed JSON, or null where there is nothing.
   */
  put<P extends keyof Puts>(path: P, body: Puts[P]): Promise<unknown>;
  /** The same: nothing that is posted is ever sent again by itself. */
  post<P extends keyof Posts>(path: P, body: Posts[P]): Promise<unknown>;
  /** Leaves other apps less of the quota while the work lasts: for what staff did, which should not wait for long. */
  hurry<T>(work: () => Promise<T>): Promise<T>;
}

export interface ClientOptions {
  /** Without a slash at the end, e.g. `https://api.bigcommerce.com/stores/abc`. */
  readonly apiBase: string;
  readonly token: string;
  readonly clock: () => number;
  /** Ends whatever is under way. */
  readonly signal: AbortSignal;
  /** Told before a wait that BigCommerce asked for, in ms. */
  readonly onWait?: (ms: number) => void;
}

/** No order page is near this; a body without an end must not fill the memory. */
const MAX_BODY_BYTES = 128 * 1024 * 1024;
const TIMEOUT_MS = 30_000;
/** Longer waits are left to the pull loop, which can say so and be asked again. */
const LONGEST_WAIT_MS = 35_000;
const BUSY_TRIES = 3;

export const createClient = (options: ClientOptions): WritingClient => {
  const { apiBase, token, clock, signal, onWait } = options;
  const quota = createQuota(clock);
  const agent = new Agent({
    connect: { timeout: 10_000 },
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
    maxResponseSize: MAX_BODY_BYTES,
  });
  let serverTime: number | null = null;
  let asked = 0;
  let reserve = USUAL_RESERVE;
  const wait = async (ms: number) => {
    if (ms <= 0) return;
    onWait?.(ms);
    await delay(ms, undefined, { signal });
  };
  const waitForTurn = async () => {
    let waited = 0;
    for (let ms = quota.take(reserve); ms > 0; ms = quota.take(reserve)) {
      if (waited >= LONGEST_WAIT_MS) return quota.takeAnyway();
      const some = Math.min(ms, LONGEST_WAIT_MS - waited);
      await wait(some);
      waited += some;
    }
  };
  const inTurn = async (send: (request: Request) => Promise<Answer>, url: string): Promise<Answer> => {
    await waitForTurn();
    asked += 1;
    const answer = await send({ url, token, signal, agent }).catch((error: unknown) => {
      quota.answered(null);
      throw error;
    });
    quota.answered(answer.headers);
    const date = Date.parse(String(answer.headers.date));
    if (!Number.isNaN(date)) serverTime = date;
    return withoutToken(answer, token);
  };
  const read = async (path: string, query: Query): Promise<string | null> => {
    const url = addressOf(apiBase + path, query);
    for (let tries = 1; ; tries++) {
      const answer = await inTurn(sendRead, url);
      if (answer.status !== 429) return readText(answer);
      const ms = retryAfter(answer.headers);
      if (tries === BUSY_TRIES || ms === null || ms > LONGEST_WAIT_MS) throw busy(ms);
      await wait(ms);
    }
  };
  const getText: Client['getText'] = (path, query = {}) => permitted(read(path, query), 'GET', path);
  const get: Client['get'] = async (path, query) => {
    const text = await getText(path, query);
    return text === null ? null : parseJson(text);
  };
  const write = async (method: 'PUT' | 'POST', path: string, body: object): Promise<unknown> => {
    requireWritable(method, path, body);
    const answer = await inTurn((request) => sendWrite(request, method, body), apiBase + path);
    if (answer.status === 429) throw busy(retryAfter(answer.headers));
    return readWritten(answer);
  };
  return {
    get,
    getText,
    put: (path, body) => permitted(write('PUT', path, body), 'PUT', path),
    post: (path, body) => permitted(write('POST', path, body), 'POST', path),
    hurry: async (work) => {
      reserve = HURRIED_RESERVE;
      try {
        return await work();
      } finally {
        reserve = USUAL_RESERVE;
      }
    },
    serverTime: () => serverTime,
    quota: quota.seen,
    asked: () => asked,
    close: () => agent.destroy(),
  };
};

/** Shorter ones are no tokens of BigCommerce's, and would be found in words that have nothing to do with them. */
const SHORTEST_TOKEN = 16;

/** A gateway that says back what it was sent must not carry the token into a message, a log or a held order. */
const withoutToken = (answer: Answer, token: string): Answer =>
  token.length >= SHORTEST_TOKEN && answer.body.includes(token)
    ? { ...answer, body: answer.body.replaceAll(token, '[token]') }
    : answer;

const busy = (retryAfterMs: number | null): StoreProblem => new StoreProblem('busy', '', { retryAfterMs });

const addressOf = (base: string, query: Query): string => {
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  return search.size > 0 ? `${base}?${search}` : base;
};

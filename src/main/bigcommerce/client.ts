import { setTimeout as delay } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { type ProblemKind, StoreProblem } from './problem.ts';
import { createQuota, type Headers, type QuotaSeen, retryAfter } from './quota.ts';

/**
 * Reads from one BigCommerce store. It can only read: there is no way to create or delete an order in it (R13, R31).
 * Throws `StoreProblem`.
 */
export interface Client {
  /** The parsed JSON, or null where there is nothing (204). `path` begins behind `/stores/{hash}`. */
  get(path: string, query?: Readonly<Record<string, string | number>>): Promise<unknown>;
  /** BigCommerce's clock by its last answer (UTC ms); null before the first. */
  serverTime(): number | null;
  /** The store's quota by its last answer; null before the first. */
  quota(): QuotaSeen | null;
  /** How many requests were sent so far. */
  asked(): number;
  close(): Promise<void>;
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

export const createClient = (options: ClientOptions): Client => {
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
  const wait = async (ms: number) => {
    if (ms <= 0) return;
    onWait?.(ms);
    await delay(ms, undefined, { signal });
  };
  const once = async (url: string): Promise<Answer> => {
    await wait(Math.min(quota.pause(), LONGEST_WAIT_MS));
    asked += 1;
    const answer = await send(url, { token, signal, agent });
    quota.note(answer.headers);
    const date = Date.parse(String(answer.headers.date));
    if (!Number.isNaN(date)) serverTime = date;
    return answer;
  };
  const get: Client['get'] = async (path, query = {}) => {
    const url = addressOf(apiBase + path, query);
    for (let tries = 1; ; tries++) {
      const answer = await once(url);
      if (answer.status !== 429) return read(answer);
      const ms = retryAfter(answer.headers);
      if (tries === BUSY_TRIES || ms === null || ms > LONGEST_WAIT_MS) throw new StoreProblem('busy', '', ms);
      await wait(ms);
    }
  };
  return { get, serverTime: () => serverTime, quota: quota.seen, asked: () => asked, close: () => agent.destroy() };
};

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

const addressOf = (base: string, query: Readonly<Record<string, string | number>>): string => {
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  return search.size > 0 ? `${base}?${search}` : base;
};

const send = async (
  url: string,
  { token, signal, agent }: { token: string; signal: AbortSignal; agent: Agent },
): Promise<Answer> => {
  const failed = (kind: ProblemKind) => (error: unknown) => {
    throw signal.aborted ? error : new StoreProblem(kind, causeOf(error));
  };
  const ask = () =>
    request(url, {
      dispatcher: agent,
      signal,
      headers: { 'x-auth-token': token, accept: 'application/json', 'user-agent': 'Tillbridge' },
    });
  const { statusCode, headers, body } = await ask()
    .catch((error: unknown) => {
      if (!wasDropped(error)) throw error;
      return ask();
    })
    .catch(failed('unreachable'));
  return { status: statusCode, headers, body: await body.text().catch(failed('broken_off')) };
};

/** A kept connection may be closed in the very moment it is used again; a read is safely asked once more. */
const wasDropped = (error: unknown): boolean => ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'].includes(causeOf(error));

const causeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
};

const read = ({ status, body }: Answer): unknown => {
  if (status === 204 || status === 304) return null;
  if (status < 300) return parse(body);
  const words = wordsOf(body);
  if (status === 401) throw new StoreProblem('token_refused');
  if (status === 403) throw new StoreProblem('scope_missing', words);
  if (status === 404) throw new StoreProblem('not_found', words);
  if (status >= 500) throw new StoreProblem('server_error', `${status}`);
  throw new StoreProblem('rejected', `${status} ${words}`.trim());
};

const parse = (body: string): unknown => {
  if (body.trim() === '') return null;
  try {
    return JSON.parse(body, mayHoldHalfLetters(body) ? withWholeLetters : undefined);
  } catch {
    throw new StoreProblem(/^\s*</.test(body) ? 'web_page' : 'broken_off');
  }
};

const mayHoldHalfLetters = (body: string): boolean => body.includes('\\ud') || body.includes('\\uD');

/** Half a letter can be written as an escape, and is another one after it was stored: it would differ for ever. */
const withWholeLetters = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed() : value;

/** BigCommerce's own words out of a V2 (array) or V3 (problem object) error body. */
const wordsOf = (body: string): string => {
  try {
    const parsed: unknown = JSON.parse(body);
    const first: unknown = Array.isArray(parsed) ? parsed[0] : parsed;
    if (typeof first !== 'object' || first === null) return '';
    if ('message' in first && typeof first.message === 'string') return first.message;
    return 'title' in first && typeof first.title === 'string' ? first.title : '';
  } catch {
    return '';
  }
};

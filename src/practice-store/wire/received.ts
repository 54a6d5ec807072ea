import type { MiddlewareHandler } from 'hono';
import type { Clock } from '../instants.ts';
import type { ApiContext, ApiEnv } from './api.ts';

/** One request as it arrived, whatever became of it. */
export interface Received {
  readonly method: string;
  /** Below the store, such as `/v2/orders`; whole where another store was meant. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Parsed where it is JSON, else text; null where there is none. */
  readonly body: unknown;
  /** The store's clock in milliseconds. */
  readonly at: number;
  /** What it was answered; null while it was not, and where the line was cut instead. */
  readonly status: number | null;
}

/** Writes every request down, and gives every answer the date of the store's own clock. */
export const recorder =
  (base: string, clock: Clock, received: Received[]): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    const { method, path } = c.req;
    const arrived = {
      method,
      path: path.startsWith(base) ? path.slice(base.length) : path,
      query: c.req.query(),
      body: await bodyOf(c),
      at: clock(),
      status: null as number | null,
    };
    received.push(arrived);
    c.header('Date', new Date(clock()).toUTCString());
    await next();
    arrived.status = c.res.status;
  };

const bodyOf = async (c: ApiContext): Promise<unknown> => {
  if (c.req.method === 'GET') return null;
  const text = await c.req.text();
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

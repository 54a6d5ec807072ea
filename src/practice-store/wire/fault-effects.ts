import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ApiContext, ApiEnv } from './api.ts';
import type { Fault, FaultKind, FaultOf, FaultQueue } from './fault.ts';
import { quotaHeaders } from './quota.ts';
import { refusalBody } from './refusal.ts';

/** What faults need from the server they happen in. */
export interface FaultMeans {
  /** Resolves after that long, or at once when the store stops. */
  readonly pause: (ms: number) => Promise<void>;
  /** Closes the listener and every connection for a while. */
  readonly outage: (ms: number) => void;
}

type Next = () => Promise<void>;
type Effect<K extends FaultKind> = (
  c: ApiContext,
  fault: FaultOf<K>,
  next: Next,
  means: FaultMeans,
) => Promise<Response | undefined> | Response;

/** Lets each request meet the fault that waits for it. `base` is what stands before `/v2` and `/v3`. */
export const faultMaker =
  (base: string, queue: FaultQueue, means: FaultMeans): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    const fault = queue.take(c.req.method, c.req.path.slice(base.length));
    if (fault === null) return next();
    if (fault.delayMs !== undefined) await means.pause(fault.delayMs);
    const response = await apply(c, fault, next, means);
    if (response === undefined) return;
    // An answer that the rest has already given has to be put away before another one can take its place.
    c.res = undefined;
    c.res = response;
  };

const apply = async (c: ApiContext, fault: Fault, next: Next, means: FaultMeans): Promise<Response | undefined> => {
  const effect = effects[fault.kind] as Effect<FaultKind>;
  return effect(c, fault, next, means);
};

const answered = async (c: ApiContext, next: Next): Promise<string> => {
  await next();
  return c.res.text();
};

const effects: { readonly [K in FaultKind]: Effect<K> } = {
  delay: async (_c, _fault, next) => {
    await next();
    return undefined;
  },
  answer: (c, { status, body, headers }) => {
    const type = typeof body === 'string' ? 'text/plain' : 'application/json';
    const text = typeof body === 'string' ? body : JSON.stringify(body ?? refusalBody(c.req.path, status, 'Scripted.'));
    return c.body(text, status as ContentfulStatusCode, { 'content-type': type, ...headers });
  },
  html: (c) =>
    c.html('<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Welcome to our Wi-Fi</h1></body></html>'),
  empty: (c) => c.body(null, 204),
  throttled: (c, { headers, resetMs = 1_000 }) => {
    if (headers) quotaHeaders(c, 150, 0, 30_000, resetMs);
    return c.json(refusalBody(c.req.path, 429, 'Too many requests.'), 429);
  },
  truncated: async (c, _fault, next) => {
    const text = await answered(c, next);
    return c.body(text.slice(0, Math.ceil(text.length / 2)), 200, { 'content-type': 'application/json' });
  },
  changed_field: async (c, { field, value }, next) => {
    const text = await answered(c, next);
    if (text === '') return undefined;
    const change = (key: string, old: unknown): unknown => (key === field ? value : old);
    return c.body(JSON.stringify(JSON.parse(text, change)), c.res.status as ContentfulStatusCode, {
      'content-type': 'application/json',
    });
  },
  reset: async (c, { when }, next) => {
    if (when !== 'before') await next();
    if (when !== 'mid-body') return hangUp(c);
    const { status } = c.res;
    const text = await c.res.text();
    const { outgoing } = c.env;
    outgoing.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
    await sent(outgoing, text.slice(0, Math.floor(text.length / 2)));
    return hangUp(c);
  },
  lost_answer: async (c, { status = 502 }, next) => {
    await next();
    return c.html('<html><body>Bad gateway</body></html>', status as ContentfulStatusCode);
  },
  refuse: (c, { forMs }, _next, { outage }) => {
    outage(forMs);
    return hangUp(c);
  },
  slow_body: async (c, { bytesPerSecond }, next, { pause }) => {
    const text = await answered(c, next);
    const { outgoing } = c.env;
    outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
    const bytes = Buffer.from(text);
    const piece = Math.max(1, Math.ceil(bytesPerSecond / 20));
    for (let at = 0; at < bytes.length && !outgoing.destroyed; at += piece) {
      await sent(outgoing, bytes.subarray(at, at + piece));
      await pause(50);
    }
    outgoing.end();
    return RESPONSE_ALREADY_SENT;
  },
  endless_body: async (c, _fault, _next, { pause }) => {
    const { outgoing } = c.env;
    outgoing.writeHead(200, { 'content-type': 'application/json' });
    await sent(outgoing, '[');
    const filling = ' '.repeat(65_536);
    while (!outgoing.destroyed && !outgoing.closed) {
      await sent(outgoing, filling);
      await pause(5);
    }
    return RESPONSE_ALREADY_SENT;
  },
};

const hangUp = (c: ApiContext): Response => {
  c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
};

/** Resolves when the bytes are handed on, or cannot be any more. */
const sent = (outgoing: Pick<ServerResponse, 'write' | 'destroyed'>, bytes: string | Buffer): Promise<void> =>
  new Promise((resolve) => {
    if (outgoing.destroyed) resolve();
    else outgoing.write(bytes, () => resolve());
  });

import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { Reply } from '../../../contract/procedure.ts';
import type { App, Session } from '../../app.ts';
import { refused } from '../refusals.ts';
import { guardHeaders, type RendererFiles } from '../renderer-files.ts';
import { eventStream } from './event-stream.ts';
import type { Health } from './health.ts';
import { isForeign } from './is-foreign.ts';
import type { LaunchCodes } from './launch-codes.ts';
import { createWindowSessions } from './window-sessions.ts';

export interface BrowserAppOptions {
  readonly app: App;
  readonly files: RendererFiles;
  readonly launchCodes: LaunchCodes;
  /** `127.0.0.1:PORT`: the only name this server answers to. */
  readonly host: () => string;
  readonly health: () => Promise<Health>;
  /** Called when the code in play is spent, used or expired: the next window needs another address. */
  readonly onCodeSpent: () => void;
}

type Refused = 400 | 401 | 403 | 404 | 413;

/** A shop's whole stock list comes in one request; nothing else is large. */
const takesList = (path: string): boolean => /^\/api\/call\/stock\.(preview|import)Opening$/.test(path);

const bodyUpTo = (megabytes: number) =>
  bodyLimit({
    maxSize: megabytes * 1024 * 1024,
    onError: (c) => answer(c, refused('invalid_input', `A request may be ${megabytes} MB at most.`), 413),
  });
const usualLimit = bodyUpTo(1);
const listLimit = bodyUpTo(24);

const launchCode = z.object({ code: z.string().max(200) });

const answer = (c: Context, reply: Reply, status: 200 | Refused = 200): Response => c.json(reply, status);
const notJson = (): Reply => refused('invalid_input', 'The body of this request is not JSON.');

const bodyOf = async (c: Context): Promise<{ readonly json: unknown } | null> => {
  try {
    return { json: await c.req.json() };
  } catch {
    return null;
  }
};

/**
 * The routes of the browser host: `POST /api/session` trades a launch code for a bearer secret, `POST /api/call/:name`
 * answers one procedure, `GET /api/events` streams events, `GET /health` is for a supervisor on this machine, and the
 * rest is the renderer. Every answer under /api is a
 * `Reply`; 401 asks for a new window, 403 refuses a foreign page for good.
 */
export const createBrowserApp = ({ app, files, launchCodes, host, health, onCodeSpent }: BrowserAppOptions): Hono => {
  const windows = createWindowSessions();
  const hono = new Hono();

  const withSession = (c: Context, run: (session: Session) => Response | Promise<Response>) => {
    const session = windows.find(c.req.header('authorization'));
    return session === null ? answer(c, refused('not_allowed'), 401) : run(session);
  };

  hono.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(guardHeaders)) c.header(name, value);
  });
  hono.use('/api/*', async (c, next) => {
    c.header('cache-control', 'no-store');
    if (isForeign((name) => c.req.header(name), host())) return answer(c, refused('not_allowed'), 403);
    await next();
  });
  hono.use('/api/*', (c, next) => (takesList(c.req.path) ? listLimit : usualLimit)(c, next));

  hono.post('/api/session', async (c) => {
    const code = launchCode.safeParse((await bodyOf(c))?.json);
    if (!code.success) return answer(c, refused('invalid_input', 'A launch code is missing.'), 400);
    const outcome = launchCodes.redeem(code.data.code);
    if (outcome !== 'unknown') onCodeSpent();
    if (outcome !== 'accepted') return answer(c, refused('not_allowed'), 401);
    return answer(c, { ok: true, data: { secret: windows.open() } });
  });
  hono.post('/api/call/:name', (c) =>
    withSession(c, async (session) => {
      const body = await bodyOf(c);
      if (body === null) return answer(c, notJson(), 400);
      return answer(c, await app.dispatch(c.req.param('name'), body.json, session));
    }),
  );
  hono.get('/api/events', (c) =>
    withSession(c, () => c.body(eventStream(app.onEvent), 200, { 'content-type': 'text/event-stream' })),
  );
  hono.all('/api/*', (c) => answer(c, refused('not_found', 'There is nothing at this address.'), 404));

  hono.get('/health', async (c) => {
    c.header('cache-control', 'no-store');
    if (isForeign((name) => c.req.header(name), host())) return answer(c, refused('not_allowed'), 403);
    const found = await health();
    return c.json(found, found.ok ? 200 : 503);
  });
  hono.get('*', (c) => {
    const file = c.req.header('host') === host() ? files(c.req.path) : null;
    return file === null ? c.text('Not found.', 404) : c.body(file.body, 200, { ...file.headers });
  });
  return hono;
};

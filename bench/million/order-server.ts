import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startPracticeStore } from '../../src/practice-store/practice-store.ts';
import { openPages, pageFile } from '../pages/page-folder.ts';
import { restamp } from '../pages/restamp.ts';

/** What this program is told, as JSON: pages, how often they come, each time as other orders, and where to keep those. */
export interface OrdersServed {
  readonly pages: string;
  readonly pageCount: number;
  readonly copies: number;
  /** Above every id that the till knows. */
  readonly firstId: number;
  readonly folder: string;
}

/** Above any id of a practice store with so few orders. */
const IDS_OF_A_COPY = 10_000_000;

/**
 * A program: a store with many new orders, in the place of the one that a till is linked to. Its list of changed orders is
 * read from files, page after page whatever is asked for; for everything else a practice store answers. Says where it
 * listens, and its token.
 */
const { pages, pageCount, copies, firstId, folder }: OrdersServed = JSON.parse(process.argv[2] ?? '{}');
const source = openPages(pages, pageCount, false);
const stampOf = (copy: number) => ({ ids: firstId + copy * IDS_OF_A_COPY, ms: 0, customers: `new${copy}` });
const count = pageCount * copies;
for (let index = 0; index < count; index++) {
  writeFileSync(
    pageFile(folder, index),
    restamp(source.text(index % pageCount), stampOf(Math.floor(index / pageCount))),
    // Not on its way to the disk while somebody waits for it.
    { flush: true },
  );
}

const store = await startPracticeStore({ quota: { requests: Number.POSITIVE_INFINITY, windowMs: 30_000 } });
const { pathname: base } = new URL(store.baseUrl);
let next = 0;

const linesOf = (orderId: number): string | undefined => {
  const copy = Math.floor((orderId - firstId) / IDS_OF_A_COPY);
  const lines = source.lines((orderId - firstId) % IDS_OF_A_COPY);
  return lines && restamp(JSON.stringify(lines), stampOf(copy));
};

const answerTo = (path: string): Buffer | string | null | undefined => {
  if (path === '/v2/orders') return next < count ? readFileSync(pageFile(folder, next++)) : null;
  if (path === '/v2/orders/count') return JSON.stringify({ statuses: [], count: count * 250 });
  if (path === '/v3/orders/payment_actions/refunds') return JSON.stringify({ data: [], meta: {} });
  const [, orderId] = /^\/v2\/orders\/(\d+)\/products$/.exec(path) ?? [];
  return orderId === undefined ? undefined : linesOf(Number(orderId));
};

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const body = request.method === 'GET' ? answerTo(url.pathname.slice(base.length)) : undefined;
  if (body === undefined) {
    const headers = { 'x-auth-token': store.token, accept: 'application/json' };
    const answer = await fetch(new URL(url.pathname + url.search, store.baseUrl), { headers });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  } else if (body === null) response.writeHead(204).end();
  else response.writeHead(200, { 'content-type': 'application/json' }).end(body);
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ base: `http://127.0.0.1:${port}${base}`, token: store.token })}\n`);
});

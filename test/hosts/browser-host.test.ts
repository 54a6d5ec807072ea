import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startBrowserHost } from '../../src/main/hosts/browser/browser-host.ts';
import { contentSecurityPolicy, loadRendererFiles } from '../../src/main/hosts/renderer-files.ts';
import { createFakeApp } from '../support/fake-app.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const builtScreens = async () => {
  const folder = join(temporaryFolder(), 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<title>Till</title>');
  writeFileSync(join(folder, 'assets', 'index-1.js'), 'export {}');
  writeFileSync(join(folder, '..', 'secrets.json'), '{"link":"token"}');
  return loadRendererFiles(folder);
};

const openHost = async () => {
  const fake = createFakeApp();
  const addresses: string[] = [];
  let now = 0;
  const host = await startBrowserHost({
    app: fake.app,
    files: await builtScreens(),
    port: 0,
    now: () => now,
    onAddress: (address) => addresses.push(address),
  });
  onTestFinished(host.stop);
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(`${host.origin}${path}`, { method: 'POST', body, headers });
  const trade = (code: string) => post('/api/session', JSON.stringify({ code }));
  const code = (): string => addresses.at(-1)?.split('#code=')[1] ?? '';
  const signIn = async (): Promise<Record<string, string>> => {
    const reply = await (await trade(code())).json();
    return { authorization: `Bearer ${reply.data.secret}` };
  };
  return { ...fake, ...host, addresses, post, trade, code, signIn, pass: (ms: number) => (now += ms) };
};

/** `fetch` sets these headers itself; a hostile program would not. */
const rawStatus = (origin: string, path: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const sent = request(new URL(origin), { path, method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject);
    sent.end('{}');
  });

const notAllowed = { ok: false, fault: { code: 'not_allowed' } };

describe('a window on the browser host', () => {
  test('opens with the printed address and calls with its own session', async () => {
    const host = await openHost();
    expect(host.addresses[0]).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#code=[\w-]{32}$/);
    const first = await host.signIn();
    const second = await host.signIn();
    const reply = await host.post('/api/call/sales.list', '{"limit":1}', first);
    expect(await reply.json()).toEqual({ ok: true, data: { name: 'sales.list', input: { limit: 1 } } });
    await host.post('/api/call/sales.list', '{}', first);
    await host.post('/api/call/sales.list', '{}', second);
    expect(host.sessions[0]).toBe(host.sessions[1]);
    expect(host.sessions[0]).not.toBe(host.sessions[2]);
  });

  test('needs a code that was not used, and each use prints the address of the next window', async () => {
    const host = await openHost();
    const used = host.code();
    expect((await host.trade(used)).status).toBe(200);
    expect(host.addresses).toHaveLength(2);
    const again = await host.trade(used);
    expect(again.status).toBe(401);
    expect(await again.json()).toMatchObject(notAllowed);
    expect(host.addresses).toHaveLength(2);
    expect((await host.trade(host.code())).status).toBe(200);
  });

  test('that comes later than ten minutes is refused, and a fresh address is printed', async () => {
    const host = await openHost();
    host.pass(10 * 60_000);
    expect((await host.trade(host.code())).status).toBe(401);
    expect(host.addresses).toHaveLength(2);
    expect((await host.trade(host.code())).status).toBe(200);
  });

  test.each([{}, { authorization: 'Bearer guess' }, { authorization: 'Basic guess' }])(
    'without its secret (%o) is told to open the printed address',
    async (headers) => {
      const host = await openHost();
      for (const path of ['/api/call/sales.list', '/api/call/no.such']) {
        const reply = await host.post(path, '{}', headers);
        expect(reply.status).toBe(401);
        expect(await reply.json()).toMatchObject(notAllowed);
      }
      expect((await fetch(`${host.origin}/api/events`, { headers })).status).toBe(401);
      expect(host.sessions).toHaveLength(0);
    },
  );

  test('gets a plain fault for what is not JSON, and for more than 1 MB', async () => {
    const host = await openHost();
    const secret = await host.signIn();
    const broken = await host.post('/api/call/sales.list', '{', secret);
    expect(await broken.json()).toMatchObject({ ok: false, fault: { code: 'invalid_input' } });
    const large = await host.post('/api/call/sales.list', JSON.stringify('x'.repeat(1024 * 1024)), secret);
    expect(large.status).toBe(413);
    expect(await large.json()).toMatchObject({ ok: false, fault: { code: 'invalid_input' } });
    const nowhere = await host.post('/api/other', '{}', secret);
    expect(await nowhere.json()).toMatchObject({ ok: false, fault: { code: 'not_found' } });
    expect(host.sessions).toHaveLength(0);
  });

  test('may send the list of a large shop at once, as opening stock', async () => {
    const host = await openHost();
    const secret = await host.signIn();
    const csv = `sku,quantity,name\n${'MUG-BLUE,12,A mug that is blue\n'.repeat(100_000)}`;
    const reply = await host.post('/api/call/stock.previewOpening', JSON.stringify({ csv }), secret);
    expect(reply.status).toBe(200);
  });

  test('is told of events as they happen, and is forgotten when it goes', async () => {
    const host = await openHost();
    const leave = new AbortController();
    const headers = await host.signIn();
    const stream = await fetch(`${host.origin}/api/events`, { headers, signal: leave.signal });
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    host.tell({ type: 'records', nouns: ['sales'] });
    let heard = '';
    while (!heard.includes('data:')) heard += (await reader?.read())?.value ?? '';
    expect(heard).toContain('data: {"type":"records","nouns":["sales"]}\n\n');
    leave.abort();
    await expect.poll(() => host.listeners.size).toBe(0);
  });
});

describe('a foreign page or program (R84)', () => {
  test.each([
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:4173' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { host: 'evil.example' },
    { host: 'localhost' },
  ])('is refused even with a right secret: %o', async (headers) => {
    const host = await openHost();
    const secret = await host.signIn();
    expect(await rawStatus(host.origin, '/api/call/sales.list', { ...secret, ...headers })).toBe(403);
    expect(await rawStatus(host.origin, '/api/session', headers)).toBe(403);
    expect(host.sessions).toHaveLength(0);
  });

  test('reads no file but the built screens', async () => {
    const host = await openHost();
    const paths = ['/../secrets.json', '/..%2fsecrets.json', '/assets/..%5c..%5csecrets.json', '//etc/passwd.txt'];
    for (const path of paths) expect(await rawGet(host.origin, path)).toMatchObject({ status: 404 });
    expect(await rawGet(host.origin, '/index.html', { host: 'evil.example' })).toMatchObject({ status: 404 });
  });
});

const rawGet = (origin: string, path: string, headers: Record<string, string> = {}) =>
  new Promise<{ readonly status: number | undefined }>((resolve, reject) => {
    const sent = request(new URL(origin), { path, headers }, (response) => {
      response.resume();
      resolve({ status: response.statusCode });
    });
    sent.on('error', reject);
    sent.end();
  });

describe('the screens on the browser host', () => {
  test('come with a policy that allows no foreign or inline script', async () => {
    const host = await openHost();
    expect(contentSecurityPolicy).not.toContain('unsafe');
    for (const path of ['/', '/sales', '/assets/index-1.js', '/nothing.js', '/api/events']) {
      const { headers } = await fetch(`${host.origin}${path}`);
      expect(headers.get('content-security-policy'), path).toBe(contentSecurityPolicy);
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('referrer-policy'), path).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy'), path).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy'), path).toBe('same-origin');
    }
  });

  test('are never kept by the browser where they can change', async () => {
    const host = await openHost();
    const cacheControl = async (path: string) => (await fetch(`${host.origin}${path}`)).headers.get('cache-control');
    expect(await cacheControl('/')).toBe('no-store');
    expect(await cacheControl('/sales')).toBe('no-store');
    expect(await cacheControl('/assets/index-1.js')).toContain('immutable');
  });

  test('that are not built are said to be missing', async () => {
    await expect(loadRendererFiles(join(temporaryFolder(), 'renderer'))).rejects.toThrow('not built yet');
  });

  test('a port that is taken is named, with what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await expect.poll(() => other.listening).toBe(true);
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const { app } = createFakeApp();
    const files = await builtScreens();
    const started = startBrowserHost({ app, files, port, now: () => 0, onAddress: () => undefined });
    await expect(started).rejects.toThrow(`Port ${port} is in use. Choose another with --port N.`);
  });
});

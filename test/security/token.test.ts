import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { contract } from '../../src/contract/contract.ts';
import { newSession } from '../../src/main/app.ts';
import { openLog } from '../../src/main/hosts/logs/log.ts';
import { beginRun } from '../../src/main/hosts/logs/run-marker.ts';
import { secretFile } from '../../src/main/hosts/secret-file.ts';
import { openTill } from '../../src/main/hosts/till.ts';
import type { Fault } from '../../src/practice-store/wire/fault.ts';
import { builtParts } from '../support/built-parts.ts';
import { openLinkedTill, openStore } from '../support/linked-till.ts';

const planted = 'plantedtoken0123456789abcdefghijk';

/** What goes wrong between a client and its store, each with the token said by the other side where it says anything. */
const echo = { title: `Token ${planted} is not known`, detail: `X-Auth-Token: ${planted}`, errors: { token: planted } };
const answers = [400, 401, 403, 404, 409, 422, 500, 503].map(
  (status): Fault => ({ kind: 'answer', status, body: echo, headers: { 'x-echo': planted } }),
);
const faults: readonly Fault[] = [
  ...answers,
  { kind: 'answer', status: 200, body: `<html>${planted}</html>` },
  { kind: 'answer', status: 200, body: [{ id: planted, token: planted }] },
  { kind: 'html' },
  { kind: 'empty' },
  { kind: 'truncated' },
  { kind: 'reset', when: 'before' },
  { kind: 'reset', when: 'mid-body' },
  { kind: 'changed_field', field: 'status_id', value: planted },
];

const filesBelow = (folder: string): readonly (readonly [string, string])[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'secrets.json')
    .map((entry) => [join(entry.parentPath, entry.name), readFileSync(join(entry.parentPath, entry.name), 'latin1')]);

test('the token is in no answer, event, error, log, database, copy, file for support or crumb, whatever BigCommerce answers', async () => {
  const store = await openStore({ token: planted, seed: 3 });
  const { folder, app: setUp, call } = await openLinkedTill(store);
  const { link } = await call('link.get', {});
  await setUp.stop();
  const secrets = secretFile(join(folder, 'secrets.json'));
  secrets.write(link?.linkId ?? '', planted);
  const till = await openTill({
    dataFolder: folder,
    host: 'browser',
    places: builtParts,
    secrets,
    log: openLog(folder, 'browser'),
    practice: { asked: false },
  });
  onTestFinished(till.stop);
  const told: string[] = [];
  till.app.onEvent((event) => void told.push(JSON.stringify(event)));
  const session = newSession();
  const ask = async (name: string, input: unknown = {}): Promise<string> => {
    const reply = JSON.stringify(await till.app.dispatch(name, input, session));
    told.push(`${name}: ${reply}`);
    return reply;
  };

  store.placeOrders(6);
  expect(await ask('sync.now')).toContain('"ok":true');
  for (const fault of faults) {
    store.placeOrders(1);
    store.script([fault]);
    await ask('sync.now');
    await ask('sync.status');
    store.clearScript();
    store.script([fault]);
    await ask('link.check', { storeHash: store.storeHash, token: planted, apiBase: store.baseUrl });
    store.clearScript();
  }
  await ask('link.connect', { storeHash: 'other', token: planted, plan: 'Pro', apiBase: store.baseUrl });
  await ask('link.connect', { storeHash: 7, token: { planted } });
  for (const [name, { kind }] of Object.entries(contract)) if (kind === 'query') await ask(name);
  await ask('orders.held');
  await ask('backup.make');
  const { data } = JSON.parse(await ask('desktop.supportBundle'));
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(data.file)))) {
    told.push(`${name} of the file for support: ${strFromU8(bytes)}`);
  }
  beginRun(folder, { version: '1.2.3', now: Date.now() }).doing(`open ${link?.storeName}`);

  expect(told.length).toBeGreaterThan(80);
  for (const said of told) expect(said.includes(planted), said.slice(0, 300)).toBe(false);
  // With the log of the database beside it, and the copy.
  const files = filesBelow(folder);
  for (const name of ['tillbridge.db', 'tillbridge.db-wal', 'tillbridge.log', 'running.json', 'tillbridge-backup']) {
    expect(
      files.some(([file]) => file.includes(name)),
      name,
    ).toBe(true);
  }
  for (const [file, text] of files) expect(text.includes(planted), file).toBe(false);
  await till.stop();
  for (const [file, text] of filesBelow(folder)) expect(text.includes(planted), file).toBe(false);
}, 60_000);

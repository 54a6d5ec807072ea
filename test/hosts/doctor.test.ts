import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type ExamineDeps, examine } from '../../src/main/doctor/examine.ts';
import { secretFile } from '../../src/main/hosts/secret-file.ts';
import { openConnection } from '../../src/main/store/connection.ts';
import { connect, openLinkedTill, openOutlet, openStore, openTill } from '../support/linked-till.ts';
import { startTillbridge } from '../support/started-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const look = async (folder: string, deps: Partial<ExamineDeps> = {}) => {
  const findings = await examine({
    folder,
    version: '0.0.0',
    clock: Date.now,
    readToken: () => null,
    hasKeychain: false,
    ...deps,
  });
  return Object.fromEntries(findings.map((finding) => [finding.check, finding]));
};

const wrongOf = (findings: Awaited<ReturnType<typeof look>>) =>
  Object.values(findings).flatMap(({ check, ok }) => (ok ? [] : [check]));

const run = async (folder: string, args: readonly string[] = []) => {
  const program = startTillbridge(folder, ['doctor', ...args]);
  const code = await program.ended();
  return { code, lines: program.lines };
};

const answer = z.object({
  ok: z.boolean(),
  data: z.object({ checks: z.array(z.object({ check: z.string(), ok: z.boolean(), message: z.string() })) }),
});

describe('tillbridge doctor', () => {
  test('finds nothing wrong with a folder that does not exist yet, and does not make it', async () => {
    const folder = join(temporaryFolder(), 'not', 'yet');
    const { code, lines } = await run(folder, ['--json']);
    expect(code).toBe(0);
    const { ok, data } = answer.parse(JSON.parse(lines.join('')));
    expect(ok).toBe(true);
    expect(data.checks.map(({ check }) => check)).toEqual([
      'data_folder',
      'disk',
      'versions',
      'database',
      'ledger',
      'counts',
      'evidence',
      'backup',
      'link',
      'clock',
    ]);
    expect(existsSync(folder)).toBe(false);
  });

  test('tells a person in words, and with the exit code, what is wrong and what to do', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'tillbridge.db'), 'This is not a database, whatever it is called. '.repeat(50));
    const { code, lines } = await run(folder);
    expect(code).toBe(1);
    expect(lines.join('\n')).toMatch(/PROBLEM {2}Database .*\n +→ .*backup/);
  });

  test('looks at a folder that a Tillbridge is using, says so, and leaves it as it is', async () => {
    const store = await openStore();
    const till = await openLinkedTill(store);
    const before = readdirSync(till.folder).sort();
    const findings = await look(till.folder, { readToken: () => store.token });
    expect(wrongOf(findings)).toEqual([]);
    expect(findings.data_folder?.message).toContain('A Tillbridge is using it now');
    expect(findings.link?.message).toContain('High Street, Till 1');
    expect(findings.clock?.message).toContain('agrees');
    expect(readdirSync(till.folder).sort()).toEqual(before);
    await till.call('sync.now', {});
    await till.app.stop();
    const after = await look(till.folder);
    expect(after.data_folder?.message).toContain('Nobody is using it now');
    expect(after.database?.ok).toBe(true);
  });

  test('finds a figure that is not the sum of its movements (N2)', async () => {
    const till = await openTill();
    await openOutlet(till);
    const { productId } = await till.call('products.create', { sku: 'MUG', name: 'Mug' });
    await till.call('stock.count', { productId, quantity: 5 });
    const db = openConnection(join(till.folder, 'tillbridge.db'));
    db.run('UPDATE stock_on_hand SET on_hand = 6');
    db.close();
    const findings = await look(till.folder);
    expect(wrongOf(findings)).toEqual(['ledger']);
    expect(findings.ledger?.message).toContain('Mug: 6, its movements 5');
  });

  test('finds that the last copy is old, once the shop has recorded something since', async () => {
    const till = await openTill();
    await openOutlet(till);
    const inDays = (days: number) => look(till.folder, { clock: () => Date.now() + days * 86_400_000 });
    expect((await inDays(0)).backup).toMatchObject({ ok: true, message: expect.stringMatching('no copy') });
    expect((await inDays(4)).backup).toMatchObject({ ok: false, message: expect.stringMatching('4 days old') });
    await till.call('backup.make', {});
    expect(wrongOf(await inDays(2))).toEqual([]);
    for (const file of ['tillbridge.db', 'tillbridge.db-wal']) utimesSync(join(till.folder, file), 0, 0);
    expect((await inDays(4)).backup, 'a shop that was closed misses no copy').toMatchObject({ ok: true });
    await till.call('products.create', { sku: 'MUG', name: 'Mug' });
    expect((await inDays(4)).backup).toMatchObject({ ok: false, message: expect.stringMatching('changed since') });
    expect((await inDays(4)).backup?.nextStep).toContain('tillbridge backup');
  });

  test('finds a row that refers to nothing, and a database of a newer version', async () => {
    const till = await openTill();
    await openOutlet(till);
    await till.app.stop();
    const db = openConnection(join(till.folder, 'tillbridge.db'));
    db.execute('PRAGMA foreign_keys = OFF');
    db.run("INSERT INTO registers (register_id, outlet_key, name, created_at) VALUES ('x', 99, 'Till 9', 0)");
    expect((await look(till.folder)).database).toMatchObject({
      ok: false,
      message: expect.stringMatching('registers'),
    });
    db.execute('PRAGMA user_version = 999');
    db.close();
    expect((await look(till.folder)).database).toMatchObject({ ok: false, message: expect.stringMatching('newer') });
  });

  interface Circumstances {
    readonly binds?: false;
    readonly token?: 'wrong' | null;
    readonly hasKeychain?: true;
    readonly behindMs?: number;
    readonly away?: true;
  }
  const circumstances: readonly (readonly [string, Circumstances, readonly string[]])[] = [
    ['a link without outlet and register', { binds: false }, ['link']],
    ['a token that BigCommerce refuses', { token: 'wrong' }, ['link']],
    ['a token that is gone', { token: null }, ['link']],
    ['a token that only the window can read', { token: null, hasKeychain: true }, []],
    ['a clock that is an hour behind', { behindMs: 3_600_000 }, ['clock']],
    ['a network that is away', { away: true }, []],
  ];
  test.each(circumstances)('says what it means for the link: %s', async (_, given, wrong) => {
    const { binds = true, token, hasKeychain = false, behindMs = 0, away = false } = given;
    const store = await openStore({ clock: () => Date.now() + behindMs });
    const till = await openTill();
    const place = await openOutlet(till);
    await connect(till, store);
    if (binds) await till.call('link.bind', place);
    if (away) await store.stop();
    const readToken = () => (token === undefined ? store.token : token);
    const findings = await look(till.folder, { readToken, hasKeychain });
    expect(wrongOf(findings)).toEqual(wrong);
    expect(Object.values(findings).every(({ ok, nextStep }) => ok || nextStep !== null)).toBe(true);
  });

  test('says that the file of tokens is damaged, and that the database is not', async () => {
    const till = await openTill();
    await connect(till, await openStore());
    await till.call('link.bind', await openOutlet(till));
    writeFileSync(join(till.folder, 'secrets.json'), '{"half');
    const findings = await look(till.folder, { readToken: secretFile(join(till.folder, 'secrets.json')).read });
    expect(wrongOf(findings)).toEqual(['link']);
    expect(findings.link?.message).toContain('damaged');
  });

  test('says when it cannot write where the data folder is to be', async ({ skip }) => {
    if (process.getuid?.() === 0 || process.platform === 'win32') skip('This user may write everywhere.');
    const folder = join(temporaryFolder(), 'shut');
    mkdirSync(folder, { mode: 0o500 });
    expect(wrongOf(await look(folder))).toEqual(['data_folder']);
  });
});

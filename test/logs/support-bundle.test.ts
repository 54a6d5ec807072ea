import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { logFolderOf, openLog } from '../../src/main/hosts/logs/log.ts';
import { connect, openOutlet, openStore, openTill } from '../support/linked-till.ts';
import { startTillbridge } from '../support/started-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const filesIn = (bundle: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(readFileSync(bundle))).map(([name, bytes]) => [name, strFromU8(bytes)] as const),
  );

describe('the file for support', () => {
  test('holds findings, versions and logs, and neither token nor customer nor database', async () => {
    const store = await openStore();
    const till = await openTill();
    await connect(till, store);
    await till.call('link.bind', await openOutlet(till));
    await till.app.stop();
    writeFileSync(join(till.folder, 'secrets.json'), JSON.stringify({ link: 'correct horse' }));
    const log = openLog(till.folder, 'browser');
    log.info('app.started', { version: '1.2.3' });
    // As a version might have written it that redacted less.
    mkdirSync(logFolderOf(till.folder), { recursive: true });
    writeFileSync(
      join(logFolderOf(till.folder), 'tillbridge.1.log'),
      `${JSON.stringify({ text: `token correct horse of ${store.token}`, email: 'jo@example.ie' })}\n{"cut off jo@example.ie`,
    );
    const bundle = join(temporaryFolder(), 'for', 'support.zip');
    const program = startTillbridge(till.folder, ['doctor', '--bundle', bundle]);
    await program.ended();
    const files = filesIn(bundle);
    expect(Object.keys(files).sort()).toEqual([
      'findings.json',
      'logs/tillbridge.1.log',
      'logs/tillbridge.log',
      'machine.json',
    ]);
    const everything = Object.values(files).join('\n');
    for (const word of ['correct horse', store.token, 'jo@example.ie']) expect(everything).not.toContain(word);
    expect(JSON.parse(files['findings.json'] ?? '')).toContainEqual(
      expect.objectContaining({ check: 'database', ok: true }),
    );
    expect(JSON.parse(files['machine.json'] ?? '')).toMatchObject({ node: process.versions.node });
    expect(files['logs/tillbridge.log']).toContain('app.started');
  });

  test('is written by the screens into the data folder, which they are told (R86)', async () => {
    const folder = temporaryFolder();
    const program = startTillbridge(folder, ['call', 'desktop.supportBundle', '{}']);
    expect(await program.ended()).toBe(0);
    const reply = JSON.parse(program.lines[0] ?? '');
    expect(reply.data.file.startsWith(join(folder, 'support'))).toBe(true);
    expect(Object.keys(filesIn(reply.data.file))).toContain('machine.json');
  });
});

import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SyncStatusView } from '../../src/contract/sync.ts';
import { keepJournal, unloggedSecrets } from '../../src/main/hosts/logs/journal.ts';
import { createLog, logFolderOf, openLog } from '../../src/main/hosts/logs/log.ts';
import { logFilesIn, openLogFile } from '../../src/main/hosts/logs/log-file.ts';
import { beginRun } from '../../src/main/hosts/logs/run-marker.ts';
import { secretMemory } from '../../src/main/hosts/secret-memory.ts';
import { createFakeApp } from '../support/fake-app.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const logInMemory = () => {
  const lines: string[] = [];
  const failures: unknown[] = [];
  const log = createLog({
    write: (line) => lines.push(line),
    clock: () => 0,
    host: 'browser',
    onFailure: (error) => failures.push(error),
  });
  return { log, failures, entries: () => lines.map((line) => JSON.parse(line)) };
};

const status: SyncStatusView = {
  state: 'idle',
  lastPulledAt: null,
  problem: null,
  nextTryAt: null,
  progress: null,
  outbox: { pending: 0, parked: 0 },
  held: 0,
};

describe('the log', () => {
  test('is one JSON object a line, in a file that only its owner can read', () => {
    const folder = temporaryFolder();
    openLog(folder, 'electron').error('window.gone', new Error('crashed'), { reason: 'killed' });
    const file = join(logFolderOf(folder), 'tillbridge.log');
    const [line] = readFileSync(file, 'utf8').split('\n');
    expect(JSON.parse(line ?? '')).toMatchObject({
      level: 'error',
      event: 'window.gone',
      host: 'electron',
      reason: 'killed',
      message: 'crashed',
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    });
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
  });

  test('never outgrows its limit, and loses only its oldest lines', () => {
    const folder = temporaryFolder();
    const write = openLogFile(folder, { fileBytes: 100, files: 3 });
    const lines = Array.from(
      { length: 40 },
      (_, number) => `line ${String(number).padStart(3, '0')} ${'x'.repeat(20)}`,
    );
    for (const line of lines) write(line);
    const files = logFilesIn(folder);
    expect(files).toHaveLength(3);
    for (const file of files) expect(statSync(file).size).toBeLessThanOrEqual(100);
    const kept = files.flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'));
    expect(kept).toEqual(lines.slice(-kept.length));
    expect(kept.length).toBeGreaterThan(6);
  });

  test('goes on in the file of the run before', () => {
    const folder = temporaryFolder();
    openLogFile(folder)('one');
    openLogFile(folder)('two');
    expect(readFileSync(join(folder, 'tillbridge.log'), 'utf8')).toBe('one\ntwo\n');
  });

  test('that cannot be written says so once, and nothing else stops', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    const failures: unknown[] = [];
    const log = createLog({
      write: (line) => openLogFile(join(folder, 'file'))(line),
      clock: () => 0,
      host: 'cli',
      onFailure: (error) => failures.push(error),
    });
    log.info('one');
    log.info('two');
    expect(failures).toHaveLength(1);
  });

  test('knows no token that passed through the secret store, even one of an unusual form', () => {
    const { log, entries } = logInMemory();
    const secrets = unloggedSecrets(secretMemory(), log);
    secrets.write('link', 'correct horse');
    log.warning('app.said', { text: 'refused: correct horse!' });
    expect(entries().at(-1).text).toBe('refused: [removed]!');
  });

  test('tells how the exchange stands when that changes, not at every pull', () => {
    const { log, entries } = logInMemory();
    const { app, tell } = createFakeApp();
    keepJournal(app, log);
    for (const state of ['idle', 'pulling', 'idle'] as const) tell({ type: 'sync', status: { ...status, state } });
    const problem = { code: 'unreachable', message: 'BigCommerce cannot be reached.', nextStep: '' };
    for (let times = 0; times < 3; times += 1) tell({ type: 'sync', status: { ...status, state: 'offline', problem } });
    tell({ type: 'sync', status });
    expect(entries().map(({ level, state }) => `${level} ${state}`)).toEqual([
      'info idle',
      'warning offline',
      'info idle',
    ]);
  });
});

describe('a run that did not end well', () => {
  const at = { version: '1.2.3', now: Date.UTC(2026, 0, 2, 3, 4) };

  test('is known at the next start, with what it was doing', () => {
    const folder = temporaryFolder();
    const killed = beginRun(folder, at);
    expect(killed.before).toBeNull();
    killed.doing('open');
    const next = beginRun(folder, { ...at, version: '1.2.4' });
    expect(next.before).toEqual({
      pid: process.pid,
      version: '1.2.3',
      startedAt: '2026-01-02T03:04:00.000Z',
      doing: 'open',
    });
    next.ended();
    expect(beginRun(folder, at).before).toBeNull();
  });

  test('is known also when its marker was cut off by a power cut', () => {
    const folder = temporaryFolder();
    mkdirSync(logFolderOf(folder), { recursive: true });
    writeFileSync(join(logFolderOf(folder), 'running.json'), '{"pid":');
    expect(beginRun(folder, at).before).toMatchObject({ doing: 'unknown' });
    expect(existsSync(join(logFolderOf(folder), 'running.json'))).toBe(true);
  });
});

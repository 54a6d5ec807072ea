import { existsSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Refusal } from '../../src/contract/fault.ts';
import { makeBackup } from '../../src/main/backup/make-backup.ts';
import { lookAtCopy, prepareRestore } from '../../src/main/backup/prepare-restore.ts';
import { systemIdentity } from '../../src/main/identity.ts';
import { openConnection } from '../../src/main/store/connection.ts';
import { readThrough } from '../../src/main/store/read-through.ts';
import { startTillbridge } from '../support/started-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { bytesOf, databaseOf, openShop, sumsOf } from './backup-shop.ts';

/** Stops at the step of that number, as the thread does. */
const stopper = (at: number) => {
  let steps = 0;
  const onStep = (): void => {
    steps += 1;
    if (steps === at) throw new Refusal('stopped');
  };
  return { onStep, steps: () => steps };
};

describe('long work on the shop’s data can be stopped (ui.md)', () => {
  test('a copy, a look or a restore that is stopped at any step leaves nothing of it, and the shop as it was', async () => {
    const { till, folder } = await openShop(6);
    const { path } = await till.call('backup.make', {});
    await till.app.stop();
    const before = bytesOf(folder);
    const databaseFile = databaseOf(folder);
    const waiting = `${databaseFile}.restore`;
    const place = temporaryFolder();
    const file = join(place, 'copy.db');
    const mark = { madeAt: Date.now(), version: '1', why: 'asked' } as const;
    const works: readonly ((onStep: () => void) => Promise<unknown>)[] = [
      (onStep) => makeBackup({ databaseFile, file, mark }, onStep),
      async (onStep) => lookAtCopy(path, databaseFile, onStep),
      (onStep) => prepareRestore({ file: path, databaseFile, now: Date.now(), by: null }, systemIdentity, onStep),
    ];
    for (const work of works) {
      const whole = stopper(Number.POSITIVE_INFINITY);
      await work(whole.onStep);
      for (const made of [file, waiting]) rmSync(made, { force: true });
      for (const at of [1, 2, Math.floor(whole.steps() / 2), whole.steps()]) {
        await expect(work(stopper(at).onStep), `step ${at}`).rejects.toMatchObject({ code: 'stopped' });
        expect(readdirSync(place), `step ${at}`).toEqual([]);
        expect(readdirSync(folder).filter((name) => /restore|\.new/.test(name))).toEqual([]);
      }
    }
    expect(bytesOf(folder).equals(before)).toBe(true);
  });

  test('who stops it is told what was and what was not done, and it can be done again', async () => {
    const { till, folder } = await openShop(6);
    const stopped = async (work: 'copy' | 'look' | 'support_file', asked: Promise<unknown>, words: RegExp) => {
      const { rows } = await till.call('work.running', {});
      expect(rows.map((row) => row.work)).toEqual([work]);
      // Before its thread has begun: it ends at its first step.
      expect(await till.call('work.stop', { work })).toEqual({ wasRunning: true });
      expect(await asked).toMatchObject({ fault: { code: 'stopped', message: expect.stringMatching(words) } });
      expect((await till.call('work.running', {})).rows).toEqual([]);
    };
    await stopped('copy', till.reply('backup.make', {}), /there is none of it/);
    expect(await till.call('backup.status', {})).toMatchObject({ copies: [], problem: null });
    expect(readdirSync(join(folder, 'backups'))).toEqual([]);
    const { path } = await till.call('backup.make', {});
    await stopped('look', till.reply('backup.look', { file: path }), /Nothing was changed/);
    expect(await till.call('work.stop', { work: 'copy' })).toEqual({ wasRunning: false });
  });

  test('a copy broken off by Ctrl C, or killed, is whole under its name or not there (F1)', async () => {
    const { till, folder } = await openShop(6);
    await till.app.stop();
    const sums = sumsOf(databaseOf(folder));
    const place = temporaryFolder();
    /** Breaks a copy off when it says a word; what it answered, and the file. */
    const broken = async (signal: 'SIGINT' | 'SIGKILL', word: string) => {
      const file = join(place, `${signal}-${word}.db`);
      const { child, ended, lines } = startTillbridge(folder, ['backup', file]);
      onTestFinished(() => void child.kill('SIGKILL'));
      let isBroken = false;
      child.stderr?.on('data', (chunk: Buffer) => {
        if (isBroken || !chunk.toString().includes(word)) return;
        // Once: a second Ctrl C ends it at once, as anywhere.
        isBroken = child.kill(signal);
      });
      const code = await ended();
      if (existsSync(file)) expect(sumsOf(file)).toEqual(sums);
      return { code, isThere: existsSync(file), reply: JSON.parse(lines.at(-1) ?? 'null') };
    };
    await Promise.all([broken('SIGKILL', 'Copying'), broken('SIGKILL', 'Checking')]);
    for (const { code, isThere, reply } of await Promise.all([
      broken('SIGINT', 'Copying'),
      broken('SIGINT', 'Checking'),
    ])) {
      // It may have been done before it heard of it.
      expect([code, isThere]).toEqual(reply.ok ? [0, true] : [1, false]);
      if (!reply.ok) expect(reply.fault.code).toBe('stopped');
    }
    expect(readdirSync(place).filter((name) => name.startsWith('SIGINT') && name.includes('.new'))).toEqual([]);
  });

  test('a procedure called by hand answers after Ctrl C too: stopped, or done where it was done already', async () => {
    const { till, folder } = await openShop(6);
    await till.app.stop();
    const place = temporaryFolder();
    const { child, ended, lines } = startTillbridge(folder, ['call', 'backup.make', JSON.stringify({ folder: place })]);
    const watcher = watch(place, () => {
      watcher.close();
      child.kill('SIGINT');
    });
    onTestFinished(() => {
      watcher.close();
      child.kill('SIGKILL');
    });
    const code = await ended();
    const reply = JSON.parse(lines.at(-1) ?? 'null');
    if (reply.ok) expect([code, readdirSync(place)]).toEqual([0, [basename(reply.data.path)]]);
    else expect([code, reply.fault.code, readdirSync(place)]).toEqual([1, 'stopped', []]);
  });
});

describe('a database that is read through a table at a time', () => {
  test('says how far it is, and misses no page that belongs to nothing', () => {
    const file = join(temporaryFolder(), 'rows.db');
    const db = openConnection(file);
    db.execute('CREATE TABLE parents (id INTEGER PRIMARY KEY, name TEXT)');
    db.execute('CREATE TABLE children (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parents)');
    db.execute('CREATE INDEX by_name ON parents (name)');
    for (let id = 1; id <= 2_000; id += 1)
      db.run('INSERT INTO parents VALUES (:id, :name)', { id, name: `Name ${id}` });
    const told: { done: number; total: number }[] = [];
    expect(readThrough(db, (progress) => told.push(progress))).toEqual({ damage: null, orphan: null });
    const total = Number(db.pragma('page_count')) * Number(db.pragma('page_size'));
    expect(told.at(0)).toEqual({ done: 0, total });
    expect(told.at(-1)).toEqual({ done: total, total });
    db.execute('PRAGMA foreign_keys = OFF');
    db.run('INSERT INTO children VALUES (1, 99999)', {});
    expect(readThrough(db, () => undefined)).toEqual({ damage: null, orphan: 'children' });
    db.pragma('journal_mode = DELETE');
    db.close();

    // SQLite's header says that there are three pages more that nobody uses.
    const bytes = readFileSync(file);
    bytes.writeUInt32BE(3, 36);
    writeFileSync(file, bytes);
    const spoilt = openConnection(file, { readonly: true });
    onTestFinished(() => spoilt.close());
    expect(readThrough(spoilt, () => undefined).damage).toMatch(/pages are used, and \d+ should be/);
  });
});

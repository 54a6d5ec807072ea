import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { secretFile } from '../../src/main/hosts/secret-file.ts';
import { systemIdentity } from '../../src/main/identity.ts';
import { createImportMemory } from '../../src/main/pull/import-memory.ts';
import { type PullDeps, pull } from '../../src/main/pull/pull.ts';
import { importContext } from '../../src/main/pull/store-access.ts';
import { type Connection, openConnection } from '../../src/main/store/connection.ts';
import { createSharedTurns, deskTurn, type ImporterTurn, importerTurn } from '../../src/main/store/turns.ts';
import type { PracticeStore } from '../../src/practice-store/practice-store.ts';
import { openClient } from '../support/direct-client.ts';
import { connect, openOutlet, openStore, openTill } from '../support/linked-till.ts';
import { startProgram } from '../support/started-program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Orders that were placed three a second, so that a cursor which ran ahead of them would show. */
const placeOrders = (store: PracticeStore, count: number, nextSecond: () => void): number[] => {
  const placed: number[] = [];
  while (placed.length < count) {
    placed.push(...store.placeOrders(3, { statusId: 11, kind: 'plain', linesPerOrder: 2 }));
    nextSecond();
  }
  return placed;
};

const openShop = async () => {
  let second = 1_790_000_000;
  const quota = { requests: Number.POSITIVE_INFINITY, windowMs: 30_000 };
  const store = await openStore({ quota, clock: () => second * 1000 });
  const folder = temporaryFolder();
  const till = await openTill(folder, secretFile(`${folder}/secrets.json`));
  await connect(till, store);
  await till.call('link.bind', await openOutlet(till));
  await till.app.stop();
  const place = (count: number) =>
    placeOrders(store, count, () => {
      second += 1;
    });
  return { store, folder, file: `${folder}/tillbridge.db`, place };
};

const pullDeps = (store: PracticeStore, db: Connection, turn: ImporterTurn): PullDeps => {
  const memory = createImportMemory(db);
  return {
    db,
    client: openClient(store),
    turn,
    context: () => importContext(db, { identity: systemIdentity, memory, now: Date.now() }),
    onProgress: () => undefined,
    onStored: () => undefined,
    version: '1',
  };
};

const cursorOf = (db: Connection): number =>
  db.get<{ at: number | null }>('SELECT orders_modified_at AS at FROM cursors')?.at ?? 0;

/** What is at or before the cursor is here: a cursor ahead of its rows would lose orders for good. */
const lostBehindCursor = (db: Connection, store: PracticeStore, placed: readonly number[]): number[] => {
  const here = new Set(db.all<{ id: number }>('SELECT order_id AS id FROM sales').map(({ id }) => id));
  const cursor = cursorOf(db);
  return placed.filter((id) => Date.parse(store.order(id).date_modified) < cursor && !here.has(id));
};

const expectEachOnce = (db: Connection, placed: readonly number[], store: PracticeStore): void => {
  const ids = db.all<{ id: number }>('SELECT order_id AS id FROM sales ORDER BY 1').map(({ id }) => id);
  expect(ids).toEqual([...placed].sort((one, other) => one - other));
  const sold = placed.flatMap((id) => store.order(id).products).filter(({ type }) => type === 'physical');
  const taken = db.get<{ pieces: number }>('SELECT -sum(quantity) AS pieces FROM stock_movements');
  expect(taken?.pieces).toBe(sold.reduce((sum, { quantity }) => sum + quantity, 0));
  expect(db.get('SELECT sum(on_hand) AS sum FROM stock_on_hand')).toEqual({ sum: -(taken?.pieces ?? 0) });
};

class PowerCut extends Error {
  readonly code = 'SQLITE_IOERR';
}

test('a page ends early when somebody at the desk wants to write, with its cursor no further; cut off there, nothing is lost (R16)', async () => {
  const { store, file, place } = await openShop();
  const placed = place(27);
  const desk = openConnection(file, { readonly: true });
  onTestFinished(() => desk.close());
  const found: number[] = [];
  // Whoever is at the desk wants to write all the time, and looks what is there when it is their turn.
  const turn = (mayEnd: () => void): ImporterTurn => ({
    logLimit: null,
    take: () => undefined,
    leave: () => {
      found.push(desk.get<{ count: number }>('SELECT count(*) AS count FROM sales')?.count ?? 0);
      expect(lostBehindCursor(desk, store, placed)).toEqual([]);
      mayEnd();
    },
    isWanted: () => true,
    wasWantedLately: () => false,
  });

  const cut = openConnection(file, {
    readonly: false,
    turn: turn(() => {
      if (found.at(-1) === 10) throw new PowerCut();
    }),
  });
  const cutTurn = turn(() => undefined);
  await expect(pull(pullDeps(store, cut, cutTurn))).rejects.toThrow(PowerCut);
  cut.close();
  expect([...new Set(found)]).toEqual([0, 2, 4, 6, 8, 10]);
  expect(cursorOf(desk)).toBeLessThan(Date.parse(store.order(placed[12] ?? 0).date_modified));

  const again = openConnection(file, { readonly: false, turn: turn(() => undefined) });
  expect(
    (
      await pull(
        pullDeps(
          store,
          again,
          turn(() => undefined),
        ),
      )
    ).imported,
  ).toBe(17);
  expectEachOnce(again, placed, store);
  again.close();
});

test('the importer lets the desk go first, and a thread that died holds nobody up for long', () => {
  const shared = createSharedTurns();
  const [desk, importer] = [deskTurn(shared), importerTurn(shared, () => 0)];
  expect(importer.isWanted()).toBe(false);
  expect(importer.wasWantedLately()).toBe(false);
  desk.take();
  expect(importer.isWanted()).toBe(true);
  desk.leave();
  expect(importer.isWanted()).toBe(false);
  expect(importer.wasWantedLately()).toBe(true);

  const wait = vi.spyOn(Atomics, 'wait');
  onTestFinished(() => wait.mockRestore());
  importer.take();
  desk.take();
  expect(wait).toHaveLastReturnedWith('timed-out');
  desk.leave();
  importerTurn(shared, () => 0);
  desk.take();
  expect(wait, 'the next importer frees it, and nobody waits').toHaveLastReturnedWith('not-equal');
  desk.leave();
});

const KILLS = 4;

test(`killed ${KILLS} times while orders are pulled and the desk writes all the time: each is here once, with its stock (R16)`, {
  timeout: 240_000,
}, async () => {
  const { store, folder, file, place } = await openShop();
  const placed = place(300);
  const start = () => startProgram(['test/pull/pull-beside-desk.ts', folder]);
  let killed = 0;
  let written = 0;
  while (killed < KILLS) {
    // A fast machine may have had all of them before the last kill: there is always something to pull.
    placed.push(...place(60));
    const program = start();
    await program.line((line) => line.startsWith('stored'));
    await delay(killed * 40);
    program.child.kill('SIGKILL');
    await program.ended();
    killed += program.child.signalCode === 'SIGKILL' ? 1 : 0;
    written += program.lines.filter((line) => line === 'written').length;
    const db = openConnection(file, { readonly: true });
    expect(lostBehindCursor(db, store, placed)).toEqual([]);
    // What the desk was told is recorded is recorded.
    expect(db.get<{ count: number }>('SELECT count(*) AS count FROM registers')?.count).toBeGreaterThan(written);
    db.close();
  }
  const last = start();
  await last.line((line) => line === 'done');
  await last.stop();
  const db = openConnection(file, { readonly: true });
  expectEachOnce(db, placed, store);
  expect(db.pragma('integrity_check')).toBe('ok');
  db.close();
});

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Connection, openConnection } from '../../src/main/store/connection.ts';
import { createSharedTurns, deskTurn, importerTurn } from '../../src/main/store/turns.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PAGE = 4_096;
const LONG = 8_192;
/** Pages of one row. */
const ROW = 1_024;
const ROWS_OF_A_LONG_LOG = LONG / ROW;

const closedAfter = (connection: Connection): Connection => {
  onTestFinished(() => connection.close());
  return connection;
};

test('the desk never folds a log, however long, and that of an import is written from its beginning again and again (P5)', () => {
  const file = join(temporaryFolder(), 'tillbridge.db');
  const turns = createSharedTurns();
  const desk = closedAfter(openConnection(file, { turn: deskTurn(turns) }));
  const reader = closedAfter(openConnection(file, { readonly: true }));
  const folded = (by = reader) => by.get<{ log: number; checkpointed: number }>('PRAGMA wal_checkpoint(NOOP)');
  const write = (by: Connection, pages: number) =>
    by.run(`INSERT INTO parcels (content) VALUES (zeroblob(${pages * PAGE - 100}))`);
  desk.run('CREATE TABLE parcels (content BLOB)');

  for (let row = 0; row <= ROWS_OF_A_LONG_LOG; row++) write(desk, ROW);
  expect(folded()?.log).toBeGreaterThan(LONG);
  expect(folded()?.checkpointed).toBe(0);

  // A minute goes by with each look: the desk writes, and nobody works there without a pause.
  let now = 0;
  const clock = () => {
    now += 60_000;
    return now;
  };
  const importer = closedAfter(openConnection(file, { turn: importerTurn(turns, clock) }));
  let longest = 0;
  for (let row = 0; row < 3 * ROWS_OF_A_LONG_LOG; row++) {
    // A question that is being answered keeps what is written meanwhile from being folded.
    const question = row % 2 === 0 ? reader.iterate('SELECT rowid FROM parcels')[Symbol.iterator]() : undefined;
    question?.next();
    write(desk, 1);
    write(importer, ROW);
    question?.return?.();
    // One that began when all was written lets all be folded, and keeps the log from being begun again by the desk.
    const later = reader.iterate('SELECT rowid FROM parcels')[Symbol.iterator]();
    later.next();
    importer.run('DELETE FROM parcels WHERE rowid < 0');
    const before = folded(desk)?.checkpointed;
    write(desk, 1);
    later.return?.();
    expect(folded()?.checkpointed ?? 0).toBeLessThanOrEqual(before ?? 0);
    longest = Math.max(longest, statSync(`${file}-wal`).size);
  }
  expect(longest).toBeLessThan(2 * LONG * (PAGE + 24));
});

test('an import folds its log after 32 MB, and after 128 MB while somebody works at the desk (P5)', () => {
  const file = join(temporaryFolder(), 'tillbridge.db');
  const turns = createSharedTurns();
  const desk = closedAfter(openConnection(file, { turn: deskTurn(turns) }));
  const importer = closedAfter(openConnection(file, { turn: importerTurn(turns, () => 0) }));
  const parcel = `INSERT INTO parcels (content) VALUES (zeroblob(${ROW * PAGE - 100}))`;
  const unfolded = (): number => {
    const length = desk.get<{ log: number; checkpointed: number }>('PRAGMA wal_checkpoint(NOOP)');
    return (length?.log ?? 0) - (length?.checkpointed ?? 0);
  };
  const rowsUntilFolded = (): number => {
    let rows = 0;
    do {
      importer.run(parcel);
      rows += 1;
    } while (unfolded() > 0);
    return rows;
  };
  importer.run('CREATE TABLE parcels (content BLOB)');
  expect(rowsUntilFolded()).toBe(ROWS_OF_A_LONG_LOG);
  desk.run('CREATE TABLE notes (words TEXT)');
  expect(rowsUntilFolded()).toBe(4 * ROWS_OF_A_LONG_LOG);
});

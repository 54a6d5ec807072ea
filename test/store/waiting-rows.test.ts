import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openConnection } from '../../src/main/store/connection.ts';
import { insertInto, insertKeyed } from '../../src/main/store/insert.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const insertParent = insertKeyed<{ readonly name: string }>('parents', 'parent_key', { name: 'name' });
const insertChild = insertInto<{ readonly parentKey: number; readonly name: string }>(
  'children',
  { parentKey: 'parent_key', name: 'name' },
  ['parents'],
);

const open = () => {
  const db = openConnection(join(temporaryFolder(), 'rows.db'));
  onTestFinished(() => db.close());
  db.execute(`
    CREATE TABLE parents (parent_key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE children (parent_key INTEGER NOT NULL REFERENCES parents, name TEXT NOT NULL);`);
  const count = (table: string) => db.get<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`)?.rows;
  return { db, count };
};

test('rows that wait are there when their table is read, and what they name is there before them', () => {
  const { db, count } = open();
  db.transaction(() => {
    for (let each = 0; each < 77; each++) {
      const parentKey = insertParent(db, { name: `p${each}` });
      insertChild(db, { parentKey, name: `c${each}` });
    }
    expect(count('children')).toBe(77);
    insertChild(db, { parentKey: insertParent(db, { name: 'late' }), name: 'late' });
  });
  expect([count('parents'), count('children')]).toEqual([78, 78]);
});

test('an undone transaction takes the rows that waited with it, and only its own', () => {
  const { db, count } = open();
  db.transaction(() => {
    insertParent(db, { name: 'outer' });
    expect(() =>
      db.transaction(() => {
        insertParent(db, { name: 'inner' });
        throw new Error('not this one');
      }),
    ).toThrow('not this one');
  });
  expect(db.all('SELECT name FROM parents')).toEqual([{ name: 'outer' }]);
  expect(() =>
    db.transaction(() => [insertParent(db, { name: 'twice' }), insertParent(db, { name: 'twice' })]),
  ).toThrow('UNIQUE');
  expect(count('parents')).toBe(1);
});

test('a key that is given out is free, also when another connection wrote in between', () => {
  const { db } = open();
  const keys = db.transaction(() => [insertParent(db, { name: 'a' }), insertParent(db, { name: 'b' })]);
  db.run("INSERT INTO parents (parent_key, name) VALUES (50, 'other')");
  expect([...keys, insertParent(db, { name: 'c' }), db.transaction(() => insertParent(db, { name: 'd' }))]).toEqual([
    1, 2, 51, 52,
  ]);
});

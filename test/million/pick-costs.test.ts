import { expect, test } from 'vitest';
import { pick } from '../../src/main/commands/pick-and-pack.ts';
import { systemIdentity } from '../../src/main/identity.ts';
import { getFulfillment } from '../../src/main/queries/fulfillment-detail.ts';
import type { Connection } from '../../src/main/store/connection.ts';
import { openShopDatabase, randomNumbers, randomSale, writeSale } from './random-sales.ts';

/** A connection that notes the statements it is asked for. */
const noting = (db: Connection) => {
  const asked: string[] = [];
  const noted: Connection = {
    ...db,
    get: (sql, params) => {
      asked.push(sql);
      return db.get(sql, params);
    },
    all: (sql, params) => {
      asked.push(sql);
      return db.all(sql, params);
    },
    run: (sql, params) => {
      asked.push(sql);
      return db.run(sql, params);
    },
  };
  return { noted, asked };
};

test('picking a piece takes 30 statements while the importer waits, and 9 for its answer (P5)', () => {
  const db = openShopDatabase();
  const random = randomNumbers(5);
  db.transaction(() => {
    for (let number = 1; number <= 200; number++) writeSale(db, random, randomSale(random, number, 5));
  });
  const next = db.get<{ fulfillmentId: string; version: number; lineId: string }>(
    `SELECT f.fulfillment_id AS fulfillmentId, f.version, fl.line_id AS lineId
       FROM fulfillments f JOIN fulfillment_lines fl USING (fulfillment_key)
       JOIN sales s USING (sale_key)
      WHERE f.status = 'new' AND s.sale_status = 'closed' AND fl.ordered > fl.picked`,
  );
  if (!next) throw new Error('There is nothing to pick.');
  const { fulfillmentId, version, lineId } = next;
  const { noted, asked } = noting(db);
  pick(
    { db: noted, identity: systemIdentity, now: 0, by: 'Ann', isManager: false },
    { fulfillmentId, version, lines: [{ lineId, quantity: 1 }] },
  );
  expect(asked.length).toBeLessThanOrEqual(30);
  const { noted: reader, asked: read } = noting(db);
  expect(getFulfillment(reader, fulfillmentId).lines[0]?.picked).toBe(1);
  expect(read.length).toBeLessThanOrEqual(9);
});

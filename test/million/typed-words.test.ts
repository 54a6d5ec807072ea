import { describe, expect, test } from 'vitest';
import { contract } from '../../src/contract/contract.ts';
import { removedPerson } from '../../src/main/domain/removed-person.ts';
import { listCustomers } from '../../src/main/queries/customers.ts';
import { countFulfillments, listFulfillments } from '../../src/main/queries/fulfillments.ts';
import { listSales } from '../../src/main/queries/sales-list.ts';
import { summarizeSales } from '../../src/main/queries/sales-summary.ts';
import { moneyView } from '../../src/main/queries/views.ts';
import type { Connection } from '../../src/main/store/connection.ts';
import { insertCustomer } from '../../src/main/store/customers.ts';
import { loneCustomers, removeCustomers } from '../../src/main/store/personal-data.ts';
import { rowOfSale } from '../../src/main/store/sale-search.ts';
import { openShopDatabase, randomNumbers, randomSale, writeSale } from './random-sales.ts';

/** So many are counted where words were typed, and no more. */
const MOST_COUNTED = 5_000;
/** So many of the newest matches are looked at for what is open. */
const MOST_LOOKED_AT = 60_000;

/** Web orders that all have the words "Zoë Müller". */
const addOrdersOfZoe = (db: Connection, many: number, seed: number): void => {
  const random = randomNumbers(seed);
  db.transaction(() => {
    for (let written = 0, number = seed * 10_000; written < many; number++) {
      const record = { ...randomSale(random, number, 30), customerName: 'Zoë Müller' };
      if (record.source !== 'online') continue;
      writeSale(db, random, record);
      written++;
    }
  });
};

/** Makes more of the one sale that there is, open as it is, with its fulfillment and its words. */
const copies = (db: Connection) => {
  db.run("UPDATE fulfillments SET status = 'new'");
  const columnsOf = (table: string): string[] =>
    db.all<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`).map(({ name }) => name);
  const copy = (table: string, other: Readonly<Record<string, string>>, many: number): void => {
    const columns = columnsOf(table);
    const values = columns.map((column) => other[column] ?? column).join(', ');
    db.run(
      `WITH RECURSIVE more (nth) AS (SELECT :first UNION ALL SELECT nth + 1 FROM more WHERE nth < :last)
       INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values} FROM more CROSS JOIN ${table} WHERE ${columns[0]} = 1`,
      { first: made + 1, last: made + many },
    );
  };
  let made = 1;
  return (many: number): void => {
    copy('sales', { sale_key: 'nth', sale_id: "'copy ' || nth", order_id: '-nth', receipt_number: "'W' || nth" }, many);
    copy('fulfillments', { fulfillment_key: 'nth', fulfillment_id: "'copy ' || nth", sale_key: 'nth' }, many);
    db.run(
      `INSERT INTO sale_search (rowid, words) SELECT ${rowOfSale('s')}, s.customer_name FROM sales s WHERE s.sale_key > :made`,
      { made },
    );
    made += many;
  };
};

describe('what is typed to find something', () => {
  test('is words, whatever signs stand around them: no letter of it is an instruction, and signs alone find nothing', () => {
    const db = openShopDatabase();
    addOrdersOfZoe(db, 8, 1);
    insertCustomer(db, { customerId: 'zoe', name: 'Zoë Müller', email: 'z@example.com', phone: '', createdAt: 0 });
    const foundBy = (search: string) => {
      const customers = listCustomers(db, { search, limit: 50 }).rows;
      const sales = listSales(db, { search, limit: 50 }).rows;
      const all = listFulfillments(db, { segment: 'all', search, limit: 50 }).rows;
      const counts = countFulfillments(db, { search });
      expect([all.length, counts.all, summarizeSales(db, { search }).count], search).toEqual(
        Array(3).fill(sales.length),
      );
      const open = (['new', 'in_progress', 'packed'] as const).map((segment) => [
        listFulfillments(db, { segment, search, limit: 50 }).rows.length,
        counts[segment],
      ]);
      for (const [listed, counted] of open) expect(listed, search).toBe(counted);
      return [sales.length, customers.length];
    };
    for (const search of [
      'zo',
      'ZOË',
      'mü zoe',
      '"zoe',
      'zoe"',
      'zoe*',
      '*zoe',
      '^zoe',
      'zoe -mull',
      '-zoe',
      '(zoe + mull',
    ]) {
      expect(foundBy(search), search).toEqual([8, 1]);
    }
    // Words that a full-text question is made with are words here, and nothing has them.
    for (const search of [
      'zoe AND mull',
      'zoe OR lamp',
      'zoe NOT nobody',
      'zoe NEAR mull',
      'NEAR(zoe mull, 2)',
      'words:zoe',
    ]) {
      expect(foundBy(search), search).toEqual([0, 0]);
    }
    // A letter alone is a word of one letter.
    for (const search of ['z', 'o', '"', '*', '- -', '!?…', '%_\\', "';--", '@', '@example.com', '\u0000']) {
      const emailIsZ = search === 'z' ? 1 : 0;
      expect(foundBy(search), search).toEqual([0, emailIsZ]);
    }
    expect(foundBy('zoe '.repeat(250))).toEqual([8, 1]);
    expect(foundBy('z'.repeat(1_000))).toEqual([0, 0]);
    expect(foundBy('"'.repeat(1_000))).toEqual([0, 0]);
    for (const name of ['sales.list', 'fulfillments.list', 'customers.list'] as const) {
      expect(contract[name].input.safeParse({ search: 'z'.repeat(200) }).success).toBe(true);
      const refused = contract[name].input.safeParse({ search: 'z'.repeat(1_000) });
      expect(refused.error?.issues[0]?.path).toEqual(['search']);
    }
  });

  test('counts fulfillments up to 5,000, and says where there are more', () => {
    const db = openShopDatabase();
    addOrdersOfZoe(db, 1, 2);
    const copy = copies(db);
    copy(MOST_COUNTED - 1);
    expect(countFulfillments(db, { search: 'zoe mull' })).toMatchObject({ all: MOST_COUNTED, isMore: false });
    copy(1);
    const counts = countFulfillments(db, { search: 'zoe mull' });
    expect(counts).toMatchObject({ all: MOST_COUNTED, isMore: true });
    // What is open is counted to the end.
    expect(counts.new + counts.in_progress + counts.packed).toBe(MOST_COUNTED + 1);
    expect(counts.isMoreOpen).toBe(false);
    const ofType = countFulfillments(db, { search: 'zoe', type: 'pickup' });
    const ofOther = countFulfillments(db, { search: 'zoe', type: 'delivery' });
    expect([ofType.all, ofOther.all].toSorted((one, other) => one - other)).toEqual([0, MOST_COUNTED]);
    expect(ofType.new + ofOther.new).toBe(MOST_COUNTED + 1);
  });

  test('adds up the latest 5,000 sales to the instant, on whichever of them a day is cut', () => {
    const db = openShopDatabase();
    addOrdersOfZoe(db, 1, 2);
    copies(db)(MOST_COUNTED + 40);
    // One day, on which the search index knows no order of theirs.
    db.run(
      `UPDATE sales SET total = sale_key, refunded = 0, sale_status = 'closed',
              sold_at = sold_at / 86400000 * 86400000 + sale_key * 7919 % 86399 * 1000`,
    );
    const latest = db.get<{ total: number }>(
      `SELECT sum(total) AS total FROM (SELECT total FROM sales ORDER BY sold_at DESC, sale_key DESC LIMIT ${MOST_COUNTED})`,
    );
    const summary = summarizeSales(db, { search: 'zoe' });
    expect(summary).toMatchObject({ count: MOST_COUNTED, complete: false, returned: [] });
    expect(summary.totals).toEqual([moneyView(latest?.total ?? 0, 'USD')]);
    db.run(`DELETE FROM sale_search WHERE rowid % 67108864 > ${MOST_COUNTED}`);
    expect(summarizeSales(db, { search: 'zoe' })).toMatchObject({ count: MOST_COUNTED, complete: true });
  });

  test('counts what is open among the newest 60,000 sales with words that more have, and says so', () => {
    const db = openShopDatabase();
    addOrdersOfZoe(db, 3, 2);
    db.run("UPDATE fulfillments SET status = 'new'");
    // Words of days before, whose sales have nothing to hand over.
    const addWords = (first: number, last: number) =>
      db.run(
        `WITH RECURSIVE more (nth) AS (SELECT :first UNION ALL SELECT nth + 1 FROM more WHERE nth < :last)
         INSERT INTO sale_search (rowid, words) SELECT CAST(nth AS INTEGER), 'zoe' FROM more`,
        { first, last },
      );
    addWords(11, MOST_LOOKED_AT + 7);
    expect(countFulfillments(db, { search: 'zoe' })).toMatchObject({ new: 3, isMore: true, isMoreOpen: false });
    addWords(MOST_LOOKED_AT + 8, MOST_LOOKED_AT + 8);
    expect(countFulfillments(db, { search: 'zoe' })).toMatchObject({ new: 3, isMore: true, isMoreOpen: true });
  });
});

const people = ['Zoë Müller', 'Ana García', 'Zoe Mullins', 'Jiří Novák', 'ZOË van Dam', 'Anabel O’Neil'] as const;

const addPeople = (db: Connection): void =>
  db.transaction(() => {
    for (const [at, name] of people.entries()) {
      insertCustomer(db, { customerId: `p${at}`, name, email: `mail.${at}@shop.example`, phone: '', createdAt: at });
    }
  });

describe('customers', () => {
  test('are found by the beginnings of words of name and e-mail, without case and accents, the newest first (R12)', () => {
    const db = openShopDatabase();
    addPeople(db);
    const found = (search: string) => listCustomers(db, { search, limit: 50 }).rows.map(({ name }) => name);
    expect(found('zoe')).toEqual(['ZOË van Dam', 'Zoe Mullins', 'Zoë Müller']);
    expect(found('MÜL zo')).toEqual(['Zoe Mullins', 'Zoë Müller']);
    expect(found('jiri')).toEqual(['Jiří Novák']);
    expect(found('garc')).toEqual(['Ana García']);
    expect(found('neil')).toEqual(['Anabel O’Neil']);
    expect(found('mail.3@shop.example')).toEqual(['Jiří Novák']);
    expect(found('shop')).toEqual([]);
    expect(found('oe')).toEqual([]);

    const paged: string[] = [];
    for (let cursor: string | undefined; paged.length < 10; ) {
      const page = listCustomers(db, { search: 'mail', limit: 2, cursor });
      paged.push(...page.rows.map(({ customerId }) => customerId));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(['p5', 'p4', 'p3', 'p2', 'p1', 'p0']);
  });

  test('are not found any more by what was removed of them, nor when they are gone (F8)', () => {
    const db = openShopDatabase();
    addPeople(db);
    const found = (search: string) => listCustomers(db, { search, limit: 50 }).rows.map(({ customerId }) => customerId);
    db.transaction(() => removeCustomers(db, loneCustomers(db, { after: 0, before: 3, most: 50 })));
    expect([found('zoe'), found('garcia'), found('mail')]).toEqual([['p4'], [], ['p5', 'p4', 'p3']]);
    expect(found(removedPerson)).toContain('p0');
    db.run("DELETE FROM customers WHERE customer_id = 'p4'");
    expect([found('zoe'), found('mail')]).toEqual([[], ['p5', 'p3']]);
  });
});

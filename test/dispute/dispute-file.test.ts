import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkEvidence } from '../../src/main/doctor/check-evidence.ts';
import { compareWithDataFolder, readDispute } from '../../src/main/doctor/verify-dispute.ts';
import { type Connection, openConnection } from '../../src/main/store/connection.ts';
import { checkChain, checkEvidenceOfSale } from '../../src/main/store/evidence-check.ts';
import { removePersons } from '../../src/main/store/personal-data.ts';
import { openPickBench, type PickBench } from '../fulfilment/pick-bench.ts';
import { startTillbridge } from '../support/started-program.ts';

const version = '0.0.0';

/** An order that was picked, printed, packed and shipped in part, the rest handed over; and its dispute file. */
const openDispute = async () => {
  const bench = await openPickBench({ customer: { firstName: 'Ada', lastName: '<b>Byron</b>' } });
  const { till, now } = bench;
  const step = async (name: Parameters<PickBench['till']['call']>[0], input: object) => {
    const { fulfillmentId, version: seen } = await now();
    return till.call(name, { fulfillmentId, version: seen, ...input } as never);
  };
  await bench.packAll();
  const { fulfillmentId, saleId, lines } = await now();
  await till.call('prints.slip', { fulfillmentId, requestId: crypto.randomUUID(), printer: null });
  const [mug] = lines;
  await step('fulfillments.ship', {
    lines: [{ lineId: mug?.lineId, quantity: 3 }],
    carrier: 'DHL',
    trackingNumber: 'JD0001',
  });
  await step('fulfillments.handOver', { recipientName: 'Grace Hopper' });
  const file = await till.call('disputes.export', { saleId });
  return { ...bench, saleId, step, html: file.html, fileName: file.fileName };
};

/** Rows altered behind the app's back: by somebody who knows how to lift what keeps them as they are. */
const alter = (folder: string, sql: string): void => {
  const db = openConnection(join(folder, 'tillbridge.db'));
  for (const { name } of db.all<{ name: string }>(`SELECT name FROM sqlite_master WHERE type = 'trigger'`)) {
    db.execute(`DROP TRIGGER ${name}`);
  }
  db.execute(sql);
  db.close();
};

const looking = <T>(folder: string, look: (db: Connection) => T): T => {
  const db = openConnection(join(folder, 'tillbridge.db'), { readonly: true });
  try {
    return look(db);
  } finally {
    db.close();
  }
};

test('a dispute file tells how an order left and by whom, needs nothing else, and breaks with any letter of it (N11)', async () => {
  const { html, fileName, orderId } = await openDispute();
  expect(fileName).toBe(`dispute-W${orderId}.html`);
  const text = html
    .slice(0, html.indexOf('<script'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
  for (const words of ['Shipped DHL JD0001', 'Handed over Grace Hopper', '3 × MUG', 'slip', 'Credit Card']) {
    expect(text).toContain(words);
  }
  expect(html).not.toContain('<b>Byron');
  expect(html).not.toMatch(/(src|href)=/);

  const { file, problems } = readDispute(html, version);
  expect(problems).toEqual([]);
  expect(file?.entries.map(({ kind }) => kind)).toEqual([
    ...['order', 'step', 'step', 'print', 'step', 'step', 'export'],
  ]);
  // Every so many letters one is another.
  for (let at = 11; at < html.length; at += 97) {
    const other = html[at] === 'x' ? 'y' : 'x';
    const broken = readDispute(`${html.slice(0, at)}${other}${html.slice(at + 1)}`, version);
    expect(broken.problems.length, `letter ${at}`).toBeGreaterThan(0);
  }
  // It names the entry, also where its own hash was put right, and the page and its seal with it.
  const told = readDispute(html.replaceAll('Grace Hopper', 'Grace Harper'), version);
  expect(told.problems.map(({ entry }) => entry)).toEqual([file?.entries[5]?.number]);
  expect(told.problems[0]?.message).toMatch(/^Entry 6: what it says of the step of .* was altered\.$/);
});

test('a row that is altered, taken out or put in later is noticed, by the file and by the doctor, and the entry is named', async () => {
  const { html, saleId, till, pull, step } = await openDispute();
  const { folder } = till;
  const { file } = readDispute(html, version);
  if (!file) throw new Error('The file cannot be read.');
  const wrong = () => compareWithDataFolder(folder, file).map(({ message }) => message);
  const doctor = () => looking(folder, checkEvidence);
  expect([wrong(), doctor().ok]).toEqual([[], true]);

  // What goes on by itself breaks nothing: what the replay told comes back with the next pull, and staff go on.
  await pull();
  await step('fulfillments.note', { text: 'Customer called.' });
  expect([wrong(), doctor().ok]).toEqual([[], true]);
  await till.app.stop();

  // The order, although no import came: its payment.
  alter(
    folder,
    `UPDATE payments SET amount = amount + 1 WHERE sale_key = (SELECT sale_key FROM sales WHERE sale_id = '${saleId}')`,
  );
  expect(wrong().join()).toMatch(/entry \d+: Of its order was altered since, otherwise than by an import: payments\./);
  expect(doctor().message).toContain('payments');
  alter(folder, 'UPDATE payments SET amount = amount - 1');
  expect(wrong()).toEqual([]);

  // A step: into whose hands it went.
  const handed = `WHERE kind = 'hand_over'`;
  alter(folder, `UPDATE fulfillment_steps SET detail = replace(detail, 'Grace', 'Nobody') ${handed}`);
  expect(wrong()).toEqual(['In the folder, entry 6: The step that it is about was altered.']);
  expect(doctor()).toMatchObject({ ok: false, check: 'evidence' });
  expect(doctor().message).toContain('entry 6');
  alter(folder, `UPDATE fulfillment_steps SET detail = replace(detail, 'Nobody', 'Grace') ${handed}`);
  expect(wrong()).toEqual([]);

  // What a paper said.
  alter(folder, `UPDATE print_jobs SET content = replace(content, 'Mug', 'Jug')`);
  expect(wrong()).toEqual(['In the folder, entry 4: The print that it is about was altered.']);

  // On the command line, with the entry.
  const path = join(folder, 'dispute.html');
  writeFileSync(path, html);
  const program = startTillbridge(folder, ['verify', path, '--json']);
  expect(await program.ended()).toBe(1);
  expect(JSON.parse(program.lines.join(''))).toMatchObject({ ok: false, data: { problems: [{ entry: 4 }] } });

  // An entry taken out, with its step: those after it no longer fit.
  alter(folder, `DELETE FROM evidence_entries WHERE entry_number = 5`);
  expect(wrong()).toEqual(expect.arrayContaining(['Entry 5: the folder has no such step any more.']));
  const message = doctor().message;
  expect(message).toMatch(/entry 5, sale .*: It is missing/);
});

test('a sale in the shop is recorded with its first row; a step without evidence is found', async () => {
  const { till } = await openPickBench();
  const { productId } = await till.call('products.create', { sku: 'CUP', name: 'Cup' });
  const { saleId } = await till.call('sales.recordInStore', {
    lines: [{ productId, quantity: 1, unitPrice: '4' }],
    payments: [{ method: 'Cash', amount: '4' }],
  });
  const kinds = (await till.call('disputes.export', { saleId })).entries;
  expect(kinds).toBe(2);
  await till.app.stop();
  alter(till.folder, `UPDATE sales SET total = total + 1 WHERE sale_id = '${saleId}'`);
  expect(looking(till.folder, checkEvidence).message).toContain('otherwise than by an import: total');
  alter(
    till.folder,
    `UPDATE sales SET total = total - 1 WHERE sale_id = '${saleId}';
     INSERT INTO fulfillment_steps (step_id, fulfillment_key, register_key, kind, staff_name, happened_at, detail)
       SELECT 'forged', fulfillment_key, 1, 'hand_over', 'Ann', 0, '{}' FROM fulfillments LIMIT 1`,
  );
  expect(looking(till.folder, checkEvidence).message).toContain('A step of staff (hand_over) has no entry.');
});

test('on a pick round with somebody whose personal data was removed since, the evidence of the others still fits', async () => {
  const bench = await openPickBench();
  const other = bench.store.placeOrder({ customer: { firstName: 'Old', lastName: 'Buyer' } });
  await bench.pull();
  const { till } = bench;
  const { rows } = await till.call('fulfillments.list', { segment: 'new' });
  await till.call('prints.pickRound', { requestId: crypto.randomUUID(), printer: null });
  const { saleId } = await bench.now();
  expect(rows).toHaveLength(2);
  await till.app.stop();
  const db = openConnection(join(till.folder, 'tillbridge.db'));
  const old = db.get<{ saleKey: number }>('SELECT sale_key AS saleKey FROM sales WHERE order_id = :other', { other });
  db.transaction(() => removePersons(db, [old?.saleKey ?? 0]));
  expect(
    db.get<{ content: string }>(`SELECT content FROM print_jobs WHERE kind = 'pick_round'`)?.content,
  ).not.toContain('Old Buyer');
  expect([checkChain(db, 5), checkEvidenceOfSale(db, saleId)]).toEqual([[], []]);
  db.close();
});

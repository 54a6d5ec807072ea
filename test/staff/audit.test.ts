import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { systemIdentity } from '../../src/main/identity.ts';
import { recordAudit } from '../../src/main/store/audit.ts';
import { openConnection } from '../../src/main/store/connection.ts';
import {
  connect,
  everyRow,
  openLinkedTill,
  openOutlet,
  openStore,
  openTill,
  type Till,
} from '../support/linked-till.ts';

const entries = (till: Till, filter = {}) =>
  everyRow((cursor) => till.call('audit.list', { ...filter, limit: 2, ...(cursor === undefined ? {} : { cursor }) }));

/** Writes beside the app, as a person with a database tool could. */
const beside = (till: Till) => openConnection(`${till.folder}/tillbridge.db`);

describe('the audit log', () => {
  test('linking and rebinding are told with who, what, when, before and after, newest first (R6)', async () => {
    const store = await openStore({ name: 'Fern & Co', storeHash: 'fern' });
    const till = await openTill();
    await till.call('staff.setManagerPin', { pin: '975310864213' });
    const first = await openOutlet(till);
    const { registerId } = await till.call('registers.create', { outletId: first.outletId, name: 'Till 2' });
    await connect(till, store);
    await till.call('link.bind', first);
    await till.call('link.bind', { ...first, registerId, locationId: '7' });
    const told = await entries(till);
    expect(told.map(({ at: _, auditId: __, label: ___, ...entry }) => entry)).toEqual([
      {
        who: 'Manager',
        what: 'link.bind',
        subject: 'Fern & Co',
        before: { outlet: 'High Street', register: 'Till 1', 'BigCommerce location': null },
        after: { outlet: 'High Street', register: 'Till 2', 'BigCommerce location': '7' },
      },
      {
        who: 'Manager',
        what: 'link.bind',
        subject: 'Fern & Co',
        before: null,
        after: { outlet: 'High Street', register: 'Till 1', 'BigCommerce location': null },
      },
      {
        who: 'Manager',
        what: 'link.connect',
        subject: 'Fern & Co',
        before: null,
        after: { store: 'fern', plan: 'Pro', token: 'given' },
      },
      {
        who: null,
        what: 'staff.setManagerPin',
        subject: 'Manager',
        before: { PIN: 'none' },
        after: { PIN: 'set' },
      },
    ]);
    expect(JSON.stringify(told), 'neither the token nor a PIN').not.toMatch(new RegExp(`${store.token}|975310864213`));
    for (const { at } of told) expect(Math.abs(Date.now() - Date.parse(at))).toBeLessThan(60_000);
  });

  test('what is refused leaves no entry', async () => {
    const till = await openLinkedTill(await openStore());
    const before = await entries(till);
    expect(await till.reply('link.bind', { outletId: till.outletId, registerId: 'no such' })).toMatchObject({
      ok: false,
    });
    expect(await till.reply('stock.importOpening', { csv: 'sku,quantity\nA,-1' })).toMatchObject({ ok: false });
    expect(await entries(till)).toEqual(before);
  });

  test('nobody changes or deletes an entry, also not with a database tool (R6)', async () => {
    const till = await openLinkedTill(await openStore());
    const db = beside(till);
    expect(() => db.run("UPDATE audit_entries SET who = 'Ada'")).toThrow(/append-only/);
    expect(() => db.run('DELETE FROM audit_entries')).toThrow(/append-only/);
    db.close();
  });

  test('the log is searched by words, by kind and by time', async () => {
    const till = await openLinkedTill(await openStore({ name: 'Fern & Co' }));
    await till.call('staff.setManagerPin', { pin: '1234' });
    await till.call('stock.importOpening', { csv: 'sku,quantity,name\nJUG,3,Jug' });
    const whats = async (filter: object) => (await entries(till, filter)).map(({ what }) => what);
    expect(await whats({ search: 'fern' })).toEqual(['link.bind', 'link.connect']);
    expect(await whats({ search: 'OPENING stock' })).toEqual(['stock.importOpening']);
    expect(await whats({ search: '100%' })).toEqual([]);
    expect(await whats({ what: 'link.connect' })).toEqual(['link.connect']);
    const { at } = (await entries(till))[0] ?? { at: '' };
    const later = new Date(Date.parse(at) + 1).toISOString();
    expect(await whats({ from: later })).toEqual([]);
    expect(await whats({ to: later })).toHaveLength(4);
    expect(await whats({ from: '2020-01-01', to: '2020-12-31' })).toEqual([]);
    expect((await till.call('audit.kinds', {})).rows).toContainEqual({
      what: 'stock.seed',
      label: "BigCommerce's stock taken over",
    });
  });

  test('the export is what the filter finds, and runs no formula in a spreadsheet', async () => {
    const till = await openLinkedTill(await openStore());
    const db = beside(till);
    const desk = { db, identity: systemIdentity, now: Date.now(), by: '=cmd|calc' };
    recordAudit(desk, { what: 'link.bind', subject: '@SUM(A1)', before: { note: 'a, "b"\nc' }, after: { pieces: 3 } });
    db.close();
    const { csv } = await till.call('audit.export', { what: 'link.bind' });
    const [heading, newest, ...older] = parse(csv, { bom: true });
    expect(heading).toEqual(['When (UTC)', 'Who', 'What', 'To what', 'Before', 'After']);
    expect(newest?.slice(1)).toEqual([
      "'=cmd|calc",
      'Outlet and register chosen',
      "'@SUM(A1)",
      'note: a, "b"\nc',
      'pieces: 3',
    ]);
    expect(older).toHaveLength(1);

    const first = await till.call('audit.export', { limit: 2 });
    const { rows } = await till.call('audit.list', {});
    expect([first.count, first.total]).toEqual([2, rows.length]);
    let file = first.csv;
    for (let cursor = first.nextCursor; cursor !== null; ) {
      const page = await till.call('audit.export', { limit: 2, cursor });
      file += page.csv;
      cursor = page.nextCursor;
    }
    expect(file, 'the pages behind each other are the file').toBe((await till.call('audit.export', {})).csv);
    expect(parse(file, { bom: true })).toHaveLength(rows.length + 1);
  });
});

import { describe, expect, test } from 'vitest';
import { connect, openOutlet, openStore, openTill } from '../support/linked-till.ts';

describe('linking a store', () => {
  test.each(['Pro', 'standard', ' Advanced ', 'Enterprise', 'CORE', 'Plus'])(
    'the plan "%s" may link (R1)',
    async (plan) => {
      const store = await openStore({ name: 'Fern & Co' });
      const till = await openTill();
      const input = { storeHash: store.storeHash, token: store.token, plan, apiBase: store.baseUrl };
      expect((await till.call('link.connect', input)).storeName).toBe('Fern & Co');
    },
  );

  test('any other plan is refused by name, before BigCommerce is asked anything (R1)', async () => {
    const store = await openStore();
    const till = await openTill();
    const input = { storeHash: store.storeHash, token: store.token, plan: 'Lite', apiBase: store.baseUrl };
    const refused = await till.reply('link.connect', input);
    expect(refused).toMatchObject({ ok: false, fault: { code: 'plan_not_supported', field: 'plan' } });
    expect(refused.ok ? '' : refused.fault.message).toMatch(/Pro, Standard, Advanced, Enterprise, Core and Plus/);
    expect(store.received).toEqual([]);
  });

  test('outlet and register are chosen together, and the register is one of the outlet (R3, R4)', async () => {
    const store = await openStore();
    const till = await openTill();
    const first = await openOutlet(till);
    const second = await openOutlet(till);
    expect(await till.reply('link.bind', first)).toMatchObject({ ok: false, fault: { code: 'not_linked' } });
    await connect(till, store);
    expect(await till.reply('link.bind', { outletId: first.outletId })).toMatchObject({
      ok: false,
      fault: { code: 'invalid_input', field: 'registerId' },
    });
    expect(await till.reply('link.bind', { ...first, registerId: second.registerId })).toMatchObject({
      ok: false,
      fault: { code: 'register_not_in_outlet' },
    });
    expect((await till.call('link.get', {})).binding).toBeNull();
    expect(await till.call('link.bind', first)).toMatchObject(first);
  });

  test('another store is not linked over the first one (R83)', async () => {
    const till = await openTill();
    await connect(till, await openStore({ storeHash: 'first' }));
    const other = await openStore({ storeHash: 'other' });
    const input = { storeHash: 'other', token: other.token, plan: 'Pro', apiBase: other.baseUrl };
    expect(await till.reply('link.connect', input)).toMatchObject({ ok: false, fault: { code: 'already_linked' } });
  });

  test('an address that is not on this machine never gets the token', async () => {
    const till = await openTill();
    const input = { storeHash: 'abc', token: 'secret', plan: 'Pro', apiBase: 'http://192.0.2.1/stores/abc' };
    expect(await till.reply('link.connect', input)).toMatchObject({
      ok: false,
      fault: { code: 'api_base_not_allowed' },
    });
  });

  test('a refused token links nothing', async () => {
    const store = await openStore();
    const till = await openTill();
    const input = { storeHash: store.storeHash, token: 'wrong', plan: 'Pro', apiBase: store.baseUrl };
    expect(await till.reply('link.connect', input)).toMatchObject({ ok: false, fault: { code: 'token_refused' } });
    expect(await till.call('link.get', {})).toEqual({
      link: null,
      binding: null,
      unlinked: null,
      unlinkWarning: expect.any(String),
    });
  });

  test('the manager PIN is set once; afterwards only its owner may change it (R6)', async () => {
    const till = await openTill();
    await till.call('staff.setManagerPin', { pin: '1234' });
    await till.app.stop();
    const later = await openTill(till.folder);
    expect(await later.reply('staff.setManagerPin', { pin: '9999' })).toMatchObject({
      ok: false,
      fault: { code: 'pin_already_set' },
    });
    expect(await later.reply('staff.signIn', { name: 'Manager', pin: '9999' })).toMatchObject({
      ok: false,
      fault: { code: 'wrong_pin' },
    });
    expect(await later.call('staff.signIn', { name: 'manager', pin: '1234' })).toEqual({
      name: 'Manager',
      role: 'manager',
    });
    await later.call('staff.setManagerPin', { pin: '5678' });
  });
});

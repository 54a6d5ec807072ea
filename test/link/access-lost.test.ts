import { describe, expect, test } from 'vitest';
import { allScopes, type PracticeStore, type Scope } from '../../src/practice-store/practice-store.ts';
import { connect, openOutlet, openStore, openTill, type Till } from '../support/linked-till.ts';
import { packOrder } from './pack-order.ts';

/** A linked shop whose one order is picked and packed, for BigCommerce to be told of. */
const openShop = async () => {
  const store = await openStore({ storeHash: 'fern', name: 'Fern & Co' });
  const till = await openTill();
  await till.call('staff.setManagerPin', { pin: '1234' });
  const place = await openOutlet(till);
  await connect(till, store);
  await till.call('link.bind', place);
  return { store, till };
};

const sales = async (till: Till): Promise<number> => (await till.call('sales.summary', {})).count;

const said = async (till: Till): Promise<string | null> => {
  const { problem } = await till.call('sync.status', {});
  return problem && `${problem.message} ${problem.nextStep}`;
};

const without = (store: PracticeStore, ...scopes: Scope[]): void =>
  store.narrowToken(allScopes.filter((scope) => !scopes.includes(scope)));

describe('access to the store that is lost (F8)', () => {
  test('a token that was taken back: said in words, everything is readable, work is recorded, and the next token sends it', async () => {
    const { store, till } = await openShop();
    const orderId = store.placeOrder({ statusId: 11 });
    await till.call('sync.now', {});
    const token = store.replaceToken();
    store.placeOrder({ statusId: 11 });
    const fault = {
      code: 'token_refused',
      message: 'BigCommerce refused the token. Make a new store-level API account in BigCommerce and enter its token.',
    };
    expect(await till.reply('sync.now', {})).toMatchObject({ ok: false, fault });
    expect((await till.call('sync.status', {})).state).toBe('refused');
    expect(await said(till)).toBe(fault.message);
    expect(await sales(till)).toBe(1);
    await packOrder(till, orderId);
    expect((await till.call('sync.status', {})).outbox.pending).toBeGreaterThan(0);

    const access = { storeHash: 'fern', apiBase: store.baseUrl, plan: 'Pro' };
    expect(await till.reply('link.connect', { ...access, token: 'mistyped' })).toMatchObject({ ok: false, fault });
    const { linkId } = (await till.call('link.get', {})).link ?? {};
    expect((await till.call('link.connect', { ...access, token })).linkId, 'the same link').toBe(linkId);
    await till.call('sync.now', {});
    expect(await sales(till)).toBe(2);
    expect(store.order(orderId).status_id, 'told that it is packed').toBe(9);
    expect(await said(till)).toBeNull();

    const next = store.replaceToken();
    expect(await till.reply('link.replaceToken', { token: 'mistyped' })).toMatchObject({ ok: false, fault });
    await till.call('link.replaceToken', { token: next });
    await till.call('sync.now', {});
    expect((await till.call('audit.list', { limit: 1 })).rows[0]).toMatchObject({ what: 'link.replaceToken' });
  });

  test('a token that may do less: the permission is named, and everything else goes on', async () => {
    const { store, till } = await openShop();
    const first = store.placeOrder({ lines: [{ sku: 'TRAIL-MUG', price: '9.00' }], statusId: 11 });
    await till.call('sync.now', {});
    let here = 1;

    without(store, 'store_v2_orders');
    store.placeOrder({ statusId: 11 });
    await till.reply('sync.now', {});
    expect(await said(till)).toBe(
      'The token may not read orders. Make a token with the scope "Orders: read-only", and connect the store again with it.',
    );
    expect(await sales(till), 'nothing comes in, nothing is lost').toBe(here);
    store.narrowToken([...allScopes.filter((scope) => scope !== 'store_v2_orders'), 'store_v2_orders_read_only']);
    await packOrder(till, first);
    await till.call('sync.now', {});
    here += 1;
    expect(await sales(till), 'orders arrive').toBe(here);
    expect(await said(till)).toBe(
      'The token may not change orders. Orders arrived; what is to be told waits. Make a token with the scope "Orders: modify", and connect the store again with it.',
    );
    expect(store.order(first).status_id).toBe(11);
    expect((await till.call('outbox.list', {})).rows.some((row) => row.orderId === String(first))).toBe(true);

    store.narrowToken(allScopes);
    await till.call('sync.now', {});
    expect(store.order(first).status_id, 'what waited is told').toBe(9);
    expect(await said(till)).toBeNull();
  });

  test('a plan that is lost pauses both ways with its reason; the plan that is back lets it go on by itself (R1, R2)', async () => {
    const { store, till } = await openShop();
    till.app.startSync();
    const orderId = store.placeOrder({ statusId: 11 });
    await till.call('sync.now', {});
    expect(await till.call('link.setPlan', { plan: 'Lean' })).toEqual({ plan: 'Lean', hasIntegration: false });
    await packOrder(till, orderId);
    store.placeOrder({ statusId: 11 });
    const paused =
      'The Retail POS plan of this shop has no BigCommerce integration any more, so the exchange is paused. Take up one of Pro, Standard, Advanced, Enterprise, Core and Plus, then choose it in Settings. Nothing already here is lost, and the exchange goes on by itself.';
    expect(await till.reply('sync.now', {})).toMatchObject({
      ok: false,
      fault: { code: 'plan_not_supported', message: paused },
    });
    expect([(await till.call('sync.status', {})).state, await said(till)]).toEqual(['paused', paused]);
    expect(await sales(till), 'all is readable, nothing is deleted').toBe(1);
    expect(store.order(orderId).status_id, 'nothing is sent').toBe(11);

    const goesOn = till.event(
      (event) => event.type === 'sync' && event.status.problem === null && event.status.state === 'idle',
    );
    await till.call('link.setPlan', { plan: 'core' });
    await goesOn;
    await till.call('sync.now', {});
    expect(await sales(till)).toBe(2);
    expect(store.order(orderId).status_id).toBe(9);
    const [entry] = (await till.call('audit.list', { what: 'link.setPlan', limit: 1 })).rows;
    expect(entry).toMatchObject({ who: 'Manager', before: { plan: 'Lean' }, after: { plan: 'core' } });
  });
});

describe('checking a store before it is linked', () => {
  test('says whose it is and what the token may do, by reading alone; what only writing shows is left untried', async () => {
    const store = await openStore({ storeHash: 'fern', name: 'Fern & Co', currency: 'GBP' });
    const till = await openTill();
    store.placeOrder({});
    without(store, 'store_inventory', 'store_channel_settings_read_only');
    const access = { storeHash: 'fern', token: store.token, apiBase: store.baseUrl };
    const check = await till.call('link.check', access);
    expect(check).toMatchObject({
      store: { name: 'Fern & Co', currency: 'GBP', timeZone: 'America/Chicago' },
      otherImporters: null,
      known: 'new',
      orders: 1,
    });
    expect(check.permissions.map(({ scope, state }) => `${scope}: ${state}`)).toEqual([
      'Information & settings: read-only: granted',
      'Orders: read-only: granted',
      'Orders: modify: untried',
      'Products: read-only: granted',
      'Store inventory: read-only: missing',
      'Store inventory: modify: untried',
      'Store locations: read-only: granted',
      'Channel settings: read-only: missing',
    ]);
    expect(check.locations[0]).toMatchObject({ locationId: '1', enabled: true });
    expect(store.received.every(({ method }) => method === 'GET')).toBe(true);
    expect((await till.call('link.get', {})).link).toBeNull();
  });

  test('a store whose orders another till takes is not linked, unless a manager says why; that is logged', async () => {
    const channels = [{ name: 'X-Series', type: 'pos', platform: 'vend' }];
    const store = await openStore({ storeHash: 'fern', channels });
    const till = await openTill();
    const access = { storeHash: 'fern', token: store.token, apiBase: store.baseUrl };
    expect((await till.call('link.check', access)).otherImporters).toEqual([
      "Lightspeed's own BigCommerce integration",
    ]);
    const wish = { ...access, plan: 'Pro' };
    expect(await till.reply('link.connect', wish)).toMatchObject({
      ok: false,
      fault: {
        code: 'other_importer',
        message: expect.stringMatching(/^Lightspeed's own BigCommerce integration takes this store's orders already/),
      },
    });
    const besides = { ...wish, besidesBecause: 'It serves the other outlet' };
    expect(await till.reply('link.connect', besides)).toMatchObject({ ok: false, fault: { code: 'manager_needed' } });
    await till.call('staff.setManagerPin', { pin: '1234' });
    await till.call('link.connect', besides);
    const [entry] = (await till.call('audit.list', { what: 'link.connect', limit: 1 })).rows;
    expect(entry?.after).toMatchObject({ 'beside another till because': 'It serves the other outlet' });
  });
});

import { describe, expect, test } from 'vitest';
import { newSession } from '../../src/main/app.ts';
import { openTillShop } from './till-shop.ts';

/** A shop whose lamps BigCommerce counts as well, and where somebody counts them again without telling BigCommerce yet. */
const openBusyShop = async () => {
  const shop = await openTillShop();
  const { store, till, sync } = shop;
  store.addProduct({ name: 'Lamp', sku: 'LAMP', price: '10.00', tracking: 'variant' }, 9);
  const { productId } = await till.call('products.create', { sku: 'LAMP', name: 'Lamp' });
  await sync();
  return { ...shop, count: (quantity: number) => till.call('stock.count', { productId, quantity }) };
};

/** Picks an order's lamps and, where it is said, packs them. */
const pick = async ({ till }: Awaited<ReturnType<typeof openTillShop>>, orderId: number, packs = false) => {
  const [row] = (await till.call('fulfillments.list', { orderId })).rows;
  if (!row) throw new Error('There is nothing to pick.');
  const { fulfillmentId, version } = row;
  const lines = row.lines.map(({ lineId, ordered }) => ({ lineId, quantity: ordered }));
  const picked = await till.call('fulfillments.pick', { fulfillmentId, version, lines });
  if (packs) await till.call('fulfillments.pack', { fulfillmentId, version: picked.version, lines });
};

describe('the shift hand-over', () => {
  test('names open picks, unsent work, and packed orders that are not paid (N14)', async () => {
    const shop = await openBusyShop();
    const { till, arrives, count } = shop;
    const [fresh, picking, packed, unpaid] = [
      await arrives(),
      await arrives(),
      await arrives(),
      await arrives({ statusId: 7, paymentMethod: 'Cash on Delivery' }),
    ];
    await pick(shop, picking);
    await pick(shop, packed, true);
    await pick(shop, unpaid, true);
    await count(4);
    const view = await till.call('till.handover', {});
    expect(view.unsent).toEqual({
      count: 3,
      kinds: [
        { kind: 'fulfilment', label: 'steps of fulfilment', count: 2 },
        { kind: 'stock', label: 'stock levels', count: 1 },
      ],
    });
    expect(view.openPicks).toMatchObject({ count: 1, rows: [{ orderId: String(picking), status: 'picking' }] });
    expect(view.unpaidPacked).toMatchObject({ count: 1, rows: [{ orderId: String(unpaid), status: 'packed' }] });
    expect(JSON.stringify(view)).not.toContain(`"${fresh}"`);
    expect(view.registerId).toBe(till.registerId);
  });

  test('a till with unsent work is closed only where a manager says so, and the log tells it (N14)', async () => {
    const { till, open, count } = await openBusyShop();
    await till.call('staff.setManagerPin', { pin: '1234' });
    await open();
    await count(4);
    const staff = newSession();
    const ask = (input: object) => till.app.dispatch('registers.close', { counted: '0', ...input }, staff);
    const refused = await ask({});
    expect(refused).toMatchObject({ ok: false, fault: { code: 'unsent_work' } });
    expect(refused.ok ? '' : refused.fault.message).toContain('stock levels: 1');
    expect(await ask({ leaveUnsent: true })).toMatchObject({ ok: false, fault: { code: 'manager_needed' } });
    expect((await till.call('registers.list', {})).rows).toMatchObject([{ state: 'open' }]);
    await till.call('registers.close', { counted: '0', leaveUnsent: true });
    const { rows } = await till.call('audit.list', { what: 'registers.closeUnsent' });
    expect(rows).toMatchObject([{ who: 'Manager', subject: 'Till 1', after: { 'stock levels': 1 } }]);
  });

  test('without unsent work nobody is asked for a manager, and nothing is written down', async () => {
    const { till, open } = await openTillShop();
    await open();
    await till.call('registers.close', { counted: '0', leaveUnsent: true });
    expect((await till.call('audit.list', { what: 'registers.closeUnsent' })).rows).toEqual([]);
  });
});

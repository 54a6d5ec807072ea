import { describe, expect, test } from 'vitest';
import { bindLink } from '../../src/main/commands/bind-link.ts';
import { systemIdentity } from '../../src/main/identity.ts';
import { matchProducts } from '../../src/main/outbox/match-products.ts';
import { linkTo, productHere } from './direct-till.ts';
import { openShop, type PushShop } from './open-shop.ts';

const bind = ({ till }: PushShop, outletId: string, locationId: string) =>
  bindLink(
    { db: till.db(), identity: systemIdentity, now: 1, by: null },
    { outletId, registerId: `${outletId}-till`, locationId },
  );

const RIVERSIDE = 2;

describe('only the stock of the bound outlet goes out (R28, R32)', () => {
  test('what moves in another outlet costs no request and changes nothing there', async () => {
    const shop = await openShop();
    const { store, till, add, later, marked } = shop;
    const { product } = add('MUG', 5);
    till.move('bound', product, 7, 'count');
    await till.exchange();
    await later();
    const before = store.received.length;
    till.move('other', product, 90, 'receive');
    await till.exchange();
    expect(store.received.slice(before).filter(({ path }) => path.startsWith('/v3/inventory'))).toEqual([]);
    expect(marked()).toEqual([]);
    expect(store.stockOf('MUG')).toBe(7);
  });

  test('another outlet at another location is told whole; the old location keeps what it had', async () => {
    const shop = await openShop();
    const { store, till, add, later, marked } = shop;
    const { product } = add('MUG', 5);
    const onlyHere = add('TENT', 5).product;
    store.setStock('MUG', 1, RIVERSIDE);
    store.setStock('TENT', 1, RIVERSIDE);
    till.move('bound', product, 7, 'count');
    till.move('bound', onlyHere, 8, 'count');
    till.move('other', product, 90, 'count');
    await till.exchange();
    await later();
    bind(shop, 'other', String(RIVERSIDE));
    await till.exchange();
    await later();
    expect([store.stockOf('MUG'), store.stockOf('MUG', RIVERSIDE)]).toEqual([7, 90]);
    expect([store.stockOf('TENT'), store.stockOf('TENT', RIVERSIDE)]).toEqual([8, 1]);
    await later();
    expect(marked()).toEqual([]);
  });

  test('another location of the same outlet is told whole', async () => {
    const shop = await openShop();
    const { store, till, add, later } = shop;
    till.move('bound', add('MUG', 5).product, 7, 'count');
    store.setStock('MUG', 1, RIVERSIDE);
    await till.exchange();
    await later();
    bind(shop, 'high-street', String(RIVERSIDE));
    await till.exchange();
    expect(store.stockOf('MUG', RIVERSIDE)).toBe(7);
  });

  test('a binding that changes while levels are read sends nothing to the wrong place', async () => {
    const shop = await openShop();
    const { store, till, add, later } = shop;
    const { product } = add('MUG', 5);
    till.move('bound', product, 7, 'count');
    till.move('other', product, 90, 'count');
    let bound = false;
    await till.exchange({
      after: (_method, path) => {
        if (bound || !path.startsWith('/v3/inventory')) return;
        bound = true;
        bind(shop, 'other', String(RIVERSIDE));
      },
    });
    await later();
    expect([store.stockOf('MUG'), store.stockOf('MUG', RIVERSIDE)]).toEqual([5, 90]);
  });

  test('only another register: nothing is told again', async () => {
    const shop = await openShop();
    const { till, add, later, marked } = shop;
    bind(shop, 'high-street', '1');
    till.move('bound', add('MUG', 5).product, 7, 'count');
    await till.exchange();
    await later();
    bind(shop, 'high-street', '1');
    expect(marked()).toEqual([]);
  });
});

describe('what nobody has counted here', () => {
  test('is left to BigCommerce, also when web orders move it', async () => {
    const { store, till, add, writes, marked } = await openShop();
    const { product, productId } = add('MUG', 5);
    store.placeOrder({ lines: [{ productId, sku: 'MUG', quantity: 2 }] });
    await till.exchange();
    expect(till.onHand(product)).toBe(-2);
    expect(store.stockOf('MUG')).toBe(3);
    expect(writes()).toEqual([]);
    expect(marked()).toEqual([]);
  });

  test('keeps what BigCommerce counts together with it waiting, without a request, until it is counted', async () => {
    const shop = await openShop();
    const { store, till, writes } = shop;
    const variants = ['S', 'M'].map((label) => ({ label, sku: `SHIRT-${label}` }));
    const shirt = { name: 'Shirt', sku: 'SHIRT', price: '10.00', tracking: 'product', variants } as const;
    const { productId, variantIds } = store.addProduct(shirt, 30);
    const [small, medium] = variants.map(({ sku }, index) => {
      const product = productHere(till.db(), sku);
      linkTo(till.db(), product, {
        bigcommerceProductId: productId,
        bigcommerceVariantId: variantIds[index] ?? 0,
      });
      return product;
    });
    await till.exchange();
    matchProducts(till.db(), 1, 'every');
    till.move('bound', small ?? 0, 4, 'count');
    const before = store.received.length;
    await till.exchange();
    expect(store.received.slice(before).filter(({ path }) => path.startsWith('/v3'))).toHaveLength(1);
    expect(writes()).toEqual([]);
    till.move('bound', medium ?? 0, 3, 'count');
    await till.exchange();
    expect(store.stockOf('SHIRT-S')).toBe(7);
  });
});

import type { Browser, Page } from 'playwright-core';
import type { FulfillmentView } from '../../src/contract/fulfillments.ts';
import type { OrderDraft } from '../../src/practice-store/practice-store.ts';
import { openShopWindow, type ShopWindow, type ShopWindowOptions } from './shop-window.ts';

/** What lies on the shelves of the shop: a scan of the SKU or of the EAN means it. */
export const shelf = {
  mug: { sku: 'MUG-BLUE', name: 'Blue Mug' },
  tea: { sku: 'TEA-ASSAM', name: 'Assam Tea' },
  pot: { sku: 'POT-IRON', name: 'Iron Pot' },
} as const;

export interface PickShop extends ShopWindow {
  /** Order numbers, in the order of the drafts. */
  readonly orders: readonly number[];
  /** The fulfillment of an order as the till has it now. */
  readonly of: (orderId: number) => Promise<FulfillmentView>;
  /** The EAN on an article of an order. */
  readonly barcodeOf: (orderId: number, sku: string) => Promise<string>;
  /** Places one more order and pulls it. */
  readonly order: (draft: OrderDraft) => Promise<number>;
}

/** Three mugs and one tin of tea for Ada, unless the draft says otherwise. */
const drafted = (draft: OrderDraft, index: number): OrderDraft => ({
  statusId: 11,
  customer: { firstName: 'Ada', lastName: `Byron ${index + 1}` },
  lines: [
    { sku: shelf.mug.sku, quantity: 3 },
    { sku: shelf.tea.sku, quantity: 1 },
  ],
  ...draft,
});

/** A shop with these orders, seen on its Fulfillments screen. */
export const openPickShop = async (
  browser: Browser,
  drafts: readonly OrderDraft[] = [{}],
  options: ShopWindowOptions = {},
): Promise<PickShop> => {
  const shop = await openShopWindow(browser, options);
  for (const { sku, name } of Object.values(shelf)) {
    shop.store.addProduct({ name, sku, price: '9.00', tracking: 'variant' }, 500);
  }
  const of = async (orderId: number): Promise<FulfillmentView> => {
    const { rows } = await shop.till.call('fulfillments.list', { orderId: String(orderId), segment: 'all' });
    return shop.till.call('fulfillments.get', { fulfillmentId: rows[0]?.fulfillmentId ?? '' });
  };
  const orders = drafts.map((draft, index) => shop.store.placeOrder(drafted(draft, index)));
  await shop.till.call('sync.now', {});
  await shop.page.getByRole('radio', { name: `New ${orders.length}` }).waitFor();
  return {
    ...shop,
    orders,
    of,
    barcodeOf: async (orderId, sku) => (await of(orderId)).lines.find((line) => line.sku === sku)?.barcode ?? '',
    order: async (draft) => {
      const orderId = shop.store.placeOrder(drafted(draft, 99));
      await shop.till.call('sync.now', {});
      return orderId;
    },
  };
};

/** What the open fulfillment shows. */
export const detail = (page: Page) => page.getByRole('region', { name: 'Fulfillment', exact: true });

/** Resolves once that order is the one that is open. */
export const isOpen = (page: Page, orderId: number): Promise<void> =>
  detail(page)
    .getByRole('heading', { name: `#${orderId}`, level: 2 })
    .waitFor();

/** The one primary action. */
export const primary = (page: Page, name: string) => detail(page).getByRole('button', { name, exact: true });

/** What a panel asks for. */
export const panel = (page: Page, name: string) => detail(page).getByRole('group', { name, exact: true });

/** How far a line is: `2 / 3`. */
export const progress = (page: Page, name: string, figure: string): Promise<void> =>
  detail(page).getByRole('row').filter({ hasText: name }).getByText(figure, { exact: true }).waitFor();

/** The last thing that the scan strip told. */
export const scanned = (page: Page, sentence: string | RegExp): Promise<void> =>
  detail(page).locator('[data-outcome]').getByText(sentence).waitFor();

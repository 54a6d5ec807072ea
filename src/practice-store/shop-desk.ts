import { secondOf } from './instants.ts';
import { amountOf } from './money.ts';
import type { Order, ShipmentItem } from './orders/order.ts';
import { confirmPayment, editOrderLines, type LineEdits, setOrderStatus } from './orders/order-life.ts';
import { refundOrder } from './orders/refunding.ts';
import { addShipment, plainDetails, remainingItems } from './orders/shipping.ts';
import type { ProductDraft } from './shop/catalogue.ts';
import { defaultLocationId } from './shop/locations.ts';
import type { Product, Variant } from './shop/product.ts';
import type { Shop } from './shop/shop.ts';
import type { Address } from './shop/shoppers.ts';

/** Leaves `date_modified` alone, as BigCommerce may do for shipments and refunds (bigcommerce.md §3.5). */
interface Silent {
  readonly silent?: boolean;
}

export interface ShipOptions extends Silent {
  /** By default the first address that something is left for. */
  readonly addressId?: number;
  /** By default everything that is left for it. */
  readonly items?: readonly ShipmentItem[];
  readonly trackingNumber?: string;
  readonly carrier?: string;
  readonly comments?: string;
}

/** Money as a decimal such as `5.00`. Nothing named: everything that is left. */
export interface RefundOptions extends Silent {
  readonly items?: readonly { readonly lineId: number; readonly quantity: number }[];
  readonly amount?: string;
  readonly tax?: string;
  readonly declined?: boolean;
  readonly reason?: string;
}

/** What shoppers and the merchant do. All of it throws a RangeError for orders, lines or SKUs that are not there. */
export interface ShopDesk {
  readonly setStatus: (orderId: number, statusId: number) => void;
  /** The payment is confirmed. */
  readonly pay: (orderId: number) => void;
  /** Gives the shipment's id. */
  readonly ship: (orderId: number, options?: ShipOptions) => number;
  /** Gives the refund's id. */
  readonly refund: (orderId: number, options?: RefundOptions) => number;
  readonly cancel: (orderId: number) => void;
  readonly editLines: (orderId: number, edits: LineEdits) => void;
  /** The shopper wants it somewhere else: every address of the order changes. */
  readonly moveTo: (orderId: number, address: Partial<Address>) => void;
  /** Out of all lists, but still there when asked for by id. */
  readonly archive: (orderId: number) => void;
  /** As after a change that touches nothing the till reads. */
  readonly touch: (orderId: number) => void;
  readonly setStaffNotes: (orderId: number, notes: string) => void;
  readonly renameStatus: (statusId: number, customLabel: string) => void;
  readonly addProduct: (draft: ProductDraft, stock?: number) => { productId: number; variantIds: number[] };
  readonly editProduct: (productId: number, changes: { readonly name?: string; readonly price?: string }) => void;
  /** Orders keep their lines; the catalogue answers 404. */
  readonly removeProduct: (productId: number) => void;
  /** On hand at a location; the default one serves web orders. Throws for what is not counted there. */
  readonly stockOf: (sku: string, locationId?: number) => number;
  /** As the merchant does in the control panel: at once. */
  readonly setStock: (sku: string, onHand: number, locationId?: number) => void;
}

export const shopDesk = (shop: Shop): ShopDesk => {
  const found = (orderId: number): Order => {
    const order = shop.book.get(orderId);
    if (order === undefined) throw new RangeError(`The practice store has no order ${orderId}.`);
    return order;
  };

  const change = <T>(orderId: number, act: (order: Order, at: number) => T, silent = false): T => {
    const order = found(orderId);
    const at = secondOf(shop.clock);
    const result = act(order, at);
    if (!silent) shop.book.touch(order, at);
    return result;
  };

  return {
    setStatus: (orderId, statusId) => change(orderId, (order, at) => setOrderStatus(shop, order, statusId, at)),
    pay: (orderId) => change(orderId, (order, at) => confirmPayment(shop, order, at)),
    ship: (orderId, options = {}) => change(orderId, (order, at) => ship(shop, order, options, at), options.silent),
    refund: (orderId, { amount, tax, silent, ...options } = {}) =>
      change(
        orderId,
        (order, at) => {
          const money = { ...optionalAmount('amount', amount), ...optionalAmount('tax', tax) };
          return refundOrder(shop, order, { ...options, ...money }, at).id;
        },
        silent,
      ),
    cancel: (orderId) => change(orderId, (order, at) => setOrderStatus(shop, order, 5, at)),
    editLines: (orderId, edits) => change(orderId, (order) => editOrderLines(shop, order, edits)),
    moveTo: (orderId, changes) =>
      change(orderId, (order) => {
        order.addresses = order.addresses.map((each) => ({ ...each, address: { ...each.address, ...changes } }));
      }),
    archive: (orderId) =>
      change(orderId, (order) => {
        order.archived = true;
      }),
    touch: (orderId) => change(orderId, () => undefined),
    setStaffNotes: (orderId, notes) =>
      change(orderId, (order) => {
        order.staffNotes = notes;
      }),
    renameStatus: (statusId, customLabel) => {
      shop.statusLabels.set(statusId, customLabel);
    },
    ...catalogueDesk(shop),
  };
};

const optionalAmount = <N extends string>(name: N, amount: string | undefined): Partial<Record<N, number>> =>
  amount === undefined ? {} : ({ [name]: amountOf(amount) } as Record<N, number>);

const ship = (shop: Shop, order: Order, options: ShipOptions, at: number): number => {
  const withGoods = order.addresses.find(({ id }) => remainingItems(order, id).length > 0);
  const addressId = options.addressId ?? withGoods?.id;
  if (addressId === undefined) throw new RangeError(`There is nothing left to ship of order ${order.id}.`);
  const items = options.items ?? remainingItems(order, addressId);
  const details = {
    ...plainDetails(order.addresses.find(({ id }) => id === addressId)?.method ?? ''),
    tracking_number: options.trackingNumber ?? '',
    tracking_carrier: options.carrier ?? '',
    comments: options.comments ?? '',
  };
  return addShipment(shop, order, { addressId, items, details }, at).id;
};

type CatalogueDesk = Pick<ShopDesk, 'addProduct' | 'editProduct' | 'removeProduct' | 'stockOf' | 'setStock'>;

const catalogueDesk = (shop: Shop): CatalogueDesk => {
  const product = (productId: number): Product => {
    const found = shop.catalogue.products.get(productId);
    if (found === undefined) throw new RangeError(`The practice store has no product ${productId}.`);
    return found;
  };
  const variant = (sku: string): Variant => {
    const found = shop.catalogue.bySku(sku);
    if (found === undefined) throw new RangeError(`The practice store has no SKU "${sku}".`);
    return found;
  };
  return {
    addProduct: (draft, stock) => {
      const added = shop.catalogue.add(draft, secondOf(shop.clock));
      if (stock !== undefined) for (const each of added.variants) shop.stock.set(each, defaultLocationId, stock);
      return { productId: added.id, variantIds: added.variants.map((each) => each.id) };
    },
    editProduct: (productId, { name, price }) => {
      const edited = product(productId);
      if (name !== undefined) edited.name = name;
      if (price !== undefined) edited.price = amountOf(price);
      edited.modifiedAt = secondOf(shop.clock);
    },
    removeProduct: (productId) => shop.catalogue.remove(product(productId).id),
    stockOf: (sku, locationId = defaultLocationId) => {
      const onHand = shop.stock.levelOf(variant(sku), locationId)?.onHand ?? null;
      if (onHand === null) throw new RangeError(`"${sku}" is not counted at location ${locationId}.`);
      return onHand;
    },
    setStock: (sku, onHand, locationId = defaultLocationId) => shop.stock.set(variant(sku), locationId, onHand),
  };
};

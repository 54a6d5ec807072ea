import { isWritableStatus, type WritableStatus } from '../domain/write-back.ts';

/**
 * All that can be written to BigCommerce, by type: stock levels, an order's status, and shipments of an order. There is
 * no way to create or delete an order in the whole client (R13, R31), and none to put anything else of one: whatever is
 * echoed there does damage (bigcommerce.md §5).
 */
export interface Puts {
  readonly '/v3/inventory/adjustments/absolute': LevelsBody;
  readonly [order: `/v2/orders/${number}`]: StatusBody;
}

export interface Posts {
  readonly [shipments: `/v2/orders/${number}/shipments`]: ShipmentBody;
}

export interface LevelsBody {
  readonly reason: string;
  readonly items: readonly LevelItem[];
}

type LevelItem = { readonly location_id: number; readonly quantity: number } & (
  | { readonly product_id: number }
  | { readonly variant_id: number }
);

/** Never Cancelled, Declined, Refunded or Partially Refunded (R95). */
export interface StatusBody {
  readonly status_id: WritableStatus;
}

/** `shipping_provider` has to be sent, and empty: without it the tracking number is no link (bigcommerce.md §6.1). */
export interface ShipmentBody {
  readonly order_address_id: number;
  readonly items: readonly { readonly order_product_id: number; readonly quantity: number }[];
  readonly tracking_number: string;
  readonly tracking_carrier: string;
  readonly shipping_provider: '';
  readonly comments: string;
}

interface Writable {
  readonly method: 'PUT' | 'POST';
  readonly path: RegExp;
  readonly fields: ReadonlySet<string>;
}

const writables: readonly Writable[] = [
  { method: 'PUT', path: /^\/v3\/inventory\/adjustments\/absolute$/, fields: new Set(['reason', 'items']) },
  { method: 'PUT', path: /^\/v2\/orders\/[1-9]\d*$/, fields: new Set(['status_id']) },
  {
    method: 'POST',
    path: /^\/v2\/orders\/[1-9]\d*\/shipments$/,
    fields: new Set([
      'order_address_id',
      'items',
      'tracking_number',
      'tracking_carrier',
      'shipping_provider',
      'comments',
    ]),
  },
];

/** Throws a RangeError for whatever is not to be written, so that what the types say holds while the app runs as well. */
export const requireWritable = (method: 'PUT' | 'POST', path: string, body: object): void => {
  const allowed = writables.find((each) => each.method === method && each.path.test(path));
  if (!allowed) throw new RangeError(`This app never sends ${method} ${path}.`);
  const other = Object.keys(body).find((field) => !allowed.fields.has(field));
  if (other !== undefined) throw new RangeError(`This app never writes "${other}" with ${method} ${path}.`);
  if ('status_id' in body && !isWritableStatus(Number(body.status_id))) {
    throw new RangeError(`This app never sets the status ${String(body.status_id)}.`);
  }
};

import type { ShipmentItem } from '../orders/order.ts';

/** One effect that a write over HTTP really had. `at` is the store's clock in milliseconds. */
export type Applied =
  | {
      readonly kind: 'status_set';
      readonly orderId: number;
      readonly from: number;
      readonly to: number;
      readonly at: number;
    }
  | {
      readonly kind: 'order_fields_set';
      readonly orderId: number;
      readonly fields: Readonly<Record<string, unknown>>;
      readonly at: number;
    }
  | {
      readonly kind: 'shipment_created';
      readonly orderId: number;
      readonly shipmentId: number;
      readonly items: readonly ShipmentItem[];
      readonly comments: string;
      readonly at: number;
    }
  | {
      readonly kind: 'shipment_changed' | 'shipment_deleted';
      readonly orderId: number;
      readonly shipmentId: number;
      readonly at: number;
    }
  | {
      readonly kind: 'pickup_created' | 'pickup_changed' | 'pickup_deleted';
      readonly orderId: number;
      readonly pickupId: number;
      readonly at: number;
    }
  | {
      readonly kind: 'stock_set' | 'stock_moved';
      readonly locationId: number;
      readonly sku: string;
      /** What was asked for: a level, or a signed change. */
      readonly quantity: number;
      /** Null where no level had been set before. */
      readonly from: number | null;
      readonly to: number;
      readonly at: number;
    };

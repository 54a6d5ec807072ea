/**
 * What each local step writes to BigCommerce (R95). Null writes nothing. Cancelled, Declined, Refunded and Partially
 * Refunded (4, 5, 6, 14) are the merchant's own decisions and are never written.
 */
export interface WriteBack {
  readonly packedDelivery: WritableStatus | null;
  readonly packedPickup: WritableStatus | null;
  /** Whether a parcel becomes a shipment there. */
  readonly shipment: boolean;
  readonly handedOver: WritableStatus | null;
}

export type WritableStatus = 2 | 3 | 8 | 9 | 10 | 11;

export const usualWriteBack: WriteBack = { packedDelivery: 9, packedPickup: 8, shipment: true, handedOver: 10 };

const writableStatuses: readonly number[] = [2, 3, 8, 9, 10, 11] satisfies readonly WritableStatus[];

export const isWritableStatus = (statusId: number): statusId is WritableStatus => writableStatuses.includes(statusId);

/** What an outbox entry tells BigCommerce. */
export type Telling =
  | { readonly kind: 'status'; readonly statusId: WritableStatus; readonly because: 'packed' | 'handed_over' }
  | {
      readonly kind: 'shipment';
      /** BigCommerce's id of the address it went to. */
      readonly addressId: number;
      /** Order lines by BigCommerce's ids. */
      readonly items: readonly { readonly lineId: number; readonly quantity: number }[];
      readonly trackingNumber: string;
      readonly carrier: string;
    };

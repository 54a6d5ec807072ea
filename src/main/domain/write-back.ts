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

/**
 * An entry's content as it was kept, read again (design law 10); null where it is nothing that this version would have
 * written.
 */
export const readTelling = (kind: string, kept: unknown): Telling | null => {
  if (typeof kept !== 'object' || kept === null) return null;
  const field = (name: string): unknown => Reflect.get(kept, name);
  if (kind === 'status') {
    const [statusId, because] = [Number(field('statusId')), field('because')];
    const isKnown = because === 'packed' || because === 'handed_over';
    return isKnown && isWritableStatus(statusId) ? { kind, statusId, because } : null;
  }
  const [addressId, items, trackingNumber, carrier] = ['addressId', 'items', 'trackingNumber', 'carrier'].map(field);
  if (kind !== 'shipment' || !isCount(addressId) || !Array.isArray(items) || items.length === 0) return null;
  if (typeof trackingNumber !== 'string' || typeof carrier !== 'string' || !items.every(isItem)) return null;
  return { kind, addressId, items, trackingNumber, carrier };
};

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;

const isItem = (value: unknown): value is { lineId: number; quantity: number } =>
  typeof value === 'object' &&
  value !== null &&
  isCount(Reflect.get(value, 'lineId')) &&
  isCount(Reflect.get(value, 'quantity'));

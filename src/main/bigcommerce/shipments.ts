import { z } from 'zod';
import type { WritableStatus } from '../domain/write-back.ts';
import type { Client, WritingClient } from './client.ts';
import { everyRow } from './every-row.ts';
import { check, UnreadableField } from './fields.ts';
import { rowsOf } from './orders.ts';
import { ifFound, StoreProblem } from './problem.ts';

/** A parcel as BigCommerce has it (bigcommerce.md §6.1). */
export interface Shipment {
  readonly shipmentId: number;
  readonly items: readonly { readonly lineId: number; readonly quantity: number }[];
  readonly comments: string;
  readonly trackingNumber: string;
  readonly carrier: string;
}

const shipmentDto = z.object({
  id: z.number().int().positive(),
  comments: z.string().nullish(),
  tracking_number: z.string().nullish(),
  tracking_carrier: z.string().nullish(),
  shipping_provider: z.string().nullish(),
  items: z.array(z.object({ order_product_id: z.number().int(), quantity: z.number().int() })),
});

/** Every shipment of an order; none where there is no such order. Throws `StoreProblem`. */
export const readShipments = async (client: Client, orderId: number): Promise<Shipment[]> => {
  const rows = await everyRow(async (page) =>
    rowsOf(await ifFound(client.get(`/v2/orders/${orderId}/shipments`, { ...page }))),
  );
  try {
    return rows.map(shipmentFrom);
  } catch (error) {
    if (!(error instanceof UnreadableField)) throw error;
    throw new StoreProblem('unreadable', error.message);
  }
};

const shipmentFrom = (raw: unknown): Shipment => {
  const dto = check(shipmentDto, raw);
  return {
    shipmentId: dto.id,
    items: dto.items.map(({ order_product_id, quantity }) => ({ lineId: order_product_id, quantity })),
    comments: dto.comments ?? '',
    trackingNumber: dto.tracking_number ?? '',
    carrier: dto.tracking_carrier || dto.shipping_provider || '',
  };
};

export interface NewShipment {
  readonly addressId: number;
  readonly items: readonly { readonly lineId: number; readonly quantity: number }[];
  readonly trackingNumber: string;
  readonly carrier: string;
  /** What it is recognised by later: no write has a key of its own there (bigcommerce.md §6.4). */
  readonly marker: string;
}

const markIn = (marker: string): string => `ref:${marker}`;

export const hasMarker = ({ comments }: Shipment, marker: string): boolean => comments.includes(markIn(marker));

/**
 * Tells of a parcel that left; the customer may get an e-mail. Says nothing about the order's status (§6.2). Throws
 * `StoreProblem`; sent once, whatever happens.
 */
export const createShipment = async (client: WritingClient, orderId: number, parcel: NewShipment): Promise<void> => {
  const { addressId, items, trackingNumber, carrier, marker } = parcel;
  const answer = await client.post(`/v2/orders/${orderId}/shipments`, {
    order_address_id: addressId,
    items: items.map(({ lineId, quantity }) => ({ order_product_id: lineId, quantity })),
    tracking_number: trackingNumber,
    tracking_carrier: carrier,
    shipping_provider: '',
    comments: markIn(marker),
  });
  if (!z.object({ id: z.number() }).safeParse(answer).success) {
    throw new StoreProblem('unreadable', 'no number of a shipment', { outcomeUnknown: true });
  }
};

/** Sets an order's status and nothing else of it (bigcommerce.md §5). Throws `StoreProblem`; sent once. */
export const setOrderStatus = async (
  client: WritingClient,
  orderId: number,
  statusId: WritableStatus,
): Promise<void> => {
  const answer = await client.put(`/v2/orders/${orderId}`, { status_id: statusId });
  if (!z.object({ status_id: z.literal(statusId) }).safeParse(answer).success) {
    throw new StoreProblem('unreadable', 'not the order with its new status', { outcomeUnknown: true });
  }
};

import type { OrderLine } from '../domain/order.ts';
import { chargeOf, check, required } from './fields.ts';
import { lineDto } from './order-dto.ts';

const kinds: Readonly<Record<string, OrderLine['kind']>> = {
  digital: 'digital',
  giftcertificate: 'gift_certificate',
};

/** Reads an order line. Where the line itself says where it goes, that wins. Throws `UnreadableField`. */
export const readLine = (raw: unknown, consignmentId: string | null = null): OrderLine => {
  const dto = check(lineDto, raw);
  return {
    lineId: dto.id,
    productId: dto.product_id ?? 0,
    variantId: dto.variant_id ?? 0,
    sku: dto.sku ?? '',
    name: dto.name || dto.sku || 'Unnamed product',
    options: (dto.product_options ?? [])
      .map((option) => [option.display_name, option.display_value].filter(Boolean).join(': '))
      .filter(Boolean)
      .join(', '),
    bin: dto.bin_picking_number ?? '',
    barcode: dto.upc ?? '',
    kind: kinds[dto.type ?? ''] ?? 'physical',
    quantity: dto.quantity,
    shipped: dto.quantity_shipped ?? 0,
    refunded: dto.quantity_refunded ?? 0,
    ...chargeOf('total', required('total_inc_tax', dto.total_inc_tax), dto.total_ex_tax, dto.total_tax),
    parentLineId: dto.parent_order_product_id || null,
    consignmentId: consignmentId ?? placeOf(dto.order_address_id, dto.order_pickup_method_id),
  };
};

/** The first number that two lines of an order share; lines are told apart by their numbers alone (R72). */
export const repeatedLineId = (lines: readonly OrderLine[]): number | undefined => {
  const seen = new Set<number>();
  return lines.find(({ lineId }) => seen.size === seen.add(lineId).size)?.lineId;
};

const placeOf = (addressId: number | null | undefined, pickupId: number | null | undefined): string | null => {
  if (pickupId) return pickupPlace(pickupId);
  return addressId ? addressPlace(addressId) : null;
};

export const addressPlace = (id: number): string => `address:${id}`;
export const pickupPlace = (id: number): string => `pickup:${id}`;

import type { Consignment } from '../domain/order.ts';
import type { AddressDto, ConsignmentsDto, PickupDto } from './order-dto.ts';
import { addressPlace, pickupPlace } from './read-line.ts';

/** The places an order goes to, and the lines that came along with them. */
export interface Consignments {
  readonly consignments: readonly Consignment[];
  readonly lines: readonly { readonly raw: unknown; readonly consignmentId: string | null }[];
  /** False when the answer held no consignments at all, only a link to them. */
  readonly listed: boolean;
  /** False when lines were cut off (at 50, with a `__warning__`: bigcommerce.md §0.3) or not sent along. */
  readonly linesWhole: boolean;
}

interface Place {
  readonly consignment: Consignment | null;
  readonly lineItems: unknown;
  readonly cut: boolean;
}

export const readConsignments = (dtos: readonly ConsignmentsDto[]): Consignments => {
  const places = dtos.flatMap(placesOf);
  return {
    consignments: eachOnce(places.flatMap((place) => (place.consignment ? [place.consignment] : []))),
    lines: places.flatMap(linesOf),
    listed: dtos.length > 0,
    linesWhole: places.length > 0 && places.every((place) => Array.isArray(place.lineItems) && !place.cut),
  };
};

/** A place named twice is one place: what goes there is handed over together. */
export const eachOnce = (consignments: readonly Consignment[]): Consignment[] => [
  ...new Map(consignments.map((each) => [each.consignmentId, each])).values(),
];

const placesOf = (dto: ConsignmentsDto): Place[] => {
  const email = dto.email && 'gift_certificates' in dto.email ? (dto.email.gift_certificates ?? []) : [];
  return [
    ...(dto.shipping ?? []).map((address) => placeOf(address, deliveryTo(address))),
    ...(dto.pickups ?? []).map((pickup) => placeOf(pickup, pickupAt(pickup))),
    ...[...(dto.downloads ?? []), ...email].map((lines) => placeOf(lines, null)),
  ];
};

type WithLines = Pick<AddressDto, 'line_items' | '__warning__'>;

const placeOf = (dto: WithLines, consignment: Consignment | null): Place => ({
  consignment,
  lineItems: dto.line_items,
  cut: dto.__warning__ != null,
});

const linesOf = ({ consignment, lineItems }: Place): { raw: unknown; consignmentId: string | null }[] => {
  if (!Array.isArray(lineItems)) return [];
  const items: readonly unknown[] = lineItems;
  const consignmentId = consignment?.consignmentId ?? null;
  return items.map((raw) => ({ raw, consignmentId }));
};

/** The control panel's pickup is a shipping method with a name of the merchant's choice (bigcommerce.md §3.6). */
const pickupWords = /\b(pick[\s-]?up|collect(ion)?)\b/i;

export const deliveryTo = (address: AddressDto): Consignment => ({
  consignmentId: addressPlace(address.id),
  type: pickupWords.test(address.shipping_method ?? '') ? 'pickup' : 'delivery',
  method: address.shipping_method ?? '',
  name: [address.first_name, address.last_name].filter(Boolean).join(' '),
  addressLines: [
    address.company,
    address.street_1,
    address.street_2,
    [address.zip, address.city].filter(Boolean).join(' '),
    [address.state, address.country].filter(Boolean).join(', '),
  ].filter((line): line is string => !!line),
  phone: address.phone ?? '',
  email: address.email ?? '',
});

const pickupAt = (pickup: PickupDto): Consignment => ({
  consignmentId: pickupPlace(pickup.id),
  type: 'pickup',
  method: pickup.pickup_method_display_name || 'Pickup',
  name: '',
  addressLines: pickup.location?.name ? [pickup.location.name] : [],
  phone: '',
  email: '',
});

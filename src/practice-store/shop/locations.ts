/** A place that holds stock (bigcommerce.md §7). Location 1 is BigCommerce's default and serves web orders. */
export interface Location {
  readonly id: number;
  readonly code: string;
  readonly label: string;
  readonly description: string;
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly email: string;
  readonly phone: string;
  /** False for a place that was opened lately: its stock was never set, so it knows no levels yet. */
  readonly stocked: boolean;
}

export interface PickupMethod {
  readonly id: number;
  readonly locationId: number;
  readonly displayName: string;
  readonly collectionInstructions: string;
  readonly collectionTimeDescription: string;
}

export const defaultLocationId = 1;

const location = (id: number, code: string, label: string, street: string, stocked: boolean): Location => ({
  id,
  code,
  label,
  description: '',
  street,
  city: 'Austin',
  state: 'Texas',
  zip: `7870${id}`,
  email: `${code.toLowerCase()}@fernhill.example`,
  phone: `512-555-010${id}`,
  stocked,
});

export const locations: readonly Location[] = [
  location(1, 'MAIN', 'Main Street Shop', '14 Main Street', true),
  location(2, 'RIVERSIDE', 'Riverside Warehouse', '200 Riverside Drive', true),
  location(3, 'HARBOUR', 'Harbour Shop', '3 Harbour Lane', false),
];

export const pickupMethods: readonly PickupMethod[] = [
  {
    id: 1,
    locationId: 1,
    displayName: 'Pick up at Main Street',
    collectionInstructions: 'Bring your order number and an ID.',
    collectionTimeDescription: 'Mon–Sat 9 am – 6 pm',
  },
  {
    id: 2,
    locationId: 2,
    displayName: 'Pick up at Riverside',
    collectionInstructions: 'Ring the bell at the side door.',
    collectionTimeDescription: 'Daily 10 am – 4 pm',
  },
];

export const locationById = new Map(locations.map((each) => [each.id, each]));
export const pickupMethodById = new Map(pickupMethods.map((each) => [each.id, each]));

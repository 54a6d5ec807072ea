/** Numbers by which an order and its parts know themselves and each other. */
const ownIds: ReadonlySet<string> = new Set([
  'id',
  'order_id',
  'order_address_id',
  'order_pickup_method_id',
  'order_product_id',
  'parent_order_product_id',
]);
const instants: ReadonlySet<string> = new Set(['date_created', 'date_modified', 'date_shipped']);

/** How a copy differs from the orders it was made from. */
export interface Stamp {
  /** Added to every id; more than any id there is. */
  readonly ids: number;
  /** Added to every instant. */
  readonly ms: number;
  /** Put into e-mail addresses, so that the copy has customers of its own; empty leaves them. */
  readonly customers: string;
}

/** The same orders again, as if placed by other people at another time. Products stay the same. */
export const restamp = (value: unknown, stamp: Stamp): unknown => {
  if (Array.isArray(value)) return value.map((each) => restamp(each, stamp));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, stamped(name, field, stamp)]));
};

const stamped = (name: string, value: unknown, stamp: Stamp): unknown => {
  if (typeof value === 'number') return ownIds.has(name) && value > 0 ? value + stamp.ids : value;
  if (typeof value !== 'string' || value === '') return restamp(value, stamp);
  if (instants.has(name)) return rfc2822(Date.parse(value) + stamp.ms);
  return name === 'email' && stamp.customers !== '' ? value.replace('@', `.${stamp.customers}@`) : value;
};

const rfc2822 = (at: number): string => new Date(at).toUTCString().replace('GMT', '+0000');

import type { Sideload } from '../answers/order-answer.ts';
import { parseInstant } from '../instants.ts';
import { amountOf } from '../money.ts';
import type { OrderFilter, OrderSort, Range, SortField } from '../orders/list-orders.ts';
import type { Order } from '../orders/order.ts';
import type { ApiContext } from '../wire/api.ts';
import { Refusal } from '../wire/refusal.ts';

type Read = (text: string) => number | null;

const number: Read = (text) => (/^\d+$/.test(text) ? Number(text) : null);
const second: Read = (text) => {
  const instant = parseInstant(text);
  return instant === null ? null : instant / 1000;
};
const amount: Read = (text) => (/^\d+(?:\.\d{1,4})?$/.test(text) ? amountOf(text) : null);

const numberFields: Readonly<Record<string, (order: Order) => number>> = {
  status_id: (order) => order.statusId,
  customer_id: (order) => order.customerId,
  channel_id: (order) => order.channelId,
};

const textFields: Readonly<Record<string, (order: Order) => string>> = {
  email: (order) => order.email.toLowerCase(),
  payment_method: (order) => order.paymentMethod.toLowerCase(),
  external_order_id: (order) => order.externalOrderId.toLowerCase(),
};

/** The filters of `GET /v2/orders` and its count (bigcommerce.md §3.2); a 400 for one that cannot be read. */
export const orderFilterOf = (c: ApiContext): OrderFilter => ({
  id: rangeOf(c, 'id', number),
  created: rangeOf(c, 'date_created', second),
  modified: rangeOf(c, 'date_modified', second),
  total: rangeOf(c, 'total', amount),
  equal: [
    ...Object.entries(numberFields).flatMap(([name, field]) => {
      const wanted = readOne(c, name, number);
      return wanted === null ? [] : [[field, wanted] as const];
    }),
    ...Object.entries(textFields).flatMap(([name, field]) => {
      const wanted = c.req.query(name);
      return wanted === undefined ? [] : [[field, wanted.toLowerCase()] as const];
    }),
  ],
});

const rangeOf = (c: ApiContext, name: string, read: Read): Range => ({
  min: readOne(c, `min_${name}`, read),
  max: readOne(c, `max_${name}`, read),
});

const readOne = (c: ApiContext, name: string, read: Read): number | null => {
  const text = c.req.query(name);
  if (text === undefined) return null;
  const value = read(text);
  if (value === null) throw new Refusal(400, `The field '${name}' is invalid.`);
  return value;
};

const sortFields: readonly SortField[] = [
  'id',
  'customer_id',
  'date_created',
  'date_modified',
  'status_id',
  'channel_id',
  'external_id',
];

/** By id and ascending where nothing is asked for. */
export const orderSortOf = (c: ApiContext): OrderSort => {
  const [name = 'id', direction = 'asc'] = (c.req.query('sort') ?? 'id').split(':');
  const field = sortFields.find((each) => each === name);
  if (field === undefined || (direction !== 'asc' && direction !== 'desc')) {
    throw new Refusal(400, "The field 'sort' is invalid.");
  }
  return { field, descending: direction === 'desc' };
};

/** What `include` and `consignment_structure` ask for. */
export const sideloadOf = (c: ApiContext): Sideload => {
  const wanted = new Set((c.req.query('include') ?? '').split(','));
  const lines = wanted.has('consignments.line_items');
  return {
    lines,
    consignments: lines || wanted.has('consignments'),
    fees: wanted.has('fees'),
    asObject: c.req.query('consignment_structure') === 'object',
  };
};

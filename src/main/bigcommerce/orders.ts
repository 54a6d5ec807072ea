import { z } from 'zod';
import type { Consignment, Order, OrderLine } from '../domain/order.ts';
import type { Client, Query } from './client.ts';
import { everyRow, PAGE_SIZE } from './every-row.ts';
import { check, UnreadableField } from './fields.ts';
import { addressDto } from './order-dto.ts';
import { ifFound, StoreProblem } from './problem.ts';
import { deliveryTo, eachOnce } from './read-consignments.ts';
import { readLine, repeatedLineId } from './read-line.ts';
import type { ReadOrder } from './read-order.ts';

const withLines = { include: 'consignments.line_items,fees', consignment_structure: 'object' };

/** ISO 8601 with a numeric offset: the form of BigCommerce's own examples. */
export const queryInstant = (at: number): string => new Date(at).toISOString().replace('Z', '+00:00');

/**
 * Orders changed at or after an instant (UTC ms; null for all), oldest change first, their lines alongside; as text, for
 * such a page is long. Null when there are none.
 */
export const listChangedOrders = (
  client: Client,
  { since, page }: { since: number | null; page: number },
): Promise<string | null> =>
  client.getText('/v2/orders', {
    ...(since === null ? {} : { min_date_modified: queryInstant(since) }),
    sort: 'date_modified:asc',
    limit: PAGE_SIZE,
    page,
    ...withLines,
  });

/** How many orders changed at or after an instant: the total of a progress bar. */
export const countChangedOrders = (client: Client, since: number | null): Promise<number | null> =>
  countOrders(client, since === null ? {} : { min_date_modified: queryInstant(since) });

/** How many orders there are up to an id. */
export const countOrdersUpTo = (client: Client, upTo: number): Promise<number | null> =>
  countOrders(client, { max_id: upTo });

const countOrders = async (client: Client, filter: Query): Promise<number | null> => {
  const answer = await ifFound(client.get('/v2/orders/count', filter));
  const count = typeof answer === 'object' && answer !== null && 'count' in answer ? answer.count : null;
  return typeof count === 'number' ? count : null;
};

/** Every order whose id lies between two, both included and at most a page apart. */
export const listOrdersBetween = async (client: Client, from: number, to: number): Promise<readonly unknown[]> =>
  rowsOf(await client.get('/v2/orders', { min_id: from, max_id: to, sort: 'id:asc', limit: PAGE_SIZE, ...withLines }));

/** The next orders from an id on, at most a page; only those changed at or after an instant (UTC ms) unless it is null. */
export const listOrdersFrom = async (
  client: Client,
  from: number,
  changedSince: number | null,
): Promise<readonly unknown[]> =>
  rowsOf(
    await client.get('/v2/orders', {
      min_id: from,
      ...(changedSince === null ? {} : { min_date_modified: queryInstant(changedSince) }),
      sort: 'id:asc',
      limit: PAGE_SIZE,
      ...withLines,
    }),
  );

/** The next orders from an id up to another, both included, at most a page. */
export const listOrdersUpTo = async (client: Client, from: number, upTo: number): Promise<readonly unknown[]> =>
  rowsOf(
    await client.get('/v2/orders', { min_id: from, max_id: upTo, sort: 'id:asc', limit: PAGE_SIZE, ...withLines }),
  );

/** Orders up to an id that changed at or after an instant (UTC ms), oldest change first, at most a page. */
export const listChangedUpTo = async (
  client: Client,
  upTo: number,
  { since, page }: { readonly since: number; readonly page: number },
): Promise<readonly unknown[]> =>
  rowsOf(
    await client.get('/v2/orders', {
      max_id: upTo,
      min_date_modified: queryInstant(since),
      sort: 'date_modified:asc',
      limit: PAGE_SIZE,
      page,
      ...withLines,
    }),
  );

/** Every order of a status from an id on. */
export const listOrdersAtStatus = (client: Client, statusId: number, from: number): Promise<unknown[]> =>
  everyRowOf(client, '/v2/orders', { status_id: statusId, min_id: from, sort: 'id:asc', ...withLines });

const countsDto = z.object({ statuses: z.array(z.object({ id: z.number().int(), count: z.number().int() })) });

/** How many orders there are in each status from an id on, statuses without any left out; null when it is not told. */
export const countOrdersByStatus = async (
  client: Client,
  from: number,
): Promise<ReadonlyMap<number, number> | null> => {
  const answer = await ifFound(client.get('/v2/orders/count', { min_id: from }));
  if (answer === null) return null;
  const counts = countsDto.safeParse(answer);
  if (!counts.success) throw new StoreProblem('unreadable', 'not a count of orders');
  return new Map(counts.data.statuses.filter(({ count }) => count > 0).map(({ id, count }) => [id, count]));
};

/** One order, or null when the store does not have it (any more). */
export const getOrder = (client: Client, orderId: number): Promise<unknown> =>
  ifFound(client.get(`/v2/orders/${orderId}`, withLines));

const everyRowOf = (
  client: Client,
  path: string,
  query: Readonly<Record<string, string | number>> = {},
): Promise<unknown[]> => everyRow(async (page) => rowsOf(await client.get(path, { ...query, ...page })));

export const rowsOf = (answer: unknown): readonly unknown[] => {
  if (answer === null) return [];
  if (!Array.isArray(answer)) throw new StoreProblem('unreadable', 'not a list');
  return answer;
};

/** Fetches what did not come along with the list: lines beyond the fiftieth, addresses of an answer without them. */
export const completeOrder = async (
  client: Client,
  read: Extract<ReadOrder, { kind: 'order' }>,
): Promise<ReadOrder> => {
  const { order } = read;
  try {
    const consignments = read.placesComplete ? order.consignments : await addressesOf(client, order.orderId);
    const lines = read.linesComplete ? order.lines : await linesOf(client, order);
    return { ...read, order: withEveryPlace({ ...order, consignments, lines }), linesComplete: true };
  } catch (error) {
    const why = contentProblem(error);
    if (why === null) throw error;
    return { kind: 'unreadable', orderId: String(order.orderId), modifiedAt: order.modifiedAt, why };
  }
};

/** What is wrong with the order itself; null for trouble that has nothing to do with it. */
const contentProblem = (error: unknown): string | null => {
  if (error instanceof UnreadableField) return error.message;
  if (!(error instanceof StoreProblem)) return null;
  if (error.kind === 'not_found') return 'BigCommerce lists the order, but does not know its lines or its addresses.';
  return error.kind === 'unreadable' ? error.message : null;
};

const addressesOf = async (client: Client, orderId: number): Promise<Consignment[]> =>
  eachOnce(
    (await everyRowOf(client, `/v2/orders/${orderId}/shipping_addresses`)).map((raw) =>
      deliveryTo(check(addressDto, raw)),
    ),
  );

const linesOf = async (client: Client, order: Order): Promise<OrderLine[]> => {
  const placeOfLine = new Map(order.lines.map((line) => [line.lineId, line.consignmentId]));
  const rows = await everyRowOf(client, `/v2/orders/${order.orderId}/products`);
  const lines = rows.map((raw) => {
    const line = readLine(raw);
    return { ...line, consignmentId: line.consignmentId ?? placeOfLine.get(line.lineId) ?? null };
  });
  const repeated = repeatedLineId(lines);
  if (repeated !== undefined) throw new UnreadableField('products.id', repeated);
  return lines;
};

const counter: Consignment = {
  consignmentId: 'counter',
  type: 'pickup',
  method: 'No delivery address',
  name: '',
  addressLines: [],
  phone: '',
  email: '',
};

/** Goods without any address are handed over at the counter: they must not vanish from the pick list. */
const withEveryPlace = (order: Order): Order => {
  const known = new Set(order.consignments.map((each) => each.consignmentId));
  const lost = (line: OrderLine) =>
    line.kind === 'physical' && (line.consignmentId === null || !known.has(line.consignmentId));
  if (!order.lines.some(lost)) return order;
  const [first] = order.consignments;
  const place = first ?? counter;
  return {
    ...order,
    consignments: first ? order.consignments : [counter],
    lines: order.lines.map((line) => (lost(line) ? { ...line, consignmentId: place.consignmentId } : line)),
  };
};

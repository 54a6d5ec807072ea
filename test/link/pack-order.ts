import type { Till } from '../support/linked-till.ts';

/** Picks and packs an order that is here, which BigCommerce is to be told of (R95). */
export const packOrder = async (till: Till, orderId: number): Promise<void> => {
  const [row] = (await till.call('fulfillments.list', { search: String(orderId) })).rows;
  const { fulfillmentId = '', version = 0, lines = [] } = row ?? {};
  const all = lines.map(({ lineId, ordered }) => ({ lineId, quantity: ordered }));
  const picked = await till.call('fulfillments.pick', { fulfillmentId, version, lines: all });
  await till.call('fulfillments.pack', { fulfillmentId, version: picked.version, lines: all });
};

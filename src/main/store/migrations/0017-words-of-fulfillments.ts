/**
 * What a search of fulfillments reads of each match, and nothing else: whether its sale has something open, in an index as
 * small as what is open; and of which type its fulfillments are.
 */
export const wordsOfFulfillments = `
CREATE INDEX fulfillments_open ON fulfillments (sale_key, type, status) WHERE status IN ('new', 'picking', 'packed');
CREATE INDEX fulfillments_by_sale ON fulfillments (sale_key, type);
`;

import type { ConflictKind, ConflictView } from '../../contract/outbox.ts';
import { readOurFacts, readTheirFacts } from '../domain/conflict.ts';
import type { Reader } from '../store/connection.ts';
import { oursSentence, ruleSentence, theirsSentence } from './conflict-sentences.ts';
import { pageOf, positionOf, where } from './paging.ts';
import { instantView } from './views.ts';

interface ConflictRow {
  readonly conflictKey: number;
  readonly conflictId: string;
  readonly kind: ConflictKind;
  readonly orderId: number | null;
  readonly saleId: string;
  readonly fulfillmentId: string | null;
  readonly customerName: string;
  readonly ours: string;
  readonly theirs: string;
  readonly entryId: string | null;
  readonly entryKind: 'status' | 'shipment' | null;
  readonly putBack: number;
  readonly raisedAt: number;
}

/** What BigCommerce changed while work was done here, until somebody has seen it, newest first (R90). */
export const listConflicts = (
  db: Reader,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
) => {
  const after = cursor === undefined ? undefined : positionOf(cursor);
  const rows = db.all<ConflictRow>(
    `SELECT c.conflict_key AS conflictKey, c.conflict_id AS conflictId, c.kind, s.order_id AS orderId,
            s.sale_id AS saleId, f.fulfillment_id AS fulfillmentId, s.customer_name AS customerName, c.ours, c.theirs,
            e.entry_id AS entryId, e.kind AS entryKind, c.raised_at AS raisedAt,
            (SELECT coalesce(sum(put_back), 0) FROM fulfillments every WHERE every.sale_key = c.sale_key) AS putBack
       FROM conflicts c
       JOIN sales s ON s.sale_key = c.sale_key
       LEFT JOIN fulfillments f ON f.fulfillment_key = c.fulfillment_key
       LEFT JOIN outbox_entries e ON e.entry_key = c.entry_key AND e.state = 'parked'
      ${where(['c.settled_at IS NULL', after && 'c.conflict_key < :afterKey'])}
      ORDER BY c.conflict_key DESC LIMIT :limit`,
    { ...(after ? { afterKey: after.key } : {}), limit: limit + 1 },
  );
  return pageOf(rows, limit, ({ conflictKey }) => ({ value: conflictKey, key: conflictKey }), conflictViewOf);
};

const conflictViewOf = ({ ours, theirs, entryKind, putBack, ...row }: ConflictRow): ConflictView => ({
  conflictId: row.conflictId,
  kind: row.kind,
  orderId: row.orderId === null ? null : String(row.orderId),
  saleId: row.saleId,
  fulfillmentId: row.fulfillmentId,
  customerName: row.customerName,
  ours: oursSentence(readOurFacts(JSON.parse(ours))),
  theirs: theirsSentence(row.kind, readTheirFacts(JSON.parse(theirs))),
  rule: ruleSentence(row.kind, { asks: entryKind, putBack }),
  entryId: row.entryId,
  raisedAt: instantView(row.raisedAt),
});

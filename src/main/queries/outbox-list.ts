import type { OutboxEntryView } from '../../contract/outbox.ts';
import { levelToPush } from '../domain/stock-level.ts';
import { tellingSentence } from '../domain/telling-words.ts';
import type { Reader } from '../store/connection.ts';
import { type ItemToPush, itemsToPush } from '../store/items-to-push.ts';
import { boundPlace, currentLink } from '../store/links.ts';
import { tellingOf } from '../store/outbox.ts';
import { cursorOf, type Position, positionOf } from './paging.ts';
import { nullableInstant } from './views.ts';

interface EntryRow {
  readonly entryKey: number;
  readonly entryId: string;
  readonly kind: 'status' | 'shipment';
  readonly payload: string;
  readonly orderId: number;
  readonly fulfillmentId: string;
  readonly state: OutboxEntryView['state'];
  readonly attempts: number;
  readonly createdAt: number;
  readonly by: string | null;
  readonly nextAttemptAt: number | null;
  readonly waitsFor: 'payment' | 'hold' | null;
  readonly lastAnswer: string;
  readonly endedAt: number | null;
  readonly isBehind: number;
}

const selectEntries = `
  SELECT e.entry_key AS entryKey, e.entry_id AS entryId, e.kind, e.payload, e.order_id AS orderId,
         f.fulfillment_id AS fulfillmentId, e.state, e.attempts, e.created_at AS createdAt, s.staff_name AS by,
         e.next_attempt_at AS nextAttemptAt, e.waits_for AS waitsFor, e.last_answer AS lastAnswer,
         e.ended_at AS endedAt,
         EXISTS (SELECT 1 FROM outbox_entries earlier
                  WHERE earlier.link_key = e.link_key AND earlier.order_id = e.order_id
                    AND earlier.entry_key < e.entry_key
                    AND earlier.state IN ('pending', 'sending', 'parked')) AS isBehind
    FROM outbox_entries e
    JOIN fulfillments f ON f.fulfillment_key = e.fulfillment_key
    JOIN fulfillment_steps s ON s.step_key = e.step_key`;

interface Page {
  readonly rows: OutboxEntryView[];
  readonly nextCursor: string | null;
}

/**
 * What BigCommerce is still to be told: what staff did, oldest first, then products whose level goes out, which have no time
 * of their own. Or, `ended`, what became of what staff did, newest first.
 */
export const listOutbox = (
  db: Reader,
  { ended, cursor, limit }: { readonly ended: boolean; readonly cursor?: string | undefined; readonly limit: number },
): Page => {
  const after = cursor === undefined ? undefined : positionOf(cursor);
  return ended ? endedEntries(db, after, limit) : openEntries(db, after, limit);
};

const ITEMS_LAST = 1;

const openEntries = (db: Reader, after: Position | undefined, limit: number): Page => {
  const isPastEntries = after?.lead === ITEMS_LAST;
  const entries = isPastEntries
    ? []
    : db.all<EntryRow>(
        `${selectEntries} WHERE e.state IN ('pending', 'sending', 'parked') AND e.entry_key > :after
          ORDER BY e.entry_key LIMIT :limit`,
        { after: after?.key ?? 0, limit: limit + 1 },
      );
  const room = limit + 1 - entries.length;
  const items = room > 0 ? itemsAfter(db, isPastEntries ? after.key : 0, room) : [];
  const found = [
    ...entries.map((row) => ({ view: entryView(row), at: { value: 0, key: row.entryKey, lead: 0 } })),
    ...items.map((item) => ({ view: itemView(item), at: { value: 0, key: item.itemKey, lead: ITEMS_LAST } })),
  ];
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map(({ view }) => view),
    nextCursor: last && found.length > limit ? cursorOf(last.at) : null,
  };
};

const itemsAfter = (db: Reader, after: number, limit: number): ItemToPush[] => {
  const [link, bound] = [currentLink(db), boundPlace(db)];
  return link && bound ? itemsToPush(db, { linkKey: link.linkKey, outletKey: bound.outletKey }, { after, limit }) : [];
};

const endedEntries = (db: Reader, after: Position | undefined, limit: number): Page => {
  const rows = db.all<EntryRow>(
    `${selectEntries} WHERE e.ended_at IS NOT NULL
        ${after ? 'AND (e.ended_at, e.entry_key) < (:value, :key)' : ''}
      ORDER BY e.ended_at DESC, e.entry_key DESC LIMIT :limit`,
    { ...(after ? { value: after.value, key: after.key } : {}), limit: limit + 1 },
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map(entryView),
    nextCursor: last && rows.length > limit ? cursorOf({ value: last.endedAt ?? 0, key: last.entryKey }) : null,
  };
};

const entryView = (row: EntryRow): OutboxEntryView => ({
  entryId: row.entryId,
  kind: row.kind,
  what: tellingSentence(tellingOf(row.kind, row.payload)),
  orderId: String(row.orderId),
  fulfillmentId: row.fulfillmentId,
  productId: null,
  state: row.state,
  attempts: row.attempts,
  createdAt: nullableInstant(row.createdAt),
  by: row.by,
  nextAttemptAt: row.isBehind ? null : nullableInstant(row.nextAttemptAt),
  lastAnswer: row.lastAnswer,
  waitsFor: row.isBehind && row.endedAt === null ? 'earlier_entry' : row.waitsFor,
});

const itemView = ({ itemKey, productId, name, sku, onHand, problem, isSent, lookAt }: ItemToPush): OutboxEntryView => ({
  entryId: `stock-${itemKey}`,
  kind: 'stock_level',
  what: `The level of ${sku === '' ? name : `${name} (${sku})`}: ${levelToPush(onHand)}.`,
  orderId: null,
  fulfillmentId: null,
  productId,
  state: problem !== null ? 'parked' : isSent ? 'sending' : 'pending',
  attempts: 0,
  createdAt: null,
  by: null,
  nextAttemptAt: problem !== null ? null : nullableInstant(lookAt),
  lastAnswer: problem ?? '',
  waitsFor: null,
});

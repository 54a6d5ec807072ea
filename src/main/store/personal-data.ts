import { removedPerson } from '../domain/removed-person.ts';
import type { Reader, Writer } from './connection.ts';
import { rowOfSale } from './sale-search.ts';
import { readSetting, writeSetting } from './settings.ts';

/** How long personal data is kept, and how far its removal has come. Instants are UTC ms. */
interface Keeping {
  /** Null: for ever. */
  readonly months: number | null;
  /** Nothing is removed before: whoever gets the feature with an update is to see it first. */
  readonly beginsAt: number;
  readonly lastRunAt: number | null;
  /** Sales whose personal data was removed so far. */
  readonly removed: number;
}

const NAME = 'personal_data';
const USUAL_MONTHS = 36;
const NOTICE_MS = 30 * 86_400_000;

/** `now` counts for a data folder that never heard of it. */
export const keepingOf = (db: Reader, now: number): Keeping => {
  const kept = readSetting(db, NAME) as Partial<Keeping> | undefined;
  const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
  return {
    months: kept === undefined ? USUAL_MONTHS : number(kept.months),
    beginsAt: number(kept?.beginsAt) ?? now + NOTICE_MS,
    lastRunAt: number(kept?.lastRunAt),
    removed: number(kept?.removed) ?? 0,
  };
};

export const keep = (db: Writer, keeping: Keeping): void => writeSetting(db, NAME, keeping);

/** Writes down when it begins, once. */
export const keepFirst = (db: Writer, now: number): void => {
  if (readSetting(db, NAME) === undefined) keep(db, keepingOf(db, now));
};

/** The instant before which sales are old enough; null where nothing is removed. */
export const removalBefore = ({ months }: Pick<Keeping, 'months'>, now: number): number | null => {
  if (months === null) return null;
  const day = new Date(now);
  day.setUTCMonth(day.getUTCMonth() - months);
  return day.getTime();
};

/** Where the last batch ended; sales are gone through from the oldest. */
export interface Place {
  readonly soldAt: number;
  readonly saleKey: number;
}

export const fromTheStart: Place = { soldAt: Number.MIN_SAFE_INTEGER, saleKey: 0 };

/** Settled and handed over, or voided: nobody needs to know any more who it was. */
const isSettled = `
  (s.sale_status = 'voided' OR s.payment_state IN ('paid', 'refunded', 'part_refunded'))
  AND s.on_hold = 0 AND coalesce(s.fulfillment_status, 'fulfilled') IN ('fulfilled', 'cancelled')
  AND NOT EXISTS (SELECT 1 FROM fulfillments f JOIN outbox_entries e ON e.fulfillment_key = f.fulfillment_key
                   WHERE f.sale_key = s.sale_key AND e.ended_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM conflicts c WHERE c.sale_key = s.sale_key AND c.settled_at IS NULL)`;

const namesPerson = `
  s.customer_name <> :removedPerson
  AND (s.customer_name <> '' OR s.customer_email <> '' OR s.customer_phone <> '' OR s.source = 'online')`;

/** How many sales there are that still say who bought, sold before an instant. Reads all of them. */
export const salesWithPerson = (db: Reader, before: number): number =>
  db.get<{ sales: number }>(
    `SELECT count(*) AS sales FROM sales s WHERE s.sold_at < :before AND ${namesPerson} AND ${isSettled}`,
    { before, removedPerson },
  )?.sales ?? 0;

/** The next sales that still say who bought, oldest first, after a place and sold before an instant. */
export const nextWithPerson = (db: Reader, after: Place, before: number, most: number): Place[] =>
  db.all<Place>(
    `SELECT s.sold_at AS soldAt, s.sale_key AS saleKey FROM sales s
      WHERE s.sold_at < :before AND (s.sold_at, s.sale_key) > (:soldAt, :saleKey)
        AND ${namesPerson} AND ${isSettled}
      ORDER BY s.sold_at, s.sale_key LIMIT :most`,
    { ...after, before, most, removedPerson },
  );

/**
 * Takes out of some sales who bought, and where it went; within a transaction. Lines, money, dates and stock stay. What
 * became of the words: fulfillments, steps, papers of the print journal, evidence, and what a search finds them by.
 */
export const removePersons = (db: Writer, saleKeys: readonly number[]): void => {
  const keys = JSON.stringify(saleKeys);
  const of = (sql: string) => void db.run(sql, sql.includes(':removedPerson') ? { keys, removedPerson } : { keys });
  const these = 'IN (SELECT value FROM json_each(:keys))';
  of(`UPDATE sales SET customer_name = :removedPerson, customer_email = '', customer_phone = '', customer_message = '',
             staff_notes = '', customer_key = NULL WHERE sale_key ${these}`);
  of(`UPDATE fulfillments SET recipient_name = :removedPerson, recipient_address = '', recipient_phone = '',
             recipient_email = '' WHERE sale_key ${these}`);
  // `json_replace` touches only what is there.
  of(`UPDATE fulfillment_steps
         SET detail = json_replace(detail, '$.recipientName', :removedPerson, '$.text', :removedPerson)
       WHERE fulfillment_key IN (SELECT fulfillment_key FROM fulfillments WHERE sale_key ${these})
         AND (detail ->> 'recipientName' IS NOT NULL OR detail ->> 'text' IS NOT NULL)`);
  of(`UPDATE evidence_entries SET facts = NULL
       WHERE kind = 'order' AND facts IS NOT NULL AND sale_id IN (SELECT sale_id FROM sales WHERE sale_key ${these})`);
  of(`REPLACE INTO sale_search (rowid, words)
      SELECT ${rowOfSale('s')},
             concat_ws(' ', s.order_id, s.receipt_number,
                       (SELECT group_concat(l.sku || ' ' || l.name, ' ' ORDER BY l.position) FROM sale_lines l
                         WHERE l.sale_key = s.sale_key AND l.kind = 'product'))
        FROM sales s WHERE s.sale_key ${these}`);
  removeFromPapers(db, keys);
};

/** A pick round tells of several orders: of each of them alone. */
const removeFromPapers = (db: Writer, keys: string): void => {
  const papers = db.all<{ jobKey: number; fulfillmentId: string; content: string }>(
    `SELECT j.job_key AS jobKey, f.fulfillment_id AS fulfillmentId, j.content
       FROM fulfillments f JOIN print_job_orders o ON o.fulfillment_id = f.fulfillment_id
       JOIN print_jobs j ON j.job_key = o.job_key
      WHERE f.sale_key IN (SELECT value FROM json_each(:keys))`,
    { keys },
  );
  for (const { jobKey, fulfillmentId, content } of papers) {
    // Another order of the same round may have been taken out a moment ago.
    const now = db.get<{ content: string }>('SELECT content FROM print_jobs WHERE job_key = :jobKey', { jobKey });
    const paper = JSON.stringify(withoutRecipient(JSON.parse(now?.content ?? content), fulfillmentId));
    db.run('UPDATE print_jobs SET content = :paper WHERE job_key = :jobKey', { jobKey, paper });
  }
};

const instead: Readonly<Record<string, unknown>> = {
  recipient: removedPerson,
  customer: removedPerson,
  address: [],
  phone: '',
  message: [],
  staffNotes: [],
};

const withoutRecipient = (paper: Record<string, unknown>, fulfillmentId: string): Record<string, unknown> => {
  const { boxes } = paper;
  if (Array.isArray(boxes)) {
    return {
      ...paper,
      boxes: boxes.map((box: Record<string, unknown>) =>
        box.fulfillmentId === fulfillmentId ? { ...box, customer: removedPerson } : box,
      ),
    };
  }
  return Object.fromEntries(
    Object.entries(paper).map(([field, value]) => [field, field in instead ? instead[field] : value]),
  );
};

const noSaleOf = 'NOT EXISTS (SELECT 1 FROM sales s WHERE s.customer_key = customers.customer_key)';

/** The keys of the next customers who came by orders before an instant, and of whom no sale tells any more. */
export const loneCustomers = (
  db: Reader,
  { after, before, most }: { readonly after: number; readonly before: number; readonly most: number },
): number[] =>
  db
    .all<{ customerKey: number }>(
      `SELECT customer_key AS customerKey FROM customers
        WHERE customer_key > :after AND created_at < :before AND name <> :removedPerson AND created_from = 'online_order'
          AND ${noSaleOf}
        ORDER BY customer_key LIMIT :most`,
      { after, before, most, removedPerson },
    )
    .map(({ customerKey }) => customerKey);

/** Takes out who they are, of those of whom there is still no sale. How many. */
export const removeCustomers = (db: Writer, customerKeys: readonly number[]): number =>
  db.run(
    `UPDATE customers SET name = :removedPerson, email = '', email_fold = NULL, phone = ''
      WHERE customer_key IN (SELECT value FROM json_each(:keys)) AND ${noSaleOf}`,
    { keys: JSON.stringify(customerKeys), removedPerson },
  ).changes;

/** Whether personal data was removed of a sale. */
export const isPersonRemoved = (db: Reader, saleId: string): boolean =>
  db.get('SELECT 1 FROM sales WHERE sale_id = :saleId AND customer_name = :removedPerson', {
    saleId,
    removedPerson,
  }) !== undefined;

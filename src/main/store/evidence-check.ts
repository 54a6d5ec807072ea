import type { Reader } from './connection.ts';
import {
  type EvidenceEntry,
  evidenceColumns,
  evidenceOfSale,
  factsNow,
  hashOfEntry,
  hashOfFacts,
  lastOrderOf,
} from './evidence.ts';
import { factsOfOrder } from './evidence-facts.ts';
import { isPersonRemoved } from './personal-data.ts';

/** An entry of evidence that does not fit, or what has none and should. */
export interface BrokenEvidence {
  /** Null where the entry itself is missing. */
  readonly number: number | null;
  readonly saleId: string;
  /** A sentence. */
  readonly what: string;
}

/** Whether an entry says what it said, and follows what it followed. Null where it does. */
const brokenEntry = (
  db: Reader,
  entry: EvidenceEntry,
  { before, beforeOfSale }: { readonly before: string; readonly beforeOfSale: string },
): BrokenEvidence | null => {
  const broken = (what: string): BrokenEvidence => ({ number: entry.number, saleId: entry.saleId, what });
  const facts = factsNow(db, entry);
  const fits = facts !== undefined && hashOfFacts(facts) === entry.factsHash;
  // What it said of a person was removed; that it was said, and when, still has to fit.
  const isRemoved = !fits && isPersonRemoved(db, entry.saleId);
  if (facts === undefined && !isRemoved) return broken(`The ${entry.kind} that it is about is gone.`);
  if (!fits && !isRemoved) return broken(`The ${entry.kind} that it is about was altered.`);
  if (hashOfEntry({ ...entry, before, beforeOfSale }) === entry.hash) return null;
  return broken('It was altered, or an entry before it was altered or taken out.');
};

/** What is altered of the whole chain, no more than `most`; the first one is where it begins. */
export const checkChain = (db: Reader, most: number): BrokenEvidence[] => {
  const found: BrokenEvidence[] = [];
  const lastOfSale = new Map<string, string>();
  let [before, expected] = ['', 1];
  for (const entry of db.iterate<EvidenceEntry>(
    `SELECT ${evidenceColumns} FROM evidence_entries ORDER BY entry_number`,
  )) {
    const { number, saleId, hash } = entry;
    if (number !== expected) {
      found.push({ number: expected, saleId, what: `It is missing, and so are all before entry ${number}.` });
    }
    const broken = brokenEntry(db, entry, { before, beforeOfSale: lastOfSale.get(saleId) ?? '' });
    if (broken) found.push(broken);
    if (found.length >= most) break;
    lastOfSale.set(saleId, hash);
    [before, expected] = [hash, number + 1];
  }
  return found.slice(0, most);
};

/** Steps and prints that were recorded since there is evidence, and have none. */
export const withoutEvidence = (db: Reader, most: number): BrokenEvidence[] =>
  db
    .all<{ saleId: string; what: string }>(
      `SELECT x.sale_id AS saleId, 'A step of staff (' || s.kind || ') has no entry.' AS what
         FROM fulfillment_steps s
         JOIN fulfillments f ON f.fulfillment_key = s.fulfillment_key JOIN sales x ON x.sale_key = f.sale_key
        WHERE s.step_key > (SELECT last_step_key FROM evidence_start)
          AND NOT EXISTS (SELECT 1 FROM evidence_entries e WHERE e.subject_id = s.step_id)
       UNION ALL
       SELECT x.sale_id, 'A print (' || j.kind || ') has no entry.'
         FROM print_jobs j JOIN print_job_orders o ON o.job_key = j.job_key
         JOIN fulfillments f ON f.fulfillment_id = o.fulfillment_id JOIN sales x ON x.sale_key = f.sale_key
        WHERE j.job_key > (SELECT last_job_key FROM evidence_start)
          AND NOT EXISTS (SELECT 1 FROM evidence_entries e WHERE e.subject_id = j.job_id AND e.sale_id = x.sale_id)
        LIMIT :most`,
      { most },
    )
    .map((each) => ({ ...each, number: null }));

/** The same for one sale: each of its entries, and the order itself. */
export const checkEvidenceOfSale = (db: Reader, saleId: string): BrokenEvidence[] => {
  const entries = evidenceOfSale(db, saleId).flatMap((entry) => brokenEntry(db, entry, entry) ?? []);
  const order = orderAltered(db, saleId);
  return order === null ? entries : [...entries, order];
};

/**
 * Whether an order is no longer what it was when staff last worked on it, although nothing was imported of it since: each
 * import that changes a sale gives it a new revision. Null where all is well.
 */
export const orderAltered = (db: Reader, saleId: string): BrokenEvidence | null => {
  const recorded = lastOrderOf(db, saleId);
  const now = factsOfOrder(db, saleId);
  if (!recorded?.facts || now === undefined || recorded.facts === now) return null;
  const [then, is]: Record<string, unknown>[] = [JSON.parse(recorded.facts), JSON.parse(now)];
  if (then?.revision !== is?.revision) return null;
  const changed = Object.keys(is ?? {}).filter((name) => JSON.stringify(is?.[name]) !== JSON.stringify(then?.[name]));
  return {
    number: recorded.number,
    saleId,
    what: `Of its order was altered since, otherwise than by an import: ${changed.join(', ')}.`,
  };
};

/** The sales that evidence was recorded of last. */
export const latestWithEvidence = (db: Reader, most: number): string[] =>
  db
    .all<{ saleId: string }>(
      `SELECT sale_id AS saleId FROM evidence_entries WHERE kind = 'order' ORDER BY entry_number DESC LIMIT :most`,
      { most },
    )
    .map(({ saleId }) => saleId);

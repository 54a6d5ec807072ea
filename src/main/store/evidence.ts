import { hash as digest } from 'node:crypto';
import type { Reader, Writer } from './connection.ts';
import { factsOfOrder, factsOfPrint, factsOfStep } from './evidence-facts.ts';

/**
 * The chain of evidence (N11): what staff did with an order, in the order in which it was recorded.
 *
 *     facts ─▶ facts hash ─┐
 *     number, sale, kind, subject, instant ─▶ hash of the entry ─▶ in the next entry of the sale
 *     hashes of the entries before ────────┘                    └▶ in the next entry of all
 *
 * So a row that is altered, taken out or put in later no longer fits, and it is known which. The order itself is recorded
 * with the first thing that staff do with it, and again with the first after it changed: an import records nothing.
 */
export type EvidenceKind = 'order' | 'step' | 'print' | 'export';

export interface EvidenceEntry {
  readonly number: number;
  readonly saleId: string;
  readonly kind: EvidenceKind;
  readonly subjectId: string;
  /** UTC ms. */
  readonly recordedAt: number;
  /** Null where the facts stand in rows of their own. */
  readonly facts: string | null;
  readonly factsHash: string;
  readonly hash: string;
}

/** What an entry's hash is of. `before` is the entry before it, `beforeOfSale` the sale's; empty where it is the first. */
export type HashedEntry = Omit<EvidenceEntry, 'facts' | 'hash'> & {
  readonly before: string;
  readonly beforeOfSale: string;
};

const FORMAT = 1;

const sha256 = (text: string): string => digest('sha256', text, 'base64url');

export const hashOfFacts = sha256;

export const hashOfEntry = (entry: HashedEntry): string => {
  const { number, saleId, kind, subjectId, recordedAt, factsHash, beforeOfSale, before } = entry;
  return sha256(JSON.stringify([FORMAT, number, saleId, kind, subjectId, recordedAt, factsHash, beforeOfSale, before]));
};

export const evidenceColumns = `entry_number AS number, sale_id AS saleId, kind, subject_id AS subjectId,
       recorded_at AS recordedAt, facts, facts_hash AS factsHash, hash`;

const latest = `SELECT ${evidenceColumns} FROM evidence_entries`;

/** Every entry of a sale with the hashes before it, oldest first. */
export const evidenceOfSale = (db: Reader, saleId: string): (EvidenceEntry & HashedEntry)[] => {
  let beforeOfSale = '';
  return db
    .all<EvidenceEntry & { readonly before: string }>(
      `SELECT ${evidenceColumns},
              coalesce((SELECT b.hash FROM evidence_entries b WHERE b.entry_number = e.entry_number - 1), '') AS before
         FROM evidence_entries e WHERE sale_id = :saleId ORDER BY entry_number`,
      { saleId },
    )
    .map((entry) => {
      const linked = { ...entry, beforeOfSale };
      beforeOfSale = entry.hash;
      return linked;
    });
};

/** The order as it was recorded last. */
export const lastOrderOf = (db: Reader, saleId: string): EvidenceEntry | undefined =>
  db.get<EvidenceEntry>(`${latest} WHERE sale_id = :saleId AND kind = 'order' ORDER BY entry_number DESC LIMIT 1`, {
    saleId,
  });

interface NewEntry extends Pick<EvidenceEntry, 'saleId' | 'kind' | 'subjectId' | 'recordedAt'> {
  readonly facts: string;
  /** Whether the entry has to keep what it says. */
  readonly keeps: boolean;
}

const append = (db: Writer, { facts, keeps, ...entry }: NewEntry): void => {
  const last = db.get<EvidenceEntry>(`${latest} ORDER BY entry_number DESC LIMIT 1`);
  const lastOfSale = db.get<EvidenceEntry>(`${latest} WHERE sale_id = :saleId ORDER BY entry_number DESC LIMIT 1`, {
    saleId: entry.saleId,
  });
  const hashed = {
    ...entry,
    number: (last?.number ?? 0) + 1,
    factsHash: hashOfFacts(facts),
    before: last?.hash ?? '',
    beforeOfSale: lastOfSale?.hash ?? '',
  };
  const { before: _, beforeOfSale: __, ...row } = hashed;
  db.run(
    `INSERT INTO evidence_entries (entry_number, sale_id, kind, subject_id, recorded_at, facts, facts_hash, hash)
     VALUES (:number, :saleId, :kind, :subjectId, :recordedAt, :facts, :factsHash, :hash)`,
    { ...row, facts: keeps ? facts : null, hash: hashOfEntry(hashed) },
  );
};

/** Records the order as it is now, unless that is what was recorded last. */
export const recordOrderEvidence = (db: Writer, saleId: string, recordedAt: number): void => {
  const facts = factsOfOrder(db, saleId);
  if (facts === undefined || lastOrderOf(db, saleId)?.factsHash === hashOfFacts(facts)) return;
  const { revision }: { readonly revision: number } = JSON.parse(facts);
  append(db, { saleId, kind: 'order', subjectId: String(revision), recordedAt, facts, keeps: true });
};

const saleOfFulfillment = (db: Reader, fulfillmentId: string): string | undefined =>
  db.get<{ saleId: string }>(
    `SELECT s.sale_id AS saleId FROM fulfillments f JOIN sales s ON s.sale_key = f.sale_key
      WHERE f.fulfillment_id = :fulfillmentId`,
    { fulfillmentId },
  )?.saleId;

/** Records a step that was just written, within its transaction. */
export const recordStepEvidence = (db: Writer, stepId: string, recordedAt: number): void => {
  const facts = factsOfStep(db, stepId);
  if (facts === undefined) return;
  const { fulfillmentId }: { readonly fulfillmentId: string } = JSON.parse(facts);
  const saleId = saleOfFulfillment(db, fulfillmentId);
  if (saleId === undefined) return;
  recordOrderEvidence(db, saleId, recordedAt);
  append(db, { saleId, kind: 'step', subjectId: stepId, recordedAt, facts, keeps: false });
};

/** Records that an order was printed, within the transaction of the job. */
export const recordPrintEvidence = (db: Writer, jobId: string, fulfillmentId: string, recordedAt: number): void => {
  const facts = factsOfPrint(db, jobId);
  const saleId = saleOfFulfillment(db, fulfillmentId);
  if (facts === undefined || saleId === undefined) return;
  recordOrderEvidence(db, saleId, recordedAt);
  append(db, { saleId, kind: 'print', subjectId: jobId, recordedAt, facts, keeps: false });
};

/** Records that the evidence of a sale was given out, and the order as it was then; within a transaction. */
export const recordExportEvidence = (db: Writer, saleId: string, by: string | null, recordedAt: number): void => {
  recordOrderEvidence(db, saleId, recordedAt);
  const facts = JSON.stringify({ by, at: recordedAt });
  append(db, { saleId, kind: 'export', subjectId: by ?? '', recordedAt, facts, keeps: true });
};

/** What an entry says now, by the rows that it is about; undefined where these are gone. */
export const factsNow = (db: Reader, { kind, subjectId, facts }: EvidenceEntry): string | undefined => {
  if (kind === 'step') return factsOfStep(db, subjectId);
  if (kind === 'print') return factsOfPrint(db, subjectId);
  return facts ?? undefined;
};

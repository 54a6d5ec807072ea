import type { DisputeFile } from '../../contract/disputes.ts';
import { Refusal } from '../../contract/fault.ts';
import type { WorkDesk } from '../store/audit.ts';
import type { Reader } from '../store/connection.ts';
import { evidenceOfSale, factsNow, recordExportEvidence } from '../store/evidence.ts';
import { isPersonRemoved } from '../store/personal-data.ts';

interface DisputedSale {
  readonly saleId: string;
  readonly receiptNumber: string;
  readonly timeZone: string;
  readonly store: string;
}

export interface DisputeAsked {
  readonly saleId: string;
  readonly version: string;
  readonly practice: boolean;
  readonly timeline: DisputeFile['timeline'];
}

/**
 * The evidence of a sale as a file, after what has become of the order and that the file was given out are recorded. Throws
 * `not_found`.
 */
export const exportDispute = (
  { db, now, by }: WorkDesk,
  { saleId, version, practice, timeline }: DisputeAsked,
): { readonly file: DisputeFile; readonly receiptNumber: string } =>
  db.transaction(() => {
    const sale = db.get<DisputedSale>(
      `SELECT s.sale_id AS saleId, s.receipt_number AS receiptNumber, o.time_zone AS timeZone,
              coalesce((SELECT l.store_name FROM links l WHERE l.link_key = s.link_key), o.name) AS store
         FROM sales s JOIN outlets o ON o.outlet_key = s.outlet_key WHERE s.sale_id = :saleId`,
      { saleId },
    );
    if (!sale) throw new Refusal('not_found');
    if (isPersonRemoved(db, saleId)) throw new Refusal('not_found', { message: removedWords });
    recordExportEvidence(db, saleId, by, now);
    const { store, timeZone, receiptNumber } = sale;
    const entries = evidenceOfSale(db, saleId).map((entry) => ({
      number: entry.number,
      kind: entry.kind,
      subjectId: entry.subjectId,
      recordedAt: entry.recordedAt,
      facts: factsNow(db, entry) ?? '',
      factsHash: entry.factsHash,
      beforeOfSale: entry.beforeOfSale,
      before: entry.before,
      hash: entry.hash,
    }));
    const places = placesOf(db);
    return {
      file: { format: 1, version, practice, saleId, store, timeZone, places, timeline, entries },
      receiptNumber,
    };
  });

const removedWords =
  'The personal data of this sale was removed after the time that is set, and its evidence with it. BigCommerce still has the order.';

const placesOf = (db: Reader): Record<string, string> =>
  Object.fromEntries(
    db
      .all<{ id: string; name: string }>(
        'SELECT outlet_id AS id, name FROM outlets UNION ALL SELECT register_id, name FROM registers',
      )
      .map(({ id, name }) => [id, name]),
  );

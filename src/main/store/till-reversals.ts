import type { Writer } from './connection.ts';
import { openingInForce } from './openings.ts';

/**
 * Takes the money of a voided sale out of its registers' totals, or brings it back, in the openings in force now (R64,
 * R68): what each payment and return should count, less what it counts so far (design law 12). What belongs to no opening
 * counts nothing, so nothing of it is taken out.
 */
export const reverseInTills = (db: Writer, saleKey: number, voided: boolean): void => {
  const params = { saleKey, counts: voided ? 0 : 1 };
  db.run(
    `INSERT INTO till_reversals (register_key, opening_number, sale_key, tender, revision, amount)
     SELECT p.register_key, ${openingInForce('p.register_key')}, p.sale_key, p.tender, p.revision,
            (:counts - 1) * p.amount - coalesce(sum(t.amount), 0)
       FROM payments p
       LEFT JOIN till_reversals t ON t.sale_key = p.sale_key AND t.tender = p.tender AND t.revision = p.revision
      WHERE p.sale_key = :saleKey AND p.opening_number > 0
      GROUP BY p.sale_key, p.tender, p.revision HAVING (:counts - 1) * p.amount <> coalesce(sum(t.amount), 0)`,
    params,
  );
  db.run(
    `INSERT INTO till_reversals (register_key, opening_number, sale_key, refund_id, amount)
     SELECT r.register_key, ${openingInForce('r.register_key')}, r.sale_key, r.refund_id,
            (1 - :counts) * r.amount - coalesce(sum(t.amount), 0)
       FROM returns r LEFT JOIN till_reversals t ON t.sale_key = r.sale_key AND t.refund_id = r.refund_id
      WHERE r.sale_key = :saleKey AND r.opening_number > 0
      GROUP BY r.sale_key, r.refund_id HAVING (1 - :counts) * r.amount <> coalesce(sum(t.amount), 0)`,
    params,
  );
};

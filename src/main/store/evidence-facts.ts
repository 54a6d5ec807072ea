import type { Reader } from './connection.ts';

/**
 * What evidence says, read from the rows that it is about. An entry's hash is that of this text, so the same rows have to
 * give the same text for ever: fields keep their names and order, and what a later version adds comes in a new format.
 */

/** A step of staff with goods, by its id: who, when, what, and the pieces of each line. Undefined where there is none. */
export const factsOfStep = (db: Reader, stepId: string): string | undefined => {
  const step = db.get<{ readonly stepKey: number }>(
    `SELECT s.step_key AS stepKey, s.step_id AS stepId, f.fulfillment_id AS fulfillmentId, r.register_id AS registerId,
            s.kind, s.staff_name AS staffName, s.happened_at AS happenedAt, s.detail,
            (SELECT u.step_id FROM fulfillment_steps u WHERE u.step_key = s.undoes_step_key) AS undoesStepId
       FROM fulfillment_steps s
       JOIN fulfillments f ON f.fulfillment_key = s.fulfillment_key
       JOIN registers r ON r.register_key = s.register_key
      WHERE s.step_id = :stepId`,
    { stepId },
  );
  if (!step) return undefined;
  const { stepKey, ...facts } = step;
  const lines = db.all(
    `SELECT line_id AS lineId, picked, packed, fulfilled FROM fulfillment_step_lines
      WHERE step_key = :stepKey ORDER BY line_id`,
    { stepKey },
  );
  return JSON.stringify({ ...facts, lines });
};

/**
 * A print of one order, by its job: who, when, which paper, and all that it says. Of a pick round only the hash of that: it
 * tells of other people as well, and what it says of one of them may be removed.
 */
export const factsOfPrint = (db: Reader, jobId: string): string | undefined => {
  const job = db.get<object>(
    `SELECT job_id AS jobId, kind, copy, reprint, staff_name AS staffName, created_at AS createdAt, device,
            printer_name AS printerName, content_hash AS contentHash,
            CASE kind WHEN 'pick_round' THEN NULL ELSE content END AS content
       FROM print_jobs WHERE job_id = :jobId`,
    { jobId },
  );
  return job && JSON.stringify(job);
};

/** An order as its sale has it: what was sold, paid and given back, to whom, and what happened to it at BigCommerce. */
export const factsOfOrder = (db: Reader, saleId: string): string | undefined => {
  const sale = db.get<{ readonly saleKey: number }>(
    `SELECT s.sale_key AS saleKey, s.sale_id AS saleId, s.revision, s.source, s.order_id AS orderId,
            s.receipt_number AS receiptNumber, s.sale_status AS saleStatus, s.payment_state AS paymentState,
            s.bigcommerce_status_id AS bigcommerceStatusId, s.bigcommerce_status AS bigcommerceStatus, s.archived,
            s.customer_name AS customerName, s.customer_email AS customerEmail, s.customer_phone AS customerPhone,
            s.customer_message AS customerMessage, s.currency, s.total, s.tax, s.refunded, s.sold_at AS soldAt,
            s.imported_at AS importedAt, o.outlet_id AS outletId, r.register_id AS registerId
       FROM sales s JOIN outlets o ON o.outlet_key = s.outlet_key JOIN registers r ON r.register_key = s.register_key
      WHERE s.sale_id = :saleId`,
    { saleId },
  );
  if (!sale) return undefined;
  const { saleKey, ...facts } = sale;
  const of = (sql: string) => db.all(sql, { saleKey });
  return JSON.stringify({
    ...facts,
    lines: of(`SELECT line_id AS lineId, kind, sku, name, options, quantity, total, tax
                 FROM sale_lines WHERE sale_key = :saleKey ORDER BY position`),
    payments: of(`SELECT tender, revision, method, amount, paid_at AS paidAt, voided
                    FROM payments WHERE sale_key = :saleKey ORDER BY paid_at, revision, tender`),
    returns: of(`SELECT refund_id AS refundId, amount, reason, returned_at AS returnedAt
                   FROM returns WHERE sale_key = :saleKey ORDER BY refund_id`),
    recipients: of(`SELECT fulfillment_id AS fulfillmentId, type, method, recipient_name AS name,
                           recipient_address AS address, recipient_phone AS phone
                      FROM fulfillments WHERE sale_key = :saleKey ORDER BY fulfillment_key`),
  });
};

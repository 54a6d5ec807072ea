import type { Contract } from '../../contract/contract.ts';
import { Refusal } from '../../contract/fault.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import type { HandoverView } from '../../contract/till.ts';
import type { Reader } from '../store/connection.ts';
import { registerInQuestion } from '../store/outlets.ts';
import { unsentWork } from '../store/unsent-work.ts';
import { instantView } from './views.ts';

const MOST_NAMED = 100;

/** Goods that the next shift has to go on with, by what makes them so. */
const goods = {
  openPicks: "f.status = 'picking'",
  unpaidPacked: "f.status = 'packed' AND s.payment_state IN ('unpaid', 'part_paid') AND s.sale_status = 'closed'",
} as const;

/** What the next shift takes over in the outlet of a register (N14). `now` is UTC ms. */
export const handover = (
  db: Reader,
  now: number,
  { registerId }: { readonly registerId?: string | undefined },
): OutputOf<Contract['till.handover']> => {
  const register = registerInQuestion(db, registerId);
  if (!register)
    throw new Refusal(registerId === undefined ? 'register_unclear' : 'not_found', { field: 'registerId' });
  const kinds = unsentWork(db);
  return {
    registerId: register.registerId,
    asOf: instantView(now),
    unsent: { count: kinds.reduce((sum, { count }) => sum + count, 0), kinds },
    openPicks: goodsOf(db, register.outletKey, goods.openPicks),
    unpaidPacked: goodsOf(db, register.outletKey, goods.unpaidPacked),
  };
};

type GoodsRow = Omit<HandoverView['openPicks']['rows'][number], 'placedAt'> & { readonly placedAt: number };

const goodsOf = (db: Reader, outletKey: number, condition: string): HandoverView['openPicks'] => {
  const found = `FROM fulfillments f JOIN sales s ON s.sale_key = f.sale_key
                WHERE ${condition} AND s.outlet_key = :outletKey AND f.digital = 0`;
  const rows = db.all<GoodsRow>(
    `SELECT f.fulfillment_id AS fulfillmentId, s.sale_id AS saleId, CAST(s.order_id AS TEXT) AS orderId,
            s.receipt_number AS receiptNumber, s.customer_name AS customerName, f.type, f.status, f.placed_at AS placedAt
       ${found} ORDER BY f.placed_at, f.fulfillment_key LIMIT ${MOST_NAMED}`,
    { outletKey },
  );
  const count = db.get<{ count: number }>(`SELECT count(*) AS count ${found}`, { outletKey })?.count ?? 0;
  return { count, rows: rows.map((row) => ({ ...row, placedAt: instantView(row.placedAt) })) };
};

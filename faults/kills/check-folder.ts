import { type Connection, openConnection } from '../../src/main/store/connection.ts';
import { withoutEvidence } from '../../src/main/store/evidence-check.ts';
import type { PracticeStore } from '../../src/practice-store/practice-store.ts';
import type { Journal } from './journal.ts';

/** What does not hold in a data folder; nothing where all of it does. */
export type Complaints = string[];

interface Checked {
  readonly db: Connection;
  readonly store: PracticeStore;
  readonly journal: Journal;
}

/** What must hold after any kill, before anything is mended by a start: read by a connection of its own. */
export const checkAfterKill = (folder: string, store: PracticeStore, journal: Journal): Complaints => {
  const db = openConnection(`${folder}/tillbridge.db`, { readonly: true });
  try {
    const checked = { db, store, journal };
    return [
      ...(db.pragma('quick_check') === 'ok' ? [] : ['the database is damaged']),
      ...kept(checked),
      ...ledgerAddsUp(checked),
      ...piecesAddUp(checked),
      ...toldOnce(checked),
      ...withoutEvidence(db, 1).map(({ what }) => what),
    ];
  } finally {
    db.close();
  }
};

const idsOf = (db: Connection, sql: string): Set<string> => new Set(db.all<{ id: string }>(sql).map(({ id }) => id));

/** Everything that was acknowledged is there; what is there besides was under way when a till was killed. */
const kept = ({ db, journal }: Checked): Complaints => {
  const complaints: Complaints = [];
  const compare = (what: string, acknowledged: ReadonlySet<string>, there: ReadonlySet<string>, unanswered: number) => {
    const lost = [...acknowledged].filter((id) => !there.has(id)).length;
    const more = [...there].filter((id) => !acknowledged.has(id)).length;
    if (lost > 0) complaints.push(`${lost} ${what} that were acknowledged are lost`);
    if (more > unanswered) complaints.push(`${more} ${what} nobody knows of, ${unanswered} were under way`);
  };
  // A step that was taken back has its answer in the step before it; only those that stand are named by answers.
  const steps = idsOf(
    db,
    `SELECT step_id AS id FROM fulfillment_steps WHERE kind IN ('pick', 'pack', 'ship', 'ready', 'hand_over', 'put_back')`,
  );
  compare('steps', journal.steps, steps, journal.unanswered.steps);
  const movements = idsOf(db, `SELECT movement_id AS id FROM stock_movements WHERE cause_kind = 'receive'`);
  compare('stock movements', journal.movements, movements, journal.unanswered.movements);
  const sales = idsOf(db, `SELECT sale_id AS id FROM sales WHERE source = 'in_store'`);
  compare('sales in the shop', journal.inStoreSales, sales, journal.unanswered.inStoreSales);
  return complaints;
};

const ledgerAddsUp = ({ db }: Checked): Complaints =>
  db
    .all<{ productKey: number; onHand: number; sum: number | null }>(
      `SELECT h.product_key AS productKey, h.on_hand AS onHand,
              (SELECT sum(m.quantity) FROM stock_movements m
                WHERE m.product_key = h.product_key AND m.outlet_key = h.outlet_key) AS sum
         FROM stock_on_hand h`,
    )
    .flatMap(({ productKey, onHand, sum }) =>
      onHand === (sum ?? 0) ? [] : [`product ${productKey}: on hand ${onHand}, movements ${sum}`],
    );

/** Pieces on the lines are what the steps moved, but where BigCommerce's own people moved them. */
const piecesAddUp = ({ db, journal }: Checked): Complaints =>
  db
    .all<{ orderId: number; lineId: string; picked: number; packed: number; p: number; k: number }>(
      `SELECT s.order_id AS orderId, fl.line_id AS lineId, fl.picked, fl.packed,
              coalesce(sum(sl.picked), 0) AS p, coalesce(sum(sl.packed), 0) AS k
         FROM fulfillment_lines fl
         JOIN fulfillments f ON f.fulfillment_key = fl.fulfillment_key
         JOIN sales s ON s.sale_key = f.sale_key
         LEFT JOIN fulfillment_steps st ON st.fulfillment_key = f.fulfillment_key
         LEFT JOIN fulfillment_step_lines sl ON sl.step_key = st.step_key AND sl.line_id = fl.line_id
        WHERE EXISTS (SELECT 1 FROM fulfillment_steps x WHERE x.fulfillment_key = f.fulfillment_key)
        GROUP BY f.fulfillment_key, fl.line_id`,
    )
    .flatMap(({ orderId, lineId, picked, packed, p, k }) =>
      journal.movedThere.has(orderId) || (picked === p && packed === k)
        ? []
        : [`order ${orderId}, line ${lineId}: picked ${picked} of ${p}, packed ${packed} of ${k} by its steps`],
    );

/** Each parcel that left has at most one entry here and one shipment there, with its pieces. */
const toldOnce = ({ db, store }: Checked): Complaints => {
  const complaints: Complaints = [];
  const twice = db.all('SELECT step_key FROM outbox_entries GROUP BY step_key, kind HAVING count(*) > 1');
  if (twice.length > 0) complaints.push(`${twice.length} steps are told twice`);
  const untold = db.all(
    `SELECT 1 FROM fulfillment_steps s WHERE s.kind = 'ship'
        AND NOT EXISTS (SELECT 1 FROM outbox_entries e WHERE e.step_key = s.step_key AND e.kind = 'shipment')`,
  );
  if (untold.length > 0) complaints.push(`${untold.length} parcels left and nothing tells of them`);
  const seen = new Set<string>();
  for (const effect of store.applied) {
    if (effect.kind !== 'shipment_created' || effect.comments === '') continue;
    if (seen.has(effect.comments)) complaints.push(`order ${effect.orderId} was shipped twice as ${effect.comments}`);
    seen.add(effect.comments);
  }
  return complaints;
};

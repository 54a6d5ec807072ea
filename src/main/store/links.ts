import type { Reader, Writer } from './connection.ts';

export interface LinkRow {
  readonly linkKey: number;
  readonly linkId: string;
  readonly storeHash: string;
  readonly storeName: string;
  readonly apiBase: string;
  readonly plan: string;
  readonly currency: string;
  readonly linkedAt: number;
  /** The highest order id at the moment of linking: it and everything below stay out (R74). */
  readonly baselineOrderId: number;
}

export interface BindingRow {
  readonly outletKey: number;
  readonly outletId: string;
  readonly outletName: string;
  readonly timeZone: string;
  readonly registerKey: number;
  readonly registerId: string;
  readonly registerName: string;
  readonly locationId: string | null;
  readonly boundAt: number;
}

/** The linked store, if any. */
export const currentLink = (db: Reader): LinkRow | undefined =>
  db.get<LinkRow>(
    `SELECT link_key AS linkKey, link_id AS linkId, store_hash AS storeHash, store_name AS storeName,
            api_base AS apiBase, plan, currency, linked_at AS linkedAt, baseline_order_id AS baselineOrderId
       FROM links ORDER BY link_key DESC LIMIT 1`,
  );

export const insertLink = (db: Writer, link: Omit<LinkRow, 'linkKey'>): number =>
  db.run(
    `INSERT INTO links (link_id, store_hash, store_name, api_base, plan, currency, linked_at, baseline_order_id)
     VALUES (:linkId, :storeHash, :storeName, :apiBase, :plan, :currency, :linkedAt, :baselineOrderId)`,
    { ...link },
  ).lastKey;

export const changePlan = (db: Writer, linkKey: number, plan: string): void => {
  db.run('UPDATE links SET plan = :plan WHERE link_key = :linkKey', { linkKey, plan });
};

/** The binding in force (R3); undefined until an outlet and a register are chosen. */
export const currentBinding = (db: Reader, linkKey: number): BindingRow | undefined =>
  db.get<BindingRow>(
    `SELECT b.outlet_key AS outletKey, o.outlet_id AS outletId, o.name AS outletName, o.time_zone AS timeZone,
            b.register_key AS registerKey, r.register_id AS registerId, r.name AS registerName,
            b.location_id AS locationId, b.bound_at AS boundAt
       FROM bindings b
       JOIN outlets o ON o.outlet_key = b.outlet_key
       JOIN registers r ON r.register_key = b.register_key
      WHERE b.link_key = :linkKey ORDER BY b.binding_key DESC LIMIT 1`,
    { linkKey },
  );

/** Where the linked store is bound to; undefined without a link, and until it is bound. */
export const boundPlace = (db: Reader): BindingRow | undefined => {
  const link = currentLink(db);
  return link && currentBinding(db, link.linkKey);
};

export const insertBinding = (
  db: Writer,
  binding: { linkKey: number; outletKey: number; registerKey: number; locationId: string | null; boundAt: number },
): void => {
  db.run(
    `INSERT INTO bindings (link_key, outlet_key, register_key, location_id, bound_at)
     VALUES (:linkKey, :outletKey, :registerKey, :locationId, :boundAt)`,
    binding,
  );
};

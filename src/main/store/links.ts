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
  /** When it was ended (UTC ms); null while it is in force. */
  readonly unlinkedAt: number | null;
}

export interface BindingRow {
  readonly outletKey: number;
  readonly outletId: string;
  readonly outletName: string;
  readonly timeZone: string;
  readonly locale: string | null;
  readonly registerKey: number;
  readonly registerId: string;
  readonly registerName: string;
  readonly locationId: string | null;
  readonly boundAt: number;
}

const selectLink = `
  SELECT link_key AS linkKey, link_id AS linkId, store_hash AS storeHash, store_name AS storeName, api_base AS apiBase,
         plan, currency, linked_at AS linkedAt, baseline_order_id AS baselineOrderId, unlinked_at AS unlinkedAt
    FROM links`;

/** The linked store, if any: orders come from it, and everything is told to it. */
export const currentLink = (db: Reader): LinkRow | undefined =>
  db.get<LinkRow>(`${selectLink} WHERE unlinked_at IS NULL`);

/** The store that what is here is shown with: the linked one, else the one that was linked last (R81). */
export const shownLink = (db: Reader): LinkRow | undefined =>
  db.get<LinkRow>(`${selectLink} ORDER BY unlinked_at IS NOT NULL, unlinked_at DESC, link_key DESC LIMIT 1`);

/** The store that was unlinked last, while none is linked. */
export const lastUnlinked = (db: Reader): LinkRow | undefined => {
  const shown = shownLink(db);
  return shown?.unlinkedAt === null ? undefined : shown;
};

/** A store that is linked, or was; undefined for one that never was (R83). */
export const linkOfStore = (db: Reader, storeHash: string): LinkRow | undefined =>
  db.get<LinkRow>(`${selectLink} WHERE store_hash = :storeHash`, { storeHash });

/** Links that were ended, whose tokens have no business here any more. */
export const unlinkedIds = (db: Reader): string[] =>
  db
    .all<{ linkId: string }>('SELECT link_id AS linkId FROM links WHERE unlinked_at IS NOT NULL')
    .map((row) => row.linkId);

export const insertLink = (db: Writer, link: Omit<LinkRow, 'linkKey' | 'unlinkedAt'>): number =>
  db.run(
    `INSERT INTO links (link_id, store_hash, store_name, api_base, plan, currency, linked_at, baseline_order_id)
     VALUES (:linkId, :storeHash, :storeName, :apiBase, :plan, :currency, :linkedAt, :baselineOrderId)`,
    { ...link },
  ).lastKey;

/** Ends a link. Nothing else of it changes (R81). */
export const endLink = (db: Writer, linkKey: number, unlinkedAt: number): void => {
  db.run('UPDATE links SET unlinked_at = :unlinkedAt WHERE link_key = :linkKey', { linkKey, unlinkedAt });
};

/** Puts a link in force, as the store is today; the row is the one that it always was (R82). */
export const renewLink = (db: Writer, link: Pick<LinkRow, 'linkKey' | 'storeName' | 'apiBase' | 'plan'>): void => {
  db.run(
    `UPDATE links SET unlinked_at = NULL, store_name = :storeName, api_base = :apiBase, plan = :plan
      WHERE link_key = :linkKey`,
    { ...link },
  );
};

export const changePlan = (db: Writer, linkKey: number, plan: string): void => {
  db.run('UPDATE links SET plan = :plan WHERE link_key = :linkKey', { linkKey, plan });
};

/** The binding in force (R3); undefined until an outlet and a register are chosen. */
export const currentBinding = (db: Reader, linkKey: number): BindingRow | undefined =>
  db.get<BindingRow>(
    `SELECT b.outlet_key AS outletKey, o.outlet_id AS outletId, o.name AS outletName, o.time_zone AS timeZone,
            o.locale, b.register_key AS registerKey, r.register_id AS registerId, r.name AS registerName,
            b.location_id AS locationId, b.bound_at AS boundAt
       FROM bindings b
       JOIN outlets o ON o.outlet_key = b.outlet_key
       JOIN registers r ON r.register_key = b.register_key
      WHERE b.link_key = :linkKey ORDER BY b.binding_key DESC LIMIT 1`,
    { linkKey },
  );

/**
 * Where this till records: what its store is bound to, and after unlinking still that (R81). Undefined without a link, and
 * until it is bound.
 */
export const boundPlace = (db: Reader): BindingRow | undefined => {
  const link = shownLink(db);
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

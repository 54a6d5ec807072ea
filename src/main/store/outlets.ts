import type { Reader, Writer } from './connection.ts';
import { boundPlace } from './links.ts';

export interface OutletRow {
  readonly outletKey: number;
  readonly outletId: string;
  readonly name: string;
  readonly timeZone: string;
  readonly currency: string;
  /** A language and a region, `en-GB`; null where each machine writes its own way. */
  readonly locale: string | null;
}

export interface RegisterRow {
  readonly registerKey: number;
  readonly registerId: string;
  readonly outletKey: number;
  readonly name: string;
}

const outletColumns = 'outlet_key AS outletKey, outlet_id AS outletId, name, time_zone AS timeZone, currency, locale';
const registerColumns = 'register_key AS registerKey, register_id AS registerId, outlet_key AS outletKey, name';

export const insertOutlet = (
  db: Writer,
  outlet: Omit<OutletRow, 'outletKey'> & { readonly createdAt: number },
): void => {
  db.run(
    `INSERT INTO outlets (outlet_id, name, time_zone, currency, locale, created_at)
     VALUES (:outletId, :name, :timeZone, :currency, :locale, :createdAt)`,
    outlet,
  );
};

export const changeLocale = (db: Writer, outletKey: number, locale: string | null): void => {
  db.run('UPDATE outlets SET locale = :locale WHERE outlet_key = :outletKey', { locale, outletKey });
};

export const insertRegister = (
  db: Writer,
  register: { registerId: string; outletKey: number; name: string; createdAt: number },
): void => {
  db.run(
    `INSERT INTO registers (register_id, outlet_key, name, created_at)
     VALUES (:registerId, :outletKey, :name, :createdAt)`,
    register,
  );
};

export const outletById = (db: Reader, outletId: string): OutletRow | undefined =>
  db.get<OutletRow>(`SELECT ${outletColumns} FROM outlets WHERE outlet_id = :outletId`, { outletId });

export const registerById = (db: Reader, registerId: string): RegisterRow | undefined =>
  db.get<RegisterRow>(`SELECT ${registerColumns} FROM registers WHERE register_id = :registerId`, { registerId });

export const allOutlets = (db: Reader): OutletRow[] =>
  db.all<OutletRow>(`SELECT ${outletColumns} FROM outlets ORDER BY outlet_key`);

export const allRegisters = (db: Reader): RegisterRow[] =>
  db.all<RegisterRow>(`SELECT ${registerColumns} FROM registers ORDER BY register_key`);

/** The named outlet; else the bound one; else the only one there is. Undefined when that leaves none, or several. */
export const outletInQuestion = (db: Reader, outletId: string | undefined): OutletRow | undefined => {
  if (outletId !== undefined) return outletById(db, outletId);
  const bound = boundPlace(db);
  if (bound) return outletById(db, bound.outletId);
  const [only, ...others] = allOutlets(db);
  return others.length === 0 ? only : undefined;
};

/** A register with the outlet it stands in. */
export interface RegisterPlace extends RegisterRow {
  readonly outletId: string;
  readonly outletName: string;
  readonly currency: string;
}

export const allRegisterPlaces = (db: Reader): RegisterPlace[] =>
  db.all<RegisterPlace>(
    `SELECT r.register_key AS registerKey, r.register_id AS registerId, r.outlet_key AS outletKey, r.name,
            o.outlet_id AS outletId, o.name AS outletName, o.currency
       FROM registers r JOIN outlets o ON o.outlet_key = r.outlet_key ORDER BY r.outlet_key, r.register_key`,
  );

/** The named register; else the bound one; else the only one there is. Undefined when that leaves none, or several. */
export const registerInQuestion = (db: Reader, registerId: string | undefined): RegisterPlace | undefined => {
  const places = allRegisterPlaces(db);
  const meant = registerId ?? boundPlace(db)?.registerId;
  if (meant !== undefined) return places.find((place) => place.registerId === meant);
  return places.length === 1 ? places[0] : undefined;
};

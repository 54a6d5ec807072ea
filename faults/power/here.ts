import { type Connection, openConnection } from '../../src/main/store/connection.ts';

/** What a till acknowledges by rows of its own, and how each is found by what the answer named it. */
const rows = {
  sale: 'SELECT sale_id AS id FROM sales',
  step: 'SELECT step_id AS id FROM fulfillment_steps',
  movement: 'SELECT movement_id AS id FROM stock_movements',
  opening: 'SELECT opening_id AS id FROM openings',
  'drawer move': 'SELECT reason AS id FROM drawer_moves',
  'told entry': `SELECT entry_id AS id FROM outbox_entries WHERE state = 'sent'`,
} as const;

export type RowKind = keyof typeof rows;
export const rowKinds = Object.keys(rows) as readonly RowKind[];

/** The ids of everything that is in a database of the newest schema. */
export type Here = Readonly<Record<RowKind, ReadonlySet<string>>>;

/** Throws where one is there twice. */
const idsOf = (db: Connection, kind: RowKind): ReadonlySet<string> => {
  const ids = db.all<{ id: string }>(rows[kind]).map(({ id }) => id);
  if (new Set(ids).size !== ids.length) throw new Error(`A ${kind} is here twice.`);
  return new Set(ids);
};

export const whatIsHere = (db: Connection): Here =>
  Object.fromEntries(rowKinds.map((kind) => [kind, idsOf(db, kind)])) as unknown as Here;

export const whatIsIn = (databaseFile: string): Here => {
  const db = openConnection(databaseFile, { readonly: true });
  try {
    return whatIsHere(db);
  } finally {
    db.close();
  }
};

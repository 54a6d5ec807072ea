import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkDatabase, checkKeptCounts, checkSums } from '../../src/main/doctor/check-database.ts';
import { checkEvidence } from '../../src/main/doctor/check-evidence.ts';
import { secretFile } from '../../src/main/hosts/secret-file.ts';
import { type Connection, openConnection } from '../../src/main/store/connection.ts';
import { openDataFolder } from '../../src/main/store/data-folder.ts';
import { currentLink } from '../../src/main/store/links.ts';
import { wentBack } from '../../src/main/store/went-back.ts';
import { openedByTest } from '../../test/support/opened-by.ts';
import { checkCopies } from '../kills/check-copies.ts';
import type { Complaints } from '../kills/check-folder.ts';
import type { Act, Fact } from './act.ts';
import { type Here, rowKinds, whatIsHere, whatIsIn } from './here.ts';

/** What was known outside of the machine when the power went. */
export interface Known {
  /** How many lines had been answered. */
  readonly lines: number;
  /** Markers of the shipments that were on their way to BigCommerce. */
  readonly shipped: readonly string[];
}

/**
 * Starts on what a power cut left of a data folder, as the app does, and checks it: it opens by itself, is sound, and all that
 * anybody was told is there.
 */
export const checkStart = (folder: string, act: Act, known: Known): Complaints => {
  try {
    const { databaseFile, release } = openDataFolder(folder, openedByTest);
    try {
      return checkOpened(folder, databaseFile, act, known);
    } finally {
      release();
    }
  } catch (error) {
    return [`it does not start, or cannot be read: ${error instanceof Error ? error.message : String(error)}`];
  }
};

const checkOpened = (folder: string, databaseFile: string, act: Act, known: Known): Complaints => {
  const db = openConnection(databaseFile, { readonly: true });
  try {
    const here = whatIsHere(db);
    const facts = act.acknowledged.filter(({ line }) => line <= known.lines).map(({ fact }) => fact);
    return [
      ...sound(db),
      ...rowsKept(act, here, facts),
      ...(act.restores ? oldOrNew(folder, act, here, facts) : notTakenForOlder(db)),
      ...(act.rowsStay && known.lines === 0 && !act.rowsStay(databaseFile) ? ['the update changed rows'] : []),
      ...tokenKept(folder, db, facts),
      ...checkCopies(folder, new Set(idsOf(facts, 'copy'))),
      ...claimed(db, known.shipped),
      ...(act.passedOver?.(db) ?? []).map((orderId) => `order ${orderId} is behind the cursor and not here`),
    ];
  } finally {
    db.close();
  }
};

const sound = (db: Connection): Complaints =>
  [checkDatabase(db), checkSums(db), checkKeptCounts(db), checkEvidence(db)].flatMap(({ ok, message }) =>
    ok ? [] : [message],
  );

const idsOf = (facts: readonly Fact[], what: Fact['what']): string[] =>
  facts.filter((fact) => fact.what === what).map(({ id }) => id);

/** What was acknowledged is there; what was there before is, unless a copy took its place. */
const rowsKept = (act: Act, here: Here, facts: readonly Fact[]): Complaints =>
  rowKinds.flatMap((kind) => {
    const known = [...idsOf(facts, kind), ...(act.restores ? [] : act.had[kind])];
    const lost = known.filter((id) => !here[kind].has(id)).length;
    return lost === 0 ? [] : [`lost: ${kind} × ${lost}`];
  });

const notTakenForOlder = (db: Connection): Complaints =>
  wentBack(db) ? ['the data is taken for older than it is, and stock is held'] : [];

/** Before a restore is acknowledged the shop is the old one or the new one; afterwards it is the new one, and the old one is kept. */
const oldOrNew = (folder: string, { had, restores }: Act, here: Here, facts: readonly Fact[]): Complaints => {
  if (!restores) return [];
  const has = (all: Here): boolean => rowKinds.every((kind) => [...all[kind]].every((id) => here[kind].has(id)));
  const isOld = has(had);
  const isRestored = idsOf(facts, 'restore').length > 0;
  if (isOld && !isRestored) return [];
  if (isOld) return ['a restore that was acknowledged is undone'];
  if (!has(restores)) return ['it is neither the shop before the restore nor the one of the copy'];
  return keepsReplaced(folder, had) ? [] : ['the database before the restore is lost'];
};

const keepsReplaced = (folder: string, had: Here): boolean => {
  const replaced = join(folder, 'replaced');
  if (!existsSync(replaced)) return false;
  return readdirSync(replaced).some((when) => {
    const file = join(replaced, when, 'tillbridge.db');
    if (!existsSync(file)) return false;
    const there = whatIsIn(file);
    return rowKinds.every((kind) => [...had[kind]].every((id) => there[kind].has(id)));
  });
};

const tokenKept = (folder: string, db: Connection, facts: readonly Fact[]): Complaints => {
  const [token] = idsOf(facts, 'token');
  const link = currentLink(db);
  if (token === undefined || !link) return [];
  return secretFile(join(folder, 'secrets.json')).read(link.linkId) === token ? [] : ['the token of the store is lost'];
};

/** What went out to BigCommerce is known to have gone: else it would be told a second time without a look (law 4). */
const claimed = (db: Connection, shipped: readonly string[]): Complaints =>
  shipped
    .filter(
      (marker) => !db.get('SELECT 1 FROM outbox_entries WHERE marker = :marker AND sent_at IS NOT NULL', { marker }),
    )
    .map((marker) => `shipment ${marker} was sent, and nothing here knows of it`);

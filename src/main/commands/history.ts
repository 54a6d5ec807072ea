import { Refusal } from '../../contract/fault.ts';
import { faultCases } from '../../contract/fault-cases.ts';
import type { AuditedWork } from '../domain/audited-work.ts';
import { recordAudit, type WorkDesk } from '../store/audit.ts';
import type { Reader, Writer } from '../store/connection.ts';
import {
  batchById,
  batchesOf,
  beginBatch,
  deleteRehearsal,
  type HistoryBatch,
  moveBatch,
  openBatch,
  recordUnlock,
  unlockedUntil,
} from '../store/history-batches.ts';
import { countCells } from '../store/history-cells.ts';
import { type BindingRow, currentBinding, currentLink, type LinkRow } from '../store/links.ts';
import { countedSince, workedOnSince } from '../store/undo-history.ts';

/**
 * What a manager decides about the import of history: each is a row, written with its entry in the audit log (R77). The
 * work itself is done by the sync thread, which finds it in the row.
 */

const linked = (db: Reader): LinkRow => {
  const link = currentLink(db);
  if (!link) throw new Refusal('not_linked');
  return link;
};

const bound = (db: Reader, { linkKey }: LinkRow): BindingRow => {
  const binding = currentBinding(db, linkKey);
  if (!binding) throw new Refusal('not_bound');
  return binding;
};

const needUnlocked = ({ db, now }: WorkDesk, { linkKey }: LinkRow): void => {
  if (unlockedUntil(db, linkKey, now) === null) throw new Refusal('history_locked');
};

/** Keeps a support code that was found to be genuine. Returns until when history is unlocked (UTC ms). */
export const unlockHistory = (
  desk: WorkDesk,
  { codeId, expiresAt }: { readonly codeId: string; readonly expiresAt: number },
): number =>
  desk.db.transaction(() => {
    const { db, now, by } = desk;
    const { linkKey, storeName } = linked(db);
    recordUnlock(db, { linkKey, codeId, expiresAt, unlockedAt: now, unlockedBy: by ?? '' });
    recordAudit(desk, {
      what: 'history.unlock',
      subject: storeName,
      after: { code: codeId, until: new Date(expiresAt).toISOString() },
    });
    return unlockedUntil(db, linkKey, now) ?? expiresAt;
  });

const halfWay: ReadonlySet<HistoryBatch['state']> = new Set(['importing', 'stopped', 'undoing']);

/** Begins a rehearsal, in the place of one that was not imported. Throws `history_locked`, `history_half_way`. */
export const beginRehearsal = (desk: WorkDesk, { leaveStock }: { readonly leaveStock: boolean }): void =>
  desk.db.transaction(() => {
    const { db, identity, now } = desk;
    const link = linked(db);
    const { outletKey, registerKey } = bound(db, link);
    needUnlocked(desk, link);
    const { linkKey } = link;
    const open = openBatch(db, linkKey);
    if (open && halfWay.has(open.state)) throw new Refusal('history_half_way');
    if (open) deleteRehearsal(db, open.batchKey);
    beginBatch(db, {
      batchId: identity.next(),
      linkKey,
      leavesStock: leaveStock ? 1 : 0,
      begunAt: now,
      outletKey,
      registerKey,
    });
  });

/** A batch by its id, or the newest one that fits. */
const batchOf = (
  db: Reader,
  { linkKey }: LinkRow,
  batchId: string | undefined,
  fits: (batch: HistoryBatch) => boolean,
): HistoryBatch | undefined => {
  if (batchId === undefined) return batchesOf(db, linkKey).find(fits);
  const named = batchById(db, batchId);
  return named?.linkKey === linkKey && fits(named) ? named : undefined;
};

interface Confirmed {
  readonly batchId?: string | undefined;
  readonly typedName: string;
}

/**
 * Confirms that what was rehearsed is imported, or goes on with an import that was paused. Throws `history_locked`,
 * `history_not_rehearsed`, `history_changed`, `name_not_typed`.
 */
export const confirmImport = (desk: WorkDesk, { batchId, typedName }: Confirmed): HistoryBatch =>
  desk.db.transaction(() => {
    const { db, now, by } = desk;
    const link = linked(db);
    const batch = batchOf(db, link, batchId, ({ state }) => ['rehearsed', 'importing', 'stopped'].includes(state));
    if (!batch) throw new Refusal(batchId === undefined ? 'history_not_rehearsed' : 'history_changed');
    if (typedName.trim() !== link.storeName.trim()) throw new Refusal('name_not_typed', { field: 'typedName' });
    if (batch.state === 'importing') return batch;
    if (batch.state === 'rehearsed') needStillTheSame(desk, link, batch);
    audit(desk, 'history.import', link, batch, 'rehearsed');
    return moveBatch(db, batch.batchKey, { state: 'importing', confirmedAt: now, confirmedBy: by });
  });

const needStillTheSame = (desk: WorkDesk, link: LinkRow, { outletKey, registerKey }: HistoryBatch): void => {
  needUnlocked(desk, link);
  const binding = bound(desk.db, link);
  if (binding.outletKey === outletKey && binding.registerKey === registerKey) return;
  throw new Refusal('history_changed', {
    message: faultCases.rehearsed_elsewhere,
  });
};

interface Undo {
  readonly batchId?: string | undefined;
  /** Orders that staff worked on since stay; else they are a reason to refuse. */
  readonly keepWorkedOn: boolean;
}

/**
 * Begins to take a batch back. Throws `not_found`, `history_half_way`, and `history_in_use` where somebody's work would
 * be lost by it.
 */
export const beginUndo = (desk: WorkDesk, { batchId, keepWorkedOn }: Undo): HistoryBatch =>
  desk.db.transaction(() => {
    const { db, by } = desk;
    const link = linked(db);
    const batch = batchOf(db, link, batchId, ({ state }) => ['stopped', 'imported', 'undoing'].includes(state));
    if (!batch) throw new Refusal('not_found', { field: 'batchId' });
    if (batch.state === 'undoing') return batch;
    giveUpRehearsal(db, link, batch);
    refuseCounted(db, batch);
    if (!keepWorkedOn) refuseWorkedOn(db, batch);
    audit(desk, 'history.undo', link, batch, 'imported');
    return moveBatch(db, batch.batchKey, {
      state: 'undoing',
      undoneBy: by,
      reachedOrderId: Number.MAX_SAFE_INTEGER,
      ordersDone: 0,
    });
  });

const giveUpRehearsal = (db: Writer, { linkKey }: LinkRow, batch: HistoryBatch): void => {
  const open = openBatch(db, linkKey);
  if (!open || open.batchKey === batch.batchKey) return;
  if (halfWay.has(open.state)) throw new Refusal('history_half_way');
  deleteRehearsal(db, open.batchKey);
};

const MOST_NAMED = 10;

const refuseWorkedOn = (db: Reader, { batchKey }: HistoryBatch): void => {
  const orderIds = workedOnSince(db, batchKey);
  if (orderIds.length === 0) return;
  const more = orderIds.length > MOST_NAMED ? ` and ${orderIds.length - MOST_NAMED} more` : '';
  throw new Refusal('history_in_use', {
    message: `Staff have worked on orders of it since, or their money is in a till that was closed: ${orderIds.slice(0, MOST_NAMED).join(', ')}${more}. That is on record for good. All others can be undone, and these stay.`,
    field: 'keepWorkedOn',
  });
};

const refuseCounted = (db: Reader, { batchKey }: HistoryBatch): void => {
  const counted = countedSince(db, batchKey);
  if (counted.length === 0) return;
  const names = counted.map(({ sku, name }) => (sku === '' ? name : `${name} (${sku})`)).join(', ');
  throw new Refusal('history_in_use', {
    message: `Stock was counted since, and those figures would be wrong without the import: ${names}. Take these counts back, undo the import, then count again.`,
  });
};

const audit = (
  desk: WorkDesk,
  what: AuditedWork,
  { storeName }: LinkRow,
  { batchKey, batchId, leavesStock }: HistoryBatch,
  run: 'rehearsed' | 'imported',
): void => {
  const counts = countCells(desk.db, { batchKey, run });
  const facts = {
    batch: batchId,
    sales: counts.get('day_sales') ?? 0,
    products: counts.get('product') ?? 0,
    customers: counts.get('customer') ?? 0,
    stock: leavesStock === 1 ? 'left alone' : 'taken',
  };
  recordAudit(desk, { what, subject: storeName, ...(run === 'rehearsed' ? { after: facts } : { before: facts }) });
};

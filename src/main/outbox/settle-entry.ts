import type { ConflictKind, TheirFacts } from '../domain/conflict.ts';
import type { Order } from '../domain/order.ts';
import { tellingWords } from '../domain/telling-words.ts';
import { raiseConflict } from '../store/conflicts.ts';
import type { OutboxEntry } from '../store/outbox.ts';
import { endEntry, parkEntry } from '../store/outbox-moves.ts';
import { saleByKey, tellTimeline } from '../store/sales.ts';
import type { ReplayDeps } from './replay-deps.ts';
import { whyNot } from './verdict-words.ts';

type Settling = Pick<ReplayDeps, 'db' | 'identity' | 'clock'>;

/** What became of an entry, together with what the timeline of its sale says of it, in one transaction each. */
export const noteSent = (deps: Settling, entry: OutboxEntry, answer: string): void =>
  deps.db.transaction(() => {
    const now = deps.clock();
    if (!endEntry(deps.db, entry, { state: 'sent', now, answer })) return;
    tell(deps, entry, `BigCommerce was told: ${tellingWords(entry.telling)}.`);
  });

/** It needs somebody, with BigCommerce's own words. */
export const noteRefused = (deps: Settling, entry: OutboxEntry, words: string): void =>
  deps.db.transaction(() => {
    if (!parkEntry(deps.db, entry, words)) return;
    tell(deps, entry, `BigCommerce did not take ${tellingWords(entry.telling)}: ${words}`);
  });

interface Change {
  readonly kind: ConflictKind;
  readonly theirs: Order | null;
}

/** By the written rule BigCommerce's change stands; `show` puts it before staff as well. */
export const noteYielded = (
  deps: Settling,
  entry: OutboxEntry,
  {
    because,
    theirs,
    show,
  }: Pick<Change, 'theirs'> & {
    readonly because: ConflictKind | 'outdated';
    readonly show: boolean;
  },
): void =>
  deps.db.transaction(() => {
    const why = whyNot(because, theirs);
    if (!endEntry(deps.db, entry, { state: 'yielded', now: deps.clock(), answer: `${capital(why)}.` })) return;
    if (show && because !== 'outdated') raise(deps, entry, { kind: because, theirs }, null);
    tell(deps, entry, `BigCommerce was not told ${tellingWords(entry.telling)}: ${why}.`);
  });

/** Goods have left that BigCommerce thinks otherwise of: it waits until staff have answered. */
export const noteAsked = (
  deps: Settling,
  entry: OutboxEntry,
  { kind, theirs, parcels = [] }: Change & { readonly parcels?: TheirFacts['parcels'] },
): void =>
  deps.db.transaction(() => {
    const why = `${capital(whyNot(kind, theirs))}.`;
    if (!parkEntry(deps.db, entry, why)) return;
    raise(deps, entry, { kind, theirs, parcels }, entry.entryKey);
    tell(
      deps,
      entry,
      `BigCommerce was not told ${tellingWords(entry.telling)}, for ${whyNot(kind, theirs)}. Staff are to answer.`,
    );
  });

const raise = (
  { db, identity, clock }: Settling,
  { saleKey, fulfillmentKey, telling }: OutboxEntry,
  { kind, theirs, parcels = [] }: Change & { readonly parcels?: TheirFacts['parcels'] },
  entryKey: number | null,
): void => {
  const sale = saleByKey(db, saleKey);
  raiseConflict(db, {
    conflictId: identity.next(),
    saleKey,
    fulfillmentKey,
    entryKey,
    kind,
    ours: { telling: tellingWords(telling) },
    theirs: {
      statusId: theirs?.statusId ?? sale?.bigcommerceStatusId ?? 0,
      status: theirs?.statusLabel || (sale?.bigcommerceStatus ?? ''),
      ...(parcels.length > 0 ? { parcels } : {}),
    },
    raisedAt: clock(),
  });
};

const tell = ({ db, identity, clock }: Settling, { saleKey }: OutboxEntry, detail: string): void =>
  tellTimeline(db, { eventId: identity.next(), saleKey, happenedAt: clock(), detail });

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

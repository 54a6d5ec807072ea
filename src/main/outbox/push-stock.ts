import type { WritingClient } from '../bigcommerce/client.ts';
import { MOST_ITEMS } from '../bigcommerce/inventory.ts';
import { levelToPush } from '../domain/stock-level.ts';
import type { Writer } from '../store/connection.ts';
import {
  dueMarks,
  type InventoryItem,
  itemsOfProducts,
  lookAgain,
  type Mark,
  noteFigure,
  noteFirstLook,
  noteSent,
  type PushPlace,
  parkItem,
  unmark,
} from '../store/inventory-items.ts';
import { judgeItem } from './judge-item.ts';
import { type Figures, readFigures } from './read-figures.ts';
import { type Sending, sendLevels } from './send-levels.ts';

/**
 * Stock goes out as levels, never as deltas (design law 5): what is marked is looked at, and told where theirs differs
 * from ours at that moment.
 *
 *                  movement here, order changed, linked, bound
 *                                │
 *                                ▼        theirs ≠ ours: claimed, then sent
 *   in step ◀──second look── to push ─────────────────────────────────────▶ sent ───┐
 *            theirs = ours      ▲ ▲     429 · 401 · 403: claim taken back    │ │    │ theirs shows it: it has arrived,
 *                               │ └──────────────────────────────────────────┘ │    │ and ours may go out anew
 *                               │          settled: theirs is looked at again  │◀───┘
 *                               └──────────────────────────────────────────────┘
 *                               ▲                                              │ refused by itself: its words are kept
 *                               └── figure or order changes · proof ── parked ◀┘
 *
 * What must hold, whatever is lost on the way:
 *  1. A mark goes only in a look at which theirs is ours, that comes a settling time after the first look since the last
 *     change, and after the last level sent. So neither a level that takes effect late, nor an order that BigCommerce
 *     counts late, can pass unseen behind it.
 *  2. A level is claimed before it is sent. A claim whose outcome is unknown (timeout, 5xx, a till that was killed) is an
 *     ordinary sent one: the next look decides (law 4).
 *  3. Never are two levels of one item under way at once (bigcommerce.md §9.2).
 *  4. Nothing is sent that was not computed after a pull of this exchange (§9.3); see `exchange.ts`.
 */
export interface PushDeps {
  readonly db: Writer;
  readonly client: WritingClient;
  /** Read anew for each look: the binding may change meanwhile (R7). */
  readonly place: () => BoundPlace;
  readonly clock: () => number;
  /** For how long after BigCommerce's answer a level may take effect. */
  readonly settlingMs: number;
  /** Told how many levels BigCommerce accepted. */
  readonly onAccepted: (levels: number) => void;
  /** Told when what a screen shows of stock may have changed. */
  readonly onChanged: () => void;
}

/** The outlet whose stock goes out, and BigCommerce's location that it goes to. */
export interface BoundPlace extends PushPlace {
  readonly locationId: string;
}

/**
 * One look at what is due, and one sending of what differs; no request where nothing is due. Returns whether more is due
 * than fits into one look. Throws `StoreProblem`, after which whatever was not sent is due again.
 */
export const pushStock = async (deps: PushDeps): Promise<boolean> => {
  const { db, client, clock } = deps;
  const place = deps.place();
  const marks = marksDue(deps, place, MOST_ITEMS);
  if (marks.length === 0) return false;
  const asked = itemsOfProducts(db, place, keysOf(marks)).map(({ item }) => item);
  const readAt = clock();
  const figures = await readFigures(client, db, place, asked);
  const sendings = db.transaction(() => {
    const isBoundStill = isSamePlace(place, deps.place());
    return isBoundStill ? look(deps, { place, marks, figures, readAt, claimAt: clock() }) : [];
  });
  deps.onChanged();
  if (sendings.length > 0) await sendLevels(deps, place, sendings).finally(deps.onChanged);
  return marks.length >= MOST_ITEMS;
};

/** Whether `pushStock` would ask anything of BigCommerce now. */
export const isStockDue = (deps: Due): boolean => marksDue(deps, deps.place(), 1).length > 0;

type Due = Pick<PushDeps, 'db' | 'place' | 'clock' | 'settlingMs'>;

const marksDue = ({ db, clock, settlingMs }: Due, place: BoundPlace, limit: number): Mark[] => {
  const now = clock();
  return dueMarks(db, place, { now, latest: now + settlingMs, limit });
};

const keysOf = (marks: readonly Mark[]): number[] => marks.map(({ productKey }) => productKey);

const isSamePlace = (one: BoundPlace, other: BoundPlace): boolean =>
  one.linkKey === other.linkKey && one.outletKey === other.outletKey && one.locationId === other.locationId;

interface Look {
  readonly place: BoundPlace;
  readonly marks: readonly Mark[];
  readonly figures: Figures;
  readonly readAt: number;
  readonly claimAt: number;
}

/** Compares ours of this moment with theirs, claims what is to be sent, and says of each product when to look again. */
const look = ({ db, settlingMs }: PushDeps, { place, marks, ...when }: Look): Sending[] => {
  const seen = new Map(marks.map((mark) => [mark.productKey, { mark, outcomes: [] as Outcome[] }]));
  const sendings: Sending[] = [];
  for (const { item, productKeys } of itemsOfProducts(db, place, keysOf(marks))) {
    const theirs = when.figures.get(item.itemKey);
    // Linked a moment ago, and not asked for: its mark changed with it, and stays due.
    if (theirs === undefined) continue;
    const products = productKeys.flatMap((productKey) => seen.get(productKey) ?? []);
    const outcome = lookAtItem(db, item, { ...when, theirs, settlingMs });
    for (const { outcomes } of products) outcomes.push(outcome);
    if (outcome.kind === 'sent') sendings.push({ item, ...outcome, marks: products.map(({ mark }) => mark) });
  }
  for (const { mark, outcomes } of seen.values()) noteLook(db, mark, outcomes, when.readAt, settlingMs);
  return sendings;
};

type Outcome =
  | { readonly kind: 'agrees' | 'parked' }
  | { readonly kind: 'waits'; readonly until: number }
  | { readonly kind: 'sent'; readonly until: number; readonly claim: { readonly level: number; readonly at: number } };

const NOT_LISTED = 'BigCommerce took the level, but does not list the product at this location.';

const lookAtItem = (
  db: Writer,
  { itemKey, isAccepted, ...item }: InventoryItem,
  when: Pick<Look, 'readAt' | 'claimAt'> & { readonly theirs: number | null; readonly settlingMs: number },
): Outcome => {
  const { theirs, readAt, claimAt, settlingMs } = when;
  const ours = levelToPush(item.onHand);
  // A clock that was put back must not keep an item waiting until that time comes again.
  const sent = item.sent && { ...item.sent, at: Math.min(item.sent.at, readAt) };
  noteFigure(db, itemKey, theirs, readAt);
  const verdict = judgeItem({ sent, isAccepted, ours, theirs, readAt, settlingMs });
  switch (verdict.kind) {
    case 'agrees':
      noteSent(db, itemKey, null);
      return verdict;
    case 'waits':
      noteSent(db, itemKey, sent);
      // Ours changed since: it may follow as soon as the one under way is seen there.
      return ours === sent?.level
        ? verdict
        : { kind: 'waits', until: Math.min(verdict.until, readAt + settlingMs / 6) };
    case 'vanished':
      noteSent(db, itemKey, null);
      parkItem(db, itemKey, NOT_LISTED);
      return { kind: 'parked' };
    case 'differs': {
      const claim = { level: ours, at: claimAt };
      noteSent(db, itemKey, claim);
      return { kind: 'sent', claim, until: claimAt + settlingMs };
    }
  }
};

/** Takes the mark of a product away whose items all agree, in a look that came late enough after the first one. */
const noteLook = (db: Writer, mark: Mark, outcomes: readonly Outcome[], readAt: number, settlingMs: number): void => {
  if (outcomes.length === 0) return;
  const firstLookAt = Math.min(mark.firstLookAt ?? readAt, readAt);
  const lastLookAt = firstLookAt + settlingMs;
  const waits = outcomes.flatMap((outcome) => ('until' in outcome ? outcome.until : []));
  if (firstLookAt !== mark.firstLookAt) noteFirstLook(db, mark, firstLookAt);
  if (waits.length > 0) lookAgain(db, mark, Math.min(...waits));
  else if (outcomes.some(({ kind }) => kind === 'parked')) lookAgain(db, mark, null);
  else if (mark.firstLookAt !== null && lastLookAt <= readAt) unmark(db, mark);
  else lookAgain(db, mark, lastLookAt);
};

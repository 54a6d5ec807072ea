import type { FulfillmentView } from '../../contract/fulfillments.ts';
import { text } from '../text.ts';
import { canTake, mostOf, type Pieces, type PieceWork } from './fulfillment-pieces.ts';

/** What is open for one kind of work on a fulfillment. */
export type PanelKind = 'pick' | 'pack' | 'ship' | 'ready' | 'hand_over' | 'note' | 'cannot' | 'assign';

/** What has been entered there, and not recorded yet. */
export interface Panel {
  readonly kind: PanelKind;
  readonly fulfillmentId: string;
  /** Pieces by line, as typed; where nothing was typed it is every one that it can be done with. */
  readonly typed: Readonly<Record<string, string>>;
  readonly trackingNumber: string;
  readonly carrier: string;
  readonly shelfCode: string;
  readonly recipientName: string;
  /** A note, a reason, or whom it is assigned to. */
  readonly words: string;
  /** Why goods that are locked may leave all the same. */
  readonly overrideReason: string;
  /** Why it was not recorded; null while nothing speaks against it. */
  readonly problem: string | null;
  /** Whether it was said that what is known of the order is old, so that the next commit is the answer (N15). */
  readonly saidOld: boolean;
}

export type PanelEdit = Partial<Omit<Panel, 'kind' | 'fulfillmentId' | 'typed' | 'problem' | 'saidOld'>>;

const words = text.fulfillments.panel;

/** What is open for a fulfillment as it is now: what it does not allow any more is closed (R90). */
export const panelFor = (panel: Panel | null, view: FulfillmentView | null): Panel | null => {
  if (panel === null || panel.fulfillmentId !== view?.fulfillmentId) return null;
  const { kind } = panel;
  const isFree = kind === 'note' || kind === 'cannot' || kind === 'assign';
  return isFree || canTake(view, kind) ? panel : null;
};

/** What is counted in panels that have quantities. */
export const countedIn: Readonly<Partial<Record<PanelKind, PieceWork>>> = { pick: 'pick', pack: 'pack', ship: 'leave' };

/** In these goods leave the shop, so locks and old figures matter. */
export const leavesBy = (kind: PanelKind): kind is 'ship' | 'hand_over' => kind === 'ship' || kind === 'hand_over';

interface Defaults {
  readonly carrier: string;
  readonly me: string;
}

/** A panel as it opens: everything that can be done, for the usual person. */
export const openedPanel = (kind: PanelKind, view: FulfillmentView, { carrier, me }: Defaults): Panel => ({
  kind,
  fulfillmentId: view.fulfillmentId,
  typed: {},
  trackingNumber: '',
  carrier: kind === 'ship' ? carrier : '',
  shelfCode: kind === 'ready' ? (view.shelfCode ?? '') : '',
  recipientName: kind === 'hand_over' ? view.recipient.name || view.customerName : '',
  words: kind === 'assign' ? (view.assignedTo ?? me) : '',
  overrideReason: '',
  problem: null,
  saidOld: false,
});

export const typedFor = (panel: Panel, lineId: string, most: number): string => panel.typed[lineId] ?? String(most);

const wholeNumber = /^\d{1,7}$/;

/** The pieces that are entered, or the sentence that says what is wrong with them. */
export const piecesOf = (panel: Panel, view: FulfillmentView): Pieces[] | string => {
  const work = countedIn[panel.kind];
  if (work === undefined) return [];
  const chosen: Pieces[] = [];
  for (const line of view.lines) {
    const most = mostOf(work, line);
    if (most === 0) continue;
    const typed = typedFor(panel, line.lineId, most).trim();
    const quantity = typed === '' ? 0 : wholeNumber.test(typed) ? Number(typed) : Number.NaN;
    if (!(quantity <= most)) return words.tooMany(line.name, most);
    if (quantity > 0) chosen.push({ lineId: line.lineId, quantity });
  }
  return chosen.length === 0 ? words.needsPieces : chosen;
};

/** What has to be entered before it can be recorded; null where nothing is missing. */
export const missingIn = (panel: Panel, isLocked: boolean): string | null => {
  const isEmpty = panel.words.trim() === '';
  if (panel.kind === 'note' && isEmpty) return words.needsNote;
  if (panel.kind === 'cannot' && isEmpty) return words.needsReason;
  if (panel.kind === 'assign' && isEmpty) return words.needsName;
  return leavesBy(panel.kind) && isLocked && panel.overrideReason.trim() === '' ? words.needsOverride : null;
};

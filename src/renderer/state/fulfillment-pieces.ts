import type { FulfillmentRowView } from '../../contract/fulfillments.ts';
import { isCodeOf } from './item-code.ts';

export type FulfillmentLine = FulfillmentRowView['lines'][number];

/** What can be done with pieces of a line. */
export type PieceWork = 'pick' | 'unpick' | 'pack' | 'unpack' | 'leave' | 'put_back';

export interface Pieces {
  readonly lineId: string;
  readonly quantity: number;
}

/** How many pieces of a line it can be done with now. */
const most: Readonly<Record<PieceWork, (line: FulfillmentLine) => number>> = {
  pick: (line) => line.ordered - line.picked,
  unpick: (line) => line.picked - line.packed,
  pack: (line) => Math.min(line.picked, line.ordered) - line.packed,
  unpack: (line) => line.packed - line.fulfilled,
  leave: (line) => Math.min(line.packed, line.ordered) - line.fulfilled,
  put_back: (line) => line.putBack,
};

export const mostOf = (work: PieceWork, line: FulfillmentLine): number => Math.max(0, most[work](line));

type Lines = { readonly lines: readonly FulfillmentLine[] };

/** Every piece that it can be done with. */
export const everyPiece = (work: PieceWork, { lines }: Lines): Pieces[] =>
  lines.map((line) => ({ lineId: line.lineId, quantity: mostOf(work, line) })).filter(({ quantity }) => quantity > 0);

/** Of the pieces that were wanted, those that it can still be done with. */
export const stillPossible = (work: PieceWork, view: Lines, wanted: readonly Pieces[]): Pieces[] =>
  everyPiece(work, view).flatMap(({ lineId, quantity }) => {
    const asked = wanted.find((each) => each.lineId === lineId)?.quantity ?? 0;
    return asked > 0 ? [{ lineId, quantity: Math.min(asked, quantity) }] : [];
  });

export const countOf = (pieces: readonly Pieces[]): number => pieces.reduce((sum, { quantity }) => sum + quantity, 0);

/** The primary action's verb: what comes next (ui.md). */
export type NextStep = 'start' | 'pick' | 'pack' | 'ship' | 'ready' | 'hand_over' | 'put_back';

type Facts = Pick<FulfillmentRowView, 'status' | 'type' | 'readyAt' | 'lines'>;

/** What is to be done next; null where nothing is. */
export const nextStep = (view: Facts): NextStep | null => {
  const some = (work: PieceWork): boolean => everyPiece(work, view).length > 0;
  if (view.status === 'cancelled' || view.status === 'fulfilled') return some('put_back') ? 'put_back' : null;
  if (view.status === 'new') return 'start';
  if (some('pick')) return 'pick';
  if (some('pack')) return 'pack';
  if (!some('leave')) return some('put_back') ? 'put_back' : null;
  if (view.type === 'delivery') return 'ship';
  return view.readyAt === null ? 'ready' : 'hand_over';
};

/** What can be done besides: a part goes on although another part is not that far. */
export const stepsBesides = (view: Facts): NextStep[] => {
  const next = nextStep(view);
  const open = view.status === 'picking' || view.status === 'packed';
  // A delivery may be collected after all.
  const leaves: readonly NextStep[] = view.type === 'delivery' ? ['ship', 'hand_over'] : ['hand_over'];
  const steps: readonly (readonly [NextStep, PieceWork])[] = [
    ['pick', 'pick'],
    ['pack', 'pack'],
    ...leaves.map((step) => [step, 'leave'] as const),
  ];
  const possible = steps.filter(([, work]) => open && everyPiece(work, view).length > 0).map(([step]) => step);
  const putsBack: NextStep[] = everyPiece('put_back', view).length > 0 ? ['put_back'] : [];
  return [...possible, ...putsBack].filter((step) => step !== next);
};

/** Whether a step can be done now. What waits on a shelf can be moved to another one. */
export const canTake = (view: Facts, step: NextStep): boolean =>
  step === nextStep(view) ||
  stepsBesides(view).includes(step) ||
  (step === 'ready' && view.readyAt !== null && view.status === 'packed');

/** What a scanned item means to an order. `complete` and `other` are refused and change nothing (R92). */
export type ItemScan =
  | { readonly kind: 'pick' | 'put_back' | 'complete'; readonly line: FulfillmentLine }
  | { readonly kind: 'other' };

/** A piece that is wanted is picked, one that is not wanted any more is put back; of equal lines the first that waits. */
export const itemScan = (view: Pick<FulfillmentRowView, 'status' | 'lines'>, code: string): ItemScan => {
  const lines = view.lines.filter((line) => isCodeOf(code, line));
  const isOpen = view.status !== 'cancelled' && view.status !== 'fulfilled';
  const wanted = isOpen ? lines.find((line) => mostOf('pick', line) > 0) : undefined;
  if (wanted !== undefined) return { kind: 'pick', line: wanted };
  const unwanted = lines.find((line) => mostOf('put_back', line) > 0);
  if (unwanted !== undefined) return { kind: 'put_back', line: unwanted };
  const [line] = lines;
  return line === undefined ? { kind: 'other' } : { kind: 'complete', line };
};

import { type OrderFacts, type StepFacts, stepDetail } from '../dispute-facts.ts';

const verbs: Readonly<Record<string, string>> = {
  start: 'Taken into work',
  pick: 'Picked',
  unpick: 'Unpicked',
  pack: 'Packed',
  unpack: 'Unpacked',
  ship: 'Shipped',
  ready: 'Ready for its customer',
  hand_over: 'Handed over',
  put_back: 'Put back on the shelf',
  return_to_stock: 'Not collected, back on the shelf',
  cannot_fulfil: 'Said that it cannot be fulfilled',
  assign: 'Assigned',
  note: 'Note',
  undo: 'Took a step back',
};

const wordsOf = ({ kind, detail: json }: StepFacts): string => {
  const detail = stepDetail.parse(JSON.parse(json));
  const said: readonly (string | undefined | false | null)[] = [
    detail.carrier && `with ${detail.carrier}`,
    detail.trackingNumber && `tracking ${detail.trackingNumber}`,
    detail.recipientName && `to ${detail.recipientName}`,
    detail.shelfCode && `on ${detail.shelfCode}`,
    detail.to && `to ${detail.to}`,
    detail.reason,
    detail.text,
    detail.override && `although it was locked: ${detail.override}`,
  ];
  return [verbs[kind] ?? kind, said.filter(Boolean).join(', ')].filter((part) => part !== '').join(': ');
};

/** The pieces of a step, each line by its SKU or name. */
const piecesOf = ({ lines }: StepFacts, order: OrderFacts): string =>
  lines
    .map(({ lineId, picked, packed, fulfilled }) => {
      const line = order.lines.find((each) => each.lineId === lineId);
      return `${Math.abs(fulfilled || packed || picked)} × ${line?.sku || line?.name || lineId}`;
    })
    .join(', ');

/** Steps that somebody took back later. */
const undoneIn = (steps: readonly StepFacts[]): ReadonlySet<string> =>
  new Set(steps.flatMap(({ undoesStepId }) => undoesStepId ?? []));

export const stepRows = (
  steps: readonly StepFacts[],
  order: OrderFacts,
  when: (at: number) => string,
  places: Readonly<Record<string, string>>,
): string[][] => {
  const undone = undoneIn(steps);
  return steps.map((step) => [
    when(step.happenedAt),
    undone.has(step.stepId) ? `${wordsOf(step)} (taken back later)` : wordsOf(step),
    piecesOf(step, order),
    step.staffName ?? 'nobody signed in',
    places[step.registerId] ?? step.registerId,
  ]);
};

/** Each time that goods left and nobody took it back: by parcel with its tracking, or into whose hands (N11). */
export const departures = (steps: readonly StepFacts[]) => {
  const undone = undoneIn(steps);
  return steps
    .filter(({ kind, stepId }) => (kind === 'ship' || kind === 'hand_over') && !undone.has(stepId))
    .map((step) => {
      const { carrier, trackingNumber, recipientName } = stepDetail.parse(JSON.parse(step.detail));
      const isParcel = step.kind === 'ship';
      const proof = isParcel ? [carrier, trackingNumber].filter(Boolean).join(' ') : (recipientName ?? '');
      return { at: step.happenedAt, how: isParcel ? 'Shipped' : 'Handed over', proof, by: step.staffName };
    });
};

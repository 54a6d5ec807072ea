import type { FulfillmentLine, FulfillmentStatus } from './fulfillment-plan.ts';

/** What staff do with the pieces of a line (R92, R93). */
export type PieceStep = 'pick' | 'unpick' | 'pack' | 'unpack' | 'hand_over' | 'put_back';

export interface LineQuantity {
  readonly lineId: string;
  readonly quantity: number;
}

/** What a step changed on a line: signed pieces. */
export interface LineChange {
  readonly lineId: string;
  readonly picked: number;
  readonly packed: number;
  readonly fulfilled: number;
}

/** Why a step cannot be done, and how many pieces it could be done with. Nothing was changed. */
export interface StepRefused {
  readonly reason: 'line_unknown' | 'too_many' | 'not_picked' | 'not_packed';
  readonly lineId: string;
  readonly most: number;
}

/** Pieces of a line that are wanted by nobody and still in the picker's hands: they belong back on the shelf (R64, R72). */
export const putBackOf = (line: FulfillmentLine, status: FulfillmentStatus): number =>
  Math.max(0, line.picked - (status === 'cancelled' ? line.fulfilled : line.ordered));

export const putBackIn = (lines: readonly FulfillmentLine[], status: FulfillmentStatus): number =>
  lines.reduce((sum, line) => sum + putBackOf(line, status), 0);

/** How many pieces of a line a step can be done with, and what it is refused with beyond that. */
const limits: Readonly<
  Record<PieceStep, (line: FulfillmentLine, status: FulfillmentStatus) => readonly [number, StepRefused['reason']]>
> = {
  pick: (line) => [line.ordered - line.picked, 'too_many'],
  unpick: (line) => [line.picked - line.packed, 'too_many'],
  pack: (line) =>
    line.picked < line.ordered ? [line.picked - line.packed, 'not_picked'] : [line.ordered - line.packed, 'too_many'],
  unpack: (line) => [line.packed - line.fulfilled, 'too_many'],
  hand_over: (line) =>
    line.packed < line.ordered
      ? [line.packed - line.fulfilled, 'not_packed']
      : [line.ordered - line.fulfilled, 'too_many'],
  put_back: (line, status) => [putBackOf(line, status), 'too_many'],
};

/** What a number of pieces does to a line. Pieces that are put back come out of the parcel where it holds them. */
const changes: Readonly<Record<PieceStep, (line: FulfillmentLine, pieces: number) => Omit<LineChange, 'lineId'>>> = {
  pick: (_line, pieces) => ({ picked: pieces, packed: 0, fulfilled: 0 }),
  unpick: (_line, pieces) => ({ picked: -pieces, packed: 0, fulfilled: 0 }),
  pack: (_line, pieces) => ({ picked: 0, packed: pieces, fulfilled: 0 }),
  unpack: (_line, pieces) => ({ picked: 0, packed: -pieces, fulfilled: 0 }),
  hand_over: (_line, pieces) => ({ picked: 0, packed: 0, fulfilled: pieces }),
  put_back: (line, pieces) => ({
    picked: -pieces,
    packed: Math.min(0, line.picked - pieces - line.packed),
    fulfilled: 0,
  }),
};

/**
 * What a step changes, line by line; a line named twice counts with both quantities. All of it is possible, or nothing is
 * changed and the first line that does not allow it is named.
 */
export const changesOfStep = (
  step: PieceStep,
  { lines, status }: { readonly lines: readonly FulfillmentLine[]; readonly status: FulfillmentStatus },
  wanted: readonly LineQuantity[],
): readonly LineChange[] | StepRefused => {
  const found: LineChange[] = [];
  for (const { lineId, quantity } of summed(wanted)) {
    const line = lines.find((each) => each.lineId === lineId);
    if (!line) return { reason: 'line_unknown', lineId, most: 0 };
    const [most, reason] = limits[step](line, status);
    if (quantity > most) return { reason, lineId, most: Math.max(0, most) };
    found.push({ lineId, ...changes[step](line, quantity) });
  }
  return found;
};

const summed = (wanted: readonly LineQuantity[]): LineQuantity[] => {
  const sums = new Map<string, number>();
  for (const { lineId, quantity } of wanted) sums.set(lineId, (sums.get(lineId) ?? 0) + quantity);
  return [...sums].map(([lineId, quantity]) => ({ lineId, quantity }));
};

export const isRefused = (outcome: readonly LineChange[] | StepRefused): outcome is StepRefused =>
  !Array.isArray(outcome);

/** Every piece that a step can still be done with. */
export const everythingFor = (
  step: PieceStep,
  { lines, status }: { readonly lines: readonly FulfillmentLine[]; readonly status: FulfillmentStatus },
): LineQuantity[] =>
  lines.flatMap((line) => {
    const [most] = limits[step](line, status);
    return most > 0 ? [{ lineId: line.lineId, quantity: most }] : [];
  });

export const withChanges = (lines: readonly FulfillmentLine[], changed: readonly LineChange[]): FulfillmentLine[] =>
  lines.map((line) => {
    const change = changed.find((each) => each.lineId === line.lineId);
    if (!change) return line;
    return {
      ...line,
      picked: line.picked + change.picked,
      packed: line.packed + change.packed,
      fulfilled: line.fulfilled + change.fulfilled,
    };
  });

/** The opposite of what a step changed. */
export const reversed = (changed: readonly LineChange[]): LineChange[] =>
  changed.map(({ lineId, picked, packed, fulfilled }) => ({
    lineId,
    picked: 0 - picked,
    packed: 0 - packed,
    fulfilled: 0 - fulfilled,
  }));

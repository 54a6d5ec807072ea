/** The steps that can be taken back, the last one first (R92). A note stays, and what took something back is final. */
const undoableKinds: ReadonlySet<string> = new Set([
  'start',
  'pick',
  'unpick',
  'pack',
  'unpack',
  'ship',
  'ready',
  'hand_over',
  'put_back',
  'return_to_stock',
  'cannot_fulfil',
  'assign',
]);

/** Goods that left can only be taken back while BigCommerce was not told of it. */
const leaves: ReadonlySet<string> = new Set(['ship', 'hand_over']);

export const mustBeUntold = (kind: string): boolean => leaves.has(kind);

interface Step {
  readonly stepKey: number;
  readonly kind: string;
  readonly undoesStepKey: number | null;
}

/** The last step that stands and can be taken back by its kind; `steps` oldest first. */
export const lastUndoable = <S extends Step>(steps: readonly S[]): S | undefined => {
  const undone = new Set(steps.map(({ undoesStepKey }) => undoesStepKey));
  return steps.findLast(({ stepKey, kind }) => undoableKinds.has(kind) && !undone.has(stepKey));
};

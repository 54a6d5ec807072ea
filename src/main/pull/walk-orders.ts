/**
 * How the pull walks the list of changed orders (bigcommerce.md §3.5).
 *
 *   since ──page 1──▶ short page: done
 *     ▲                 │ full page whose last change is later
 *     └── its last ◀────┤
 *                       │ full page within one second, or out of order
 *                       └──▶ the next page of the same list
 *
 * An order that changes while we walk moves to the end of the list and shifts the others up by one, so page + 1 could
 * skip one. Starting again from the last change seen cannot.
 */
export interface Step {
  /** UTC ms of BigCommerce's clock, included; null for the beginning. */
  readonly since: number | null;
  readonly page: number;
}

/** The next request after a page, or null when the walk is done. `changes`: each row's `date_modified`, in order. */
export const nextStep = (step: Step, changes: readonly number[], pageWasFull: boolean): Step | null => {
  const last = changes.at(-1);
  if (!pageWasFull) return null;
  if (last === undefined) return { since: step.since, page: step.page + 1 };
  const sorted = changes.every((at, index) => index === 0 || at >= (changes[index - 1] ?? at));
  const moved = step.since === null || last > step.since;
  return sorted && moved ? { since: last, page: 1 } : { since: step.since, page: step.page + 1 };
};

import type { Outcome } from './apply-order.ts';

/** Orders by what became of them. `seen` counts each order once, however often its page was read. */
export interface PullCounts {
  readonly seen: number;
  readonly imported: number;
  readonly updated: number;
  readonly held: number;
  readonly skipped: number;
}

/** From the least to the most that can become of an order within one pull. */
const weights: readonly Outcome[] = ['unchanged', 'skipped', 'held', 'updated', 'imported'];

/** Counts the orders of a pull; of an order read twice, the most that became of it. */
export class Tally {
  private readonly outcomes = new Map<string, Outcome>();

  add(orderId: string, outcome: Outcome): void {
    if (weights.indexOf(outcome) >= weights.indexOf(this.of(orderId))) this.outcomes.set(orderId, outcome);
  }

  of(orderId: string): Outcome {
    return this.outcomes.get(orderId) ?? 'unchanged';
  }

  get seen(): number {
    return this.outcomes.size;
  }

  counts(): PullCounts {
    const of = (outcome: Outcome) => [...this.outcomes.values()].filter((each) => each === outcome).length;
    return {
      seen: this.seen,
      imported: of('imported'),
      updated: of('updated'),
      held: of('held'),
      skipped: of('skipped'),
    };
  }
}

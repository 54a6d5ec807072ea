export interface OrderBell {
  /** So many orders were stored just now. */
  readonly add: (orders: number) => void;
  /** Orders of the running pull that were read so far; null when none runs. */
  readonly reading: (done: number | null) => void;
  readonly stop: () => void;
}

export interface OrderBellDeps {
  readonly ring: (orders: number) => void;
  /** Calls back after so many ms, unless the returned function is called first. */
  readonly after: (ms: number, then: () => void) => () => void;
}

/** Orders that arrive within that time ring once. */
const togetherMs = 1_500;
/** More than a page in one pull is a backlog: it rings when it has ended. */
const page = 250;

/**
 * Says that orders arrived, once for those that came together.
 *
 *   still ──orders──▶ gathering ──quiet for a moment──▶ rings
 *                        │ a backlog is being read ──▶ waits for its end
 */
export const createOrderBell = ({ ring, after }: OrderBellDeps): OrderBell => {
  let gathered = 0;
  let inBacklog = false;
  let cancel: (() => void) | undefined;

  const settle = (): void => {
    cancel?.();
    cancel = undefined;
    if (gathered === 0 || inBacklog) return;
    cancel = after(togetherMs, () => {
      const orders = gathered;
      gathered = 0;
      ring(orders);
    });
  };

  return {
    add: (orders) => {
      if (orders === 0) return;
      gathered += orders;
      settle();
    },
    reading: (done) => {
      const next = done !== null && done > page;
      if (next === inBacklog) return;
      inBacklog = next;
      settle();
    },
    stop: () => cancel?.(),
  };
};

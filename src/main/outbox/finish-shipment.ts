import { StoreProblem } from '../bigcommerce/problem.ts';
import { setOrderStatus } from '../bigcommerce/shipments.ts';
import { statusAfterShipment } from '../domain/judge-entry.ts';
import type { OutboxEntry } from '../store/outbox.ts';
import type { ReplayDeps, Reread } from './replay-deps.ts';
import { noteSent } from './settle-entry.ts';

/** `again`: it is judged anew. `waits`: nothing more of its order goes out now. After the others the order's next one may. */
export type Outcome = 'sent' | 'yielded' | 'again' | 'waits';

/**
 * A shipment is there; whether BigCommerce moved the order with it is not promised (bigcommerce.md §6.2), so the order is
 * looked at and moved where that is needed. Until then the entry counts as sent with an unknown outcome: if this machine
 * stops here, its mark is found there. Throws `StoreProblem`.
 */
export const finishShipment = async (deps: ReplayDeps, entry: OutboxEntry, read: Reread): Promise<Outcome> => {
  const statusId = read.kind === 'order' ? statusAfterShipment(read.order) : null;
  const refusal = statusId === null ? null : await refusalOf(setOrderStatus(deps.client, entry.orderId, statusId));
  noteSent(
    deps,
    entry,
    refusal === null ? '' : `The shipment is there. BigCommerce did not take its status: ${refusal}`,
  );
  return 'sent';
};

/** What BigCommerce refused it with; null where it took it. Throws every other problem. */
const refusalOf = async (setting: Promise<void>): Promise<string | null> => {
  try {
    await setting;
    return null;
  } catch (error) {
    if (error instanceof StoreProblem && error.kind === 'rejected') return error.detail;
    throw error;
  }
};

import type { Client } from '../bigcommerce/client.ts';
import { promptShare, quietShare, sparingClient } from '../bigcommerce/sparing-client.ts';
import { type RunWork, WorkStopped } from '../domain/running-work.ts';
import { currentLink } from '../store/links.ts';
import { proofDueAt, proofUnderWay } from '../store/proofs.ts';
import type { ProofDeps } from './proof-deps.ts';
import { repairDifferences } from './repair.ts';
import { runProof, type Wish } from './run-proof.ts';

/**
 * Runs proofs and repairs, one at a time.
 *
 *   resting ──due, once a day──▶ a quiet proof ──asked for one──▶ the same, promptly
 *      ▲                             │ problem · stopped ──▶ resting; it goes on where it was, half an hour later
 *      └────────────done─────────────┘
 */
export interface ProofKeeper {
  /** A proof, now. `since`: only orders placed or changed since then (UTC ms). Rejects with what it failed on. */
  readonly run: (since: number | null) => Promise<void>;
  /** Repairs one difference, or all that are left. Resolves with how many are gone. */
  readonly repair: (differenceId: string | null) => Promise<number>;
  /** Begins the daily proof when it is due. To be told after each pull that came by itself. */
  readonly pulled: () => void;
  /** Resolves when nothing runs any more; the signal has ended what was under way. */
  readonly stop: () => Promise<void>;
}

export interface ProofKeeperDeps extends Omit<ProofDeps, 'client' | 'pull'> {
  readonly work: RunWork;
  /** The store's client. Throws `NotReady` when there is nothing to compare with. */
  readonly client: () => Promise<Client>;
  readonly pull: () => Promise<unknown>;
  readonly signal: AbortSignal;
  /** Told when a proof has finished. */
  readonly onProved: () => void;
}

const RETRY_MS = 1_800_000;

export const createProofKeeper = (deps: ProofKeeperDeps): ProofKeeper => {
  const { db, clock, signal, onProved } = deps;
  let queue: Promise<unknown> = Promise.resolve();
  let daily: Promise<void> | undefined;
  let share = promptShare;
  let retryAt = 0;

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  };

  const ready = async (): Promise<ProofDeps> => {
    const client = await deps.client();
    const pull = async () => {
      const before = client.asked();
      await deps.pull();
      return client.asked() - before;
    };
    return { ...deps, client: sparingClient(client, { share: () => share, clock, signal }), pull };
  };

  const prove = (wish: Wish) =>
    inTurn(async () => {
      try {
        await deps.work('proof', async (own) => runProof(await ready(), wish, own));
      } catch (error) {
        // What was compared is kept; it goes on there by itself, but not at once.
        if (error instanceof WorkStopped) retryAt = clock() + RETRY_MS;
        throw error;
      }
      onProved();
    });

  const isDue = (): boolean => {
    const dueAt = proofDueAt(db);
    const link = currentLink(db);
    const begun = link !== undefined && proofUnderWay(db, link.linkKey)?.since === null;
    return clock() >= retryAt && dueAt !== null && (begun || clock() >= dueAt);
  };

  return {
    run: (since) => {
      share = promptShare;
      return daily && since === null ? daily : prove({ since, goesOn: false });
    },
    repair: (differenceId) => {
      share = promptShare;
      return inTurn(async () => repairDifferences(await ready(), differenceId));
    },
    pulled: () => {
      if (daily || signal.aborted || !isDue()) return;
      share = quietShare;
      daily = prove({ since: null, goesOn: true }).finally(() => {
        daily = undefined;
        share = promptShare;
      });
      daily.catch(() => {
        retryAt = clock() + RETRY_MS;
      });
    },
    stop: async () => {
      await queue;
    },
  };
};

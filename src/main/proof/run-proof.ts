import type { OwnWork } from '../domain/running-work.ts';
import type { LinkRow } from '../store/links.ts';
import {
  addSuspects,
  beginProof,
  finishProof,
  type ProofRow,
  proofUnderWay,
  suspectsOf,
  updateProof,
} from '../store/proofs.ts';
import { saleKinds } from '../store/sale-counts.ts';
import { earliestOrder } from '../store/sales.ts';
import { compareHeld } from './compare-held.ts';
import { compareLevels } from './compare-levels.ts';
import { comparePage, compareSuspects } from './compare-page.ts';
import { compareSums } from './compare-sums.ts';
import type { Finding } from './finding.ts';
import { nextListing } from './list-orders.ts';
import type { ProofDeps } from './proof-deps.ts';
import { readTheirRefunds, type TheirRefunds } from './their-orders.ts';

/**
 * Compares this till with BigCommerce, order by order and product by product (N5).
 *
 *   pull ──▶ list the orders by number, a page at a time ──▶ suspects ──▶ pull, read the suspects again ──▶ differences
 *               │  each page is kept: a proof that is interrupted goes on at the next         ▲
 *               └─────────────────────────────────────  held orders, our own sums, stock levels ──┘
 *
 * What is merely new is no difference: it pulls first, and what BigCommerce changed after that is left to the next pull.
 * Nothing is repaired. Throws `StoreProblem`, `WorkStopped`; what was compared until then is not compared again today.
 */
export const runProof = async (deps: ProofDeps, { since, goesOn }: Wish, own: OwnWork): Promise<void> => {
  const { db, client, context } = deps;
  const { link } = context();
  const startedAt = deps.clock();
  let proof =
    (goesOn ? begunToday(deps, link) : undefined) ??
    beginProof(db, { linkKey: link.linkKey, since, startedAt, reachedOrderId: 0 });
  let counted = client.spent();
  const pull = async () => {
    proof = { ...proof, requests: proof.requests + (await deps.pull()) };
  };
  const advance = (change: Partial<ProofRow>) => {
    proof = { ...proof, ...change, requests: proof.requests + client.spent() - counted };
    counted = client.spent();
  };

  own.show({ doing: 'pulling', done: null, total: null, counts: 'orders' });
  await pull();
  own.goOn();
  // About as many as there are to compare.
  const total = saleKinds(db, ["source = 'online'"], {}).count;
  let refunds = await theirRefunds(deps, link);
  for (let listing = await nextListing(deps, proof); listing; listing = await nextListing(deps, proof)) {
    const suspects = comparePage(deps, listing, refunds);
    db.transaction(() => {
      addSuspects(db, proof.proofKey, suspects);
      advance({ reachedOrderId: listing.upTo, ordersCompared: proof.ordersCompared + listing.readings.length });
      updateProof(db, proof);
    });
    const { ordersCompared } = proof;
    own.show({ doing: 'comparing', done: ordersCompared, total: Math.max(total, ordersCompared), counts: 'orders' });
    own.goOn();
    if (listing.upTo === Number.MAX_SAFE_INTEGER) break;
  }
  const suspects = suspectsOf(db, proof.proofKey);
  if (suspects.length > 0) {
    await pull();
    refunds = await theirRefunds(deps, link);
  }
  const ofOrders = await compareSuspects(deps, suspects, refunds);
  own.goOn();
  own.show({ doing: 'levels', done: null, total: null, counts: 'products' });
  const levels = await compareLevels(deps, pull);
  const findings = withoutRepeats([
    ...ofOrders,
    ...compareHeld(db, link.linkKey),
    ...compareSums(db, link.linkKey),
    ...levels.findings,
  ]);
  advance({ finishedAt: deps.clock(), productsCompared: levels.compared });
  finishProof(
    db,
    proof,
    findings.map((each) => ({ ...each, differenceId: context().identity.next() })),
  );
};

export interface Wish {
  /** Only orders placed or changed since then (UTC ms); null for all of them. */
  readonly since: number | null;
  /** Goes on where an interrupted one was. Who asks for a proof wants one of this moment. */
  readonly goesOn: boolean;
}

const ONE_DAY_MS = 86_400_000;

/** The proof of all orders that was interrupted today; on another day it begins anew. */
const begunToday = ({ db, clock }: ProofDeps, { linkKey }: LinkRow): ProofRow | undefined => {
  const begun = proofUnderWay(db, linkKey);
  return begun?.since === null && clock() - begun.startedAt < ONE_DAY_MS ? begun : undefined;
};

/** No order that is here can have an earlier refund than its own date. */
const theirRefunds = ({ db, client }: ProofDeps, { linkKey, linkedAt }: LinkRow): Promise<TheirRefunds> =>
  readTheirRefunds(client, Math.min(linkedAt, earliestOrder(db, linkKey) ?? linkedAt) - ONE_DAY_MS);

/** One difference of a kind is told of an order, however it was found. */
const withoutRepeats = (findings: readonly Finding[]): Finding[] =>
  [
    ...new Map(
      findings
        .toReversed()
        .map((each) => [
          [each.kind, each.orderName, each.productKey, each.outletKey, each.orderName ? '' : each.saleKey].join(),
          each,
        ]),
    ).values(),
  ].reverse();

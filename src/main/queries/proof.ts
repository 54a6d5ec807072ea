import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import { type DifferenceView, differenceKind, type ProofOutcome } from '../../contract/proof.ts';
import type { Reader } from '../store/connection.ts';
import { shownLink } from '../store/links.ts';
import { productNames } from '../store/products.ts';
import {
  type DifferenceRow,
  differencesOf,
  finishedProof,
  type ProofRow,
  proofDueAt,
  proofUnderWay,
} from '../store/proofs.ts';
import { saleKinds } from '../store/sale-counts.ts';
import { instantView, nullableInstant } from './views.ts';

/** The last finished proof, with what is left of it; null before the first (N5). */
export const latestOutcome = (db: Reader): ProofOutcome | null => {
  const link = shownLink(db);
  const proof = link && finishedProof(db, link.linkKey);
  return proof ? outcomeOf(db, proof) : null;
};

export const latestProof = (db: Reader): OutputOf<Contract['proof.latest']> => ({
  proof: latestOutcome(db),
  nextRunAt: nullableInstant(proofDueAt(db)),
  underWay: underWay(db),
});

/** By the kept counts, for a screen asks each second while it waits. */
const underWay = (db: Reader): OutputOf<Contract['proof.latest']>['underWay'] => {
  const link = shownLink(db);
  const proof = link && proofUnderWay(db, link.linkKey);
  if (!proof) return null;
  return { ordersCompared: proof.ordersCompared, sales: saleKinds(db, ["source = 'online'"], {}).count };
};

const outcomeOf = (db: Reader, proof: ProofRow): ProofOutcome => ({
  startedAt: instantView(proof.startedAt),
  finishedAt: instantView(proof.finishedAt ?? proof.startedAt),
  ordersCompared: proof.ordersCompared,
  productsCompared: proof.productsCompared,
  requests: proof.requests,
  differences: differencesOf(db, proof.proofKey).map((row) => differenceView(db, row)),
});

const differenceView = (db: Reader, row: DifferenceRow): DifferenceView => {
  const product = row.productKey === null ? undefined : productNames(db, row.productKey);
  return {
    differenceId: row.differenceId,
    kind: differenceKind.parse(row.kind),
    orderId: row.orderName,
    productId: product?.productId ?? null,
    sku: product?.sku ?? null,
    ours: row.ours,
    theirs: row.theirs,
    repair: row.repair,
  };
};

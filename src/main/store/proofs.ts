import { nextProofAt, spreadOf } from '../domain/quiet-hours.ts';
import type { Reader, Writer } from './connection.ts';
import { insertInto, insertKeyed } from './insert.ts';
import { currentBinding, currentLink } from './links.ts';

/** A comparison with BigCommerce, under way or finished (N5). Instants are UTC ms. */
export interface ProofRow {
  readonly proofKey: number;
  readonly linkKey: number;
  /** Only orders placed or changed since then; null for all of them. */
  readonly since: number | null;
  readonly startedAt: number;
  /** Null while it is under way. */
  readonly finishedAt: number | null;
  /** Orders up to this number are compared. */
  readonly reachedOrderId: number;
  readonly ordersCompared: number;
  readonly productsCompared: number;
  readonly requests: number;
}

export interface DifferenceRow {
  readonly differenceId: string;
  readonly kind: string;
  /** The order's number, or what a held refund is held as; null for what is not of an order. */
  readonly orderName: string | null;
  readonly productKey: number | null;
  readonly outletKey: number | null;
  /** The sale meant, where its order's number does not say it. */
  readonly saleKey: number | null;
  readonly ours: string;
  readonly theirs: string;
  readonly repair: string;
}

const proofColumns: Readonly<Record<keyof Omit<ProofRow, 'proofKey'>, string>> = {
  linkKey: 'link_key',
  since: 'since',
  startedAt: 'started_at',
  finishedAt: 'finished_at',
  reachedOrderId: 'reached_order_id',
  ordersCompared: 'orders_compared',
  productsCompared: 'products_compared',
  requests: 'requests',
};

const named = (columns: Readonly<Record<string, string>>): string =>
  Object.entries(columns)
    .map(([field, column]) => `${column} AS ${field}`)
    .join(', ');

const selectProof = `SELECT proof_key AS proofKey, ${named(proofColumns)} FROM proofs`;

/** The finished proof whose differences are kept; undefined before the first. */
export const finishedProof = (db: Reader, linkKey: number): ProofRow | undefined =>
  db.get<ProofRow>(
    `${selectProof} WHERE link_key = :linkKey AND finished_at IS NOT NULL ORDER BY proof_key DESC LIMIT 1`,
    { linkKey },
  );

/** The proof that was begun and not finished. */
export const proofUnderWay = (db: Reader, linkKey: number): ProofRow | undefined =>
  db.get<ProofRow>(`${selectProof} WHERE link_key = :linkKey AND finished_at IS NULL ORDER BY proof_key DESC LIMIT 1`, {
    linkKey,
  });

const insertProof = insertKeyed<Omit<ProofRow, 'proofKey'>>('proofs', 'proof_key', proofColumns);

/** Begins a proof; one that was not finished is given up. */
export const beginProof = (
  db: Writer,
  proof: Pick<ProofRow, 'linkKey' | 'since' | 'startedAt' | 'reachedOrderId'>,
): ProofRow => {
  const unfinished = proofUnderWay(db, proof.linkKey);
  if (unfinished) deleteProof(db, unfinished.proofKey);
  const row = { ...proof, finishedAt: null, ordersCompared: 0, productsCompared: 0, requests: 0 };
  return { ...row, proofKey: insertProof(db, row) };
};

export const updateProof = (db: Writer, { proofKey, ...proof }: ProofRow): void => {
  const { finishedAt, reachedOrderId, ordersCompared, productsCompared, requests } = proof;
  db.run(
    `UPDATE proofs SET finished_at = :finishedAt, reached_order_id = :reachedOrderId, orders_compared = :ordersCompared,
            products_compared = :productsCompared, requests = :requests WHERE proof_key = :proofKey`,
    { proofKey, finishedAt, reachedOrderId, ordersCompared, productsCompared, requests },
  );
};

const deleteProof = (db: Writer, proofKey: number): void => {
  for (const table of ['proof_suspects', 'proof_differences', 'proofs']) {
    db.run(`DELETE FROM ${table} WHERE proof_key = :proofKey`, { proofKey });
  }
};

export const addSuspects = (db: Writer, proofKey: number, orderIds: Iterable<number>): void => {
  for (const orderId of orderIds) {
    db.run('INSERT INTO proof_suspects (proof_key, order_id) VALUES (:proofKey, :orderId) ON CONFLICT DO NOTHING', {
      proofKey,
      orderId,
    });
  }
};

/** In rising order. */
export const suspectsOf = (db: Reader, proofKey: number): number[] =>
  db
    .all<{ orderId: number }>(
      'SELECT order_id AS orderId FROM proof_suspects WHERE proof_key = :proofKey ORDER BY order_id',
      { proofKey },
    )
    .map((row) => row.orderId);

const differenceColumns: Readonly<Record<keyof DifferenceRow, string>> = {
  differenceId: 'difference_id',
  kind: 'kind',
  orderName: 'order_name',
  productKey: 'product_key',
  outletKey: 'outlet_key',
  saleKey: 'sale_key',
  ours: 'ours',
  theirs: 'theirs',
  repair: 'repair',
};

const insertDifference = insertInto<DifferenceRow & { readonly proofKey: number }>('proof_differences', {
  ...differenceColumns,
  proofKey: 'proof_key',
});

/**
 * Keeps the outcome of a proof in the place of the one before, all of it or nothing. Of the last one that compared all
 * orders the time is kept, for the next is due by it.
 */
export const finishProof = (db: Writer, proof: ProofRow, differences: readonly DifferenceRow[]): void => {
  const { proofKey, linkKey } = proof;
  db.transaction(() => {
    updateProof(db, proof);
    db.run('DELETE FROM proof_suspects');
    db.run('DELETE FROM proof_differences');
    db.run(
      `DELETE FROM proofs WHERE proof_key NOT IN (:proofKey, (SELECT max(proof_key) FROM proofs
         WHERE link_key = :linkKey AND since IS NULL AND finished_at IS NOT NULL))`,
      { proofKey, linkKey },
    );
    for (const difference of differences) insertDifference(db, { ...difference, proofKey });
  });
};

/** When the next proof begins by itself (UTC ms); null while no outlet is bound. */
export const proofDueAt = (db: Reader): number | null => {
  const link = currentLink(db);
  const binding = link && currentBinding(db, link.linkKey);
  if (!link || !binding) return null;
  const last = db.get<{ at: number | null }>(
    'SELECT max(started_at) AS at FROM proofs WHERE link_key = :linkKey AND since IS NULL AND finished_at IS NOT NULL',
    { linkKey: link.linkKey },
  );
  return nextProofAt(last?.at ?? link.linkedAt, { timeZone: binding.timeZone, spread: spreadOf(link.linkId) });
};

/** What is left of a proof's differences, in the order they were found. */
export const differencesOf = (db: Reader, proofKey: number): DifferenceRow[] =>
  db.all<DifferenceRow>(
    `SELECT ${named(differenceColumns)} FROM proof_differences WHERE proof_key = :proofKey ORDER BY difference_key`,
    { proofKey },
  );

export const removeDifference = (db: Writer, differenceId: string): void => {
  db.run('DELETE FROM proof_differences WHERE difference_id = :differenceId', { differenceId });
};

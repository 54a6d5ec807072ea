import { StoreProblem } from '../bigcommerce/problem.ts';
import { levelToPush } from '../domain/stock-level.ts';
import { matchProducts } from '../outbox/match-products.ts';
import { type Figures, readFigures } from '../outbox/read-figures.ts';
import type { Writer } from '../store/connection.ts';
import { type InventoryItem, itemsOfProducts } from '../store/inventory-items.ts';
import { productNames } from '../store/products.ts';
import { rehearse } from '../store/rehearse.ts';
import { linksByProduct, settledProducts } from '../store/settled-items.ts';
import { type Finding, finding } from './finding.ts';
import { type ProofDeps, placeOf } from './proof-deps.ts';

export interface ComparedLevels {
  readonly findings: readonly Finding[];
  /** Products whose figure was compared. */
  readonly compared: number;
}

/**
 * BigCommerce's figure of every product whose level there is to be ours by now (R32). Where they differ, a pull follows:
 * an order that BigCommerce has counted and that was not here yet marks its products, and what is marked is no drift.
 */
export const compareLevels = async (deps: ProofDeps, pull: () => Promise<void>): Promise<ComparedLevels> => {
  const { db, client, context } = deps;
  const unlinked = () => compareLinks(db, context().link.linkKey);
  const place = placeOf(context());
  const asked = settledItems(db, place);
  if (asked.length === 0) return { findings: unlinked(), compared: 0 };
  const figures = await readFigures(
    client,
    db,
    place,
    asked.map(({ item }) => item),
  ).catch(noneWithoutScope);
  if (figures === null) return { findings: unlinked(), compared: 0 };
  if (differing(asked, figures).length > 0) await pull();
  const found = differing(settledItems(db, place), figures);
  return {
    findings: [...found.flatMap((each) => levelFinding(db, each, figures)), ...unlinked()],
    compared: new Set(asked.flatMap(({ productKeys }) => productKeys)).size,
  };
};

/** A token that may only read orders proves orders only. */
const noneWithoutScope = (error: unknown): null => {
  if (error instanceof StoreProblem && error.kind === 'scope_missing') return null;
  throw error;
};

interface Counted {
  readonly item: InventoryItem;
  readonly productKeys: readonly number[];
}

const settledItems = (db: Writer, place: ReturnType<typeof placeOf>): readonly Counted[] =>
  itemsOfProducts(db, place, settledProducts(db, place)).filter(({ item }) => item.sent === null);

const differing = (items: readonly Counted[], figures: Figures): Counted[] =>
  items.filter(({ item }) => {
    const theirs = figures.get(item.itemKey);
    return theirs !== undefined && theirs !== levelToPush(item.onHand);
  });

const levelFinding = (db: Writer, { item, productKeys }: Counted, figures: Figures): Finding[] =>
  productKeys.slice(0, 1).map((productKey) => {
    const sku = productNames(db, productKey)?.sku ?? '';
    const theirs = figures.get(item.itemKey) ?? null;
    return finding(
      'stock_level',
      { productKey },
      {
        ours: `${levelToPush(item.onHand)} × ${sku}`,
        theirs: theirs === null ? 'Not counted at the location' : `${theirs} × ${sku}`,
      },
    );
  });

/**
 * Products that would be linked, or counted as something else, if all were matched with the catalogue anew. What the next
 * exchange does by itself is merely new.
 */
export const compareLinks = (db: Writer, linkKey: number): Finding[] => {
  const [before, after] = rehearse(db, () =>
    (['without_item', 'every'] as const).map((looked) => {
      matchProducts(db, linkKey, looked);
      return linksByProduct(db, linkKey);
    }),
  );
  return [...(after ?? [])].flatMap(([productKey, links]) => {
    const ours = before?.get(productKey);
    if (ours === links) return [];
    return [finding('product_not_linked', { productKey }, { ours: ours ?? 'Not linked', theirs: links })];
  });
};

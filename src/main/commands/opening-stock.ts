import { Refusal } from '../../contract/fault.ts';
import { recordAudit } from '../store/audit.ts';
import type { Reader } from '../store/connection.ts';
import { currentLink } from '../store/links.ts';
import { openedBy, type SkuHere, skusHere } from '../store/opening-stock.ts';
import { freeVariantsBySku, variantReference } from '../store/product-matches.ts';
import { foldSku, insertProduct, linkProduct } from '../store/products.ts';
import { staffMovementsOf } from '../store/staff-movements.ts';
import { type OpeningProblem, type OpeningRow, readOpeningCsv } from './read-opening-csv.ts';
import { appendForStaff, outletOfWork, type StockDesk } from './stock-desk.ts';
import { usedForOther } from './work-on-stock.ts';

export interface Opening {
  readonly csv: string;
  readonly outletId?: string | undefined;
}

/** What a line of the list does; `productKey` is null for a product that it creates. */
interface OpeningLine {
  readonly line: number;
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly onHandBefore: number;
  readonly productKey: number | null;
}

interface OpeningPlan {
  readonly lines: readonly OpeningLine[];
  readonly problems: readonly OpeningProblem[];
}

/** What an opening would do, or what keeps it from being done. Throws `not_found`, `outlet_unclear`. */
export const previewOpening = (db: Reader, opening: Opening) => {
  const { outletKey } = outletOfWork(db, opening.outletId);
  const { lines, problems } = planOpening(db, outletKey, opening.csv);
  return {
    lines: lines.map(({ productKey, ...line }) => ({ ...line, createsProduct: productKey === null })),
    problems: [...problems],
  };
};

/**
 * Records an opening: every product's on hand becomes its quantity, also where it is that already, for from then on it
 * is known. All of it in one transaction, or nothing. A request that was recorded before is answered again.
 * Throws `invalid_input` with the first problem of the list, `not_found`, `outlet_unclear`.
 */
export const importOpening = (
  desk: StockDesk,
  opening: Opening & { readonly requestId?: string | undefined },
): { products: number; created: number } =>
  desk.db.transaction(() => {
    const { db, identity } = desk;
    const causeId = opening.requestId?.toLowerCase() ?? identity.next();
    const [done] = staffMovementsOf(db, causeId);
    if (done && done.causeKind !== 'opening') throw usedForOther();
    if (done) return openedBy(db, causeId);
    const { outletKey, name } = outletOfWork(db, opening.outletId);
    const { lines, problems } = planOpening(db, outletKey, opening.csv);
    if (problems.length > 0) throw refusalOf(problems);
    const keys = productKeysOf(desk, lines);
    const works = lines.map(({ quantity, onHandBefore }, index) => ({
      outletKey,
      productKey: keys[index] ?? 0,
      quantity: quantity - onHandBefore,
      causeKind: 'opening' as const,
      causeId,
    }));
    appendForStaff(desk, works);
    const opened = { products: lines.length, created: lines.filter(({ productKey }) => productKey === null).length };
    recordAudit(desk, { what: 'stock.importOpening', subject: name, after: opened });
    return opened;
  });

const refusalOf = ([first, ...others]: readonly OpeningProblem[]): Refusal => {
  const more = others.length === 0 ? '' : ` There are more problems: ${others.length}.`;
  return new Refusal('invalid_input', { message: `Line ${first?.line}: ${first?.message}${more}`, field: 'csv' });
};

/** The product of each line, made where there is none, and linked where its SKU alone says to what (R19, R20). */
const productKeysOf = ({ db, identity, now }: StockDesk, lines: readonly OpeningLine[]): number[] => {
  const link = currentLink(db);
  const missing = lines.filter(({ productKey }) => productKey === null);
  const folds = missing.map(({ sku }) => foldSku(sku));
  const variants = link && freeVariantsBySku(db, link.linkKey, folds);
  return lines.map(({ productKey, sku, name }) => {
    if (productKey !== null) return productKey;
    const draft = {
      productId: identity.next(),
      sku,
      name,
      createdFrom: 'here',
      stocked: true,
      createdAt: now,
    } as const;
    const created = insertProduct(db, draft);
    const variant = variants?.get(foldSku(sku));
    if (link && variant) linkProduct(db, link.linkKey, variantReference(variant), created.productKey);
    return created.productKey;
  });
};

const planOpening = (db: Reader, outletKey: number, csv: string): OpeningPlan => {
  const { rows, problems } = readOpeningCsv(csv);
  const here = skusHere(
    db,
    outletKey,
    rows.map(({ sku }) => foldSku(sku)),
  );
  const plan = { lines: [] as OpeningLine[], problems: [...problems] };
  const lineOfSku = new Map<string, number>();
  for (const row of rows) {
    const fold = foldSku(row.sku);
    const problem = problemOf(row, here.get(fold), lineOfSku.get(fold));
    lineOfSku.set(fold, lineOfSku.get(fold) ?? row.line);
    if (problem === null) plan.lines.push(planned(row, here.get(fold)));
    else plan.problems.push({ line: row.line, message: problem });
  }
  return plan;
};

const planned = ({ line, sku, name, quantity }: OpeningRow, product: SkuHere | undefined): OpeningLine => ({
  line,
  sku,
  name: product?.name ?? name,
  quantity: Number(quantity),
  onHandBefore: product?.onHand ?? 0,
  productKey: product?.productKey ?? null,
});

const LONGEST_SKU = 100;
const LONGEST_NAME = 300;
/** No shelf holds more, and BigCommerce can be told no more. */
const MOST_PIECES = 1_000_000_000;

/** What is wrong with a row, as a sentence; null where nothing is. */
const problemOf = (row: OpeningRow, product: SkuHere | undefined, lineBefore: number | undefined): string | null => {
  const { sku } = row;
  if (sku === '') return 'There is no SKU, so nothing says which product it is. Add it, or delete the line.';
  if (sku.length > LONGEST_SKU) return `The SKU is longer than ${LONGEST_SKU} characters. Shorten it.`;
  if (lineBefore !== undefined) return `${sku} is on line ${lineBefore} already. Keep one of the two lines.`;
  return problemOfProduct(row, product) ?? problemOfQuantity(row.quantity);
};

const problemOfProduct = ({ sku, name }: OpeningRow, product: SkuHere | undefined): string | null => {
  if (!product) {
    if (name === '') return `There is no product with the SKU ${sku}. Correct the SKU, or add a name to create it.`;
    return name.length > LONGEST_NAME ? `The name is longer than ${LONGEST_NAME} characters. Shorten it.` : null;
  }
  if (product.products > 1) {
    return `${product.products} products have the SKU ${sku}. Count them one by one instead, or give them SKUs of their own.`;
  }
  return product.stocked === 1
    ? null
    : `${product.name} has no stock: it is nothing that lies on a shelf. Delete the line.`;
};

const problemOfQuantity = (quantity: string): string | null => {
  if (quantity === '') return 'There is no quantity. Enter how many pieces there are; 0 when there are none.';
  if (/^-\d/.test(quantity)) return `The quantity ${quantity} is less than nothing. Enter how many pieces there are.`;
  if (!/^\d+$/.test(quantity))
    return `"${quantity.slice(0, 40)}" is no whole number of pieces. Write it in digits alone.`;
  return Number(quantity) > MOST_PIECES ? `The quantity ${quantity.slice(0, 40)} is too large. Correct it.` : null;
};

import { Refusal } from '../../contract/fault.ts';
import type { OpeningFigures } from '../domain/opening-figures.ts';
import { type SeedLine, seedPlan } from '../domain/seed-plan.ts';
import { recordAudit } from '../store/audit.ts';
import { catalogReading } from '../store/catalog.ts';
import type { Reader } from '../store/connection.ts';
import { assignItems } from '../store/counted-as.ts';
import { boundPlace, currentLink } from '../store/links.ts';
import { countedProducts, countedVariants, countNotKnown, earlierOrderCameIn } from '../store/opening-figures.ts';
import { variantReference } from '../store/product-matches.ts';
import { insertProduct, linkProduct } from '../store/products.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import { countHeld } from '../store/unimported-orders.ts';
import { appendForStaff, type StockDesk } from './stock-desk.ts';

/** BigCommerce's figures as they were read, and what was shown of taking them over. */
export interface SeedPreview {
  readonly read: OpeningFigures;
  readonly lines: readonly SeedLine[];
  /** Null when they may be taken over; else why not, with what to do. */
  readonly refused: string | null;
  readonly without: number;
}

/** What taking over figures that were just read would do. */
export const previewSeed = (db: Reader, read: OpeningFigures): SeedPreview => {
  const lines = planOf(db, read);
  return {
    read,
    lines,
    refused: whyNot(db, read) ?? (lines.length === 0 ? nothingToTakeOver : null),
    without: countNotKnown(db, read.outletKey) - lines.filter(({ product }) => product !== null).length,
  };
};

/** For a preview that is not the newest one, or that something changed since. */
const previewAgain =
  'Stock, orders or products changed since these figures were read. Look at them again, then take them over.';

const nothingToTakeOver = 'There is no figure to take over. Count the products here, or bring a list of them.';

const planOf = (db: Reader, read: OpeningFigures): SeedLine[] =>
  seedPlan(read, countedVariants(db, read.linkKey), countedProducts(db, read));

const seededName = (linkKey: number): string => `stock_seeded:${linkKey}`;

const whyNot = (db: Reader, read: OpeningFigures): string | null => {
  if (readSetting(db, seededName(read.linkKey)) !== undefined) {
    return "BigCommerce's figures were taken over for this link already. Count the products here instead.";
  }
  if (catalogReading(db, read.linkKey).completedAt === null) {
    return "BigCommerce's catalogue could not be read. See what the exchange with BigCommerce says, and try again.";
  }
  if (countHeld(db, read.linkKey) > 0) {
    return 'Orders are held: BigCommerce counts them, and they are not here. Settle them first, or count the products here.';
  }
  return read.isSettled ? null : 'Orders keep arriving while the figures are read. Try again in a quieter moment.';
};

/** The preview that a manager was shown; there is one, the newest. Throws `invalid_input` for any other. */
export const previewOf = (preview: SeedPreview | null, { readAt }: { readonly readAt: string }): SeedPreview => {
  if (preview && preview.read.readAt === Date.parse(readAt)) return preview;
  throw new Refusal('invalid_input', { message: previewAgain, field: 'readAt' });
};

/**
 * Takes over the figures of a preview: what moves is what was shown, so that orders placed since still count. In one
 * transaction, or nothing. Throws `invalid_input` where the preview does not hold any more.
 */
export const seedStock = (desk: StockDesk, { read, lines, refused }: SeedPreview): { products: number } =>
  desk.db.transaction(() => {
    const { db, now } = desk;
    const problem = refused ?? whyNot(db, read) ?? (stillHolds(db, read, lines) ? null : previewAgain);
    if (problem !== null) throw new Refusal('invalid_input', { message: problem, field: 'readAt' });
    const productKeys = lines.map((line) => line.product?.productKey ?? createLinked(desk, read.linkKey, line));
    assignItems(db, read.linkKey, 'without_item');
    appendForStaff(
      desk,
      lines.map(({ onHandBefore, onHandAfter }, index) => ({
        outletKey: read.outletKey,
        productKey: productKeys[index] ?? 0,
        quantity: onHandAfter - onHandBefore,
        causeKind: 'opening' as const,
        causeId: `seed:${read.linkKey}`,
        reason: "BigCommerce's figure was taken over.",
      })),
    );
    writeSetting(db, seededName(read.linkKey), now);
    const created = lines.filter(({ product }) => product === null).length;
    recordAudit(desk, {
      what: 'stock.seed',
      subject: currentLink(db)?.storeName ?? '',
      after: { products: lines.length, created },
    });
    return { products: lines.length };
  });

/** Same link and place, no order that the figures may count already, and the same products to take them over for. */
const stillHolds = (db: Reader, read: OpeningFigures, lines: readonly SeedLine[]): boolean => {
  if (currentLink(db)?.linkKey !== read.linkKey || boundPlace(db)?.boundAt !== read.boundAt) return false;
  return !earlierOrderCameIn(db, read) && subjectsOf(planOf(db, read)) === subjectsOf(lines);
};

const subjectsOf = (lines: readonly SeedLine[]): string =>
  JSON.stringify(lines.map(({ item, product }) => [item, product?.productKey ?? null]));

const createLinked = ({ db, identity, now }: StockDesk, linkKey: number, { sku, name, variants }: SeedLine): number => {
  const draft = { productId: identity.next(), sku, name, createdFrom: 'here', stocked: true, createdAt: now } as const;
  const { productKey } = insertProduct(db, draft);
  for (const variant of variants) linkProduct(db, linkKey, variantReference(variant), productKey);
  return productKey;
};

import { Refusal } from '../../contract/fault.ts';
import type { MovementKind } from '../domain/stock-movement.ts';
import type { WorkDesk } from '../store/audit.ts';
import type { Reader } from '../store/connection.ts';
import { boundPlace } from '../store/links.ts';
import { type OutletRow, outletInQuestion } from '../store/outlets.ts';
import { type ProductRow, productById } from '../store/products.ts';
import { openLedger } from '../store/stock-ledger.ts';

export type StockDesk = WorkDesk;

/** What staff move, at one outlet. `causeId` is the only one of its kind for the product and outlet. */
export interface StaffWork {
  readonly outletKey: number;
  readonly productKey: number;
  readonly quantity: number;
  readonly causeKind: MovementKind;
  readonly causeId: string;
  readonly reason?: string | undefined;
}

/**
 * Appends what staff moved, all of it, and keeps on hand beside it. To be used within one transaction. The register is
 * the bound one where it stands in the outlet that moves. Returns the movements' ids, in the same order.
 */
export const appendForStaff = ({ db, identity, now, by }: StockDesk, works: readonly StaffWork[]): string[] => {
  const bound = boundPlace(db);
  const ledger = openLedger(db);
  const movementIds = works.map(({ reason, ...work }) => {
    const movementId = identity.next();
    ledger.append({
      ...work,
      movementId,
      registerKey: bound?.outletKey === work.outletKey ? bound.registerKey : null,
      saleKey: null,
      lineId: '',
      staffName: by,
      reason: reason || null,
      movedAt: now,
    });
    return movementId;
  });
  ledger.settle();
  return movementIds;
};

/** The outlet that is meant: the named one, else the bound one, else the only one. Throws `not_found`, `outlet_unclear`. */
export const outletOfWork = (db: Reader, outletId: string | undefined, field = 'outletId'): OutletRow => {
  const outlet = outletInQuestion(db, outletId);
  if (!outlet) throw new Refusal(outletId === undefined ? 'outlet_unclear' : 'not_found', { field });
  return outlet;
};

/** A product whose pieces are counted. Throws `not_found`, `invalid_input` for a charge or a download. */
export const countedProduct = (db: Reader, productId: string): ProductRow => {
  const product = productById(db, productId);
  if (!product) throw new Refusal('not_found', { field: 'productId' });
  if (product.stocked) return product;
  throw new Refusal('invalid_input', {
    message: `${product.name} has no stock: it is nothing that lies on a shelf. Choose another product.`,
    field: 'productId',
  });
};

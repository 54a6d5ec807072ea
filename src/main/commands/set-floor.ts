import type { Writer } from '../store/connection.ts';
import { setProductFloor } from '../store/products.ts';
import { countedProduct } from './stock-desk.ts';

/** At or below this many pieces an import says so at once (N6). Throws `not_found`, `invalid_input`. */
export const setFloor = (
  db: Writer,
  { productId, floor }: { readonly productId: string; readonly floor: number },
): void =>
  db.transaction(() => {
    const { productKey } = countedProduct(db, productId);
    setProductFloor(db, productKey, floor);
  });

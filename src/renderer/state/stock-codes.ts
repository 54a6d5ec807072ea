import { productName } from '../format/product-name.ts';
import { text } from '../text.ts';
import type { AppClient } from './bridge.ts';
import type { createNotices } from './notices.ts';
import type { Selection } from './selection.ts';
import type { StockWork } from './stock-work.ts';
import type { WorkKind } from './work-quantity.ts';

/** What a scan counts one more of. A correction has a sign, which no scan can tell. */
const countedByScan: ReadonlySet<WorkKind> = new Set(['count', 'receive', 'damage', 'transfer']);

interface StockCodes {
  readonly call: AppClient;
  readonly notices: ReturnType<typeof createNotices>;
  readonly selection: Selection;
  readonly work: StockWork;
  readonly outletId: () => string | null;
  /** Opens what has a code that is no product's; answers whether anything has. */
  readonly openElsewhere: (code: string) => Promise<boolean>;
}

/**
 * What a code does on the Stock screen: it opens its product. While a panel is open it counts one more as well; and
 * where another product has an entry that is not recorded yet, it changes nothing and says so.
 */
export const createStockCodes = ({ call, notices, selection, work, outletId, openElsewhere }: StockCodes) => {
  const words = text.stock.work;
  let last: Promise<void> = Promise.resolve();

  const find = (code: string) => {
    const outlet = outletId();
    return call('stock.find', { code, ...(outlet === null ? {} : { outletId: outlet }) });
  };

  const scan = async (code: string): Promise<void> => {
    const found = await find(code);
    if (!found.ok && found.fault.code !== 'not_found') return notices.say(found.fault.message);
    if (!found.ok) return (await openElsewhere(code)) ? undefined : notices.say(words.unknownCode(code));
    const { productId } = found.data;
    const called = productName(found.data);
    const { kind, draft } = work.store.getState();
    const isOther = draft !== null && draft.typed !== '' && draft.productId !== productId;
    if (kind !== null && isOther) return notices.say(words.otherProduct(called));
    selection.open(productId);
    if (kind === null || !countedByScan.has(kind)) return notices.say(text.stock.opened(called));
    notices.say(words.scanned(called, work.step(productId, 1)));
  };

  return {
    /** One after the other: pieces are scanned faster than they may be found. */
    scan: (code: string): void => {
      last = last.then(() => scan(code));
    },
    /** Opens the product whose code was typed in full; anything else is a search, which the list answers already. */
    typed: async (code: string): Promise<void> => {
      const found = await find(code);
      if (found.ok) selection.open(found.data.productId);
    },
  };
};

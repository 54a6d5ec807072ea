import type { SaleView } from '../../src/contract/sales.ts';
import type { Differences } from './compare.ts';
import type { FollowedOrder } from './followed-order.ts';
import { type ProductKey, productKey } from './model-lines.ts';
import { type Seen, totalled } from './seen.ts';
import type { WebLine } from './web-order.ts';

const chargeKinds = new Set(['shipping', 'handling', 'wrapping', 'fee']);

/** What the sales of a till say about products: each key one product, each product one key (R17–R20, R35–R40). */
export const newRange = () => {
  const productOf = new Map<string, string>();
  const keyOf = new Map<string, string>();

  const same = (key: string, productId: string): Differences => {
    const [known, name] = [productOf.get(key) ?? productId, keyOf.get(productId) ?? key];
    productOf.set(key, known);
    keyOf.set(productId, name);
    return known === productId && name === key
      ? []
      : [`product ${productId} stands for "${name}" and "${key}"; "${key}" was ${known} before`];
  };

  const noteLine = (followed: FollowedOrder, line: SaleView['lines'][number], seen: Seen): Differences => {
    if (line.productId === null) return [];
    if (chargeKinds.has(line.kind)) {
      const key = line.kind === 'fee' ? `fee ${line.name}` : line.kind;
      return [...same(key, line.productId), ...wrongProduct(seen, line.productId, 'charge', false)];
    }
    const web = followed.order.products.find((each) => String(each.id) === line.lineId);
    if (web === undefined) return [];
    const stocked = isBox(followed, web) ? null : web.type === 'physical';
    return [...same(productKey(web), line.productId), ...wrongProduct(seen, line.productId, 'online_order', stocked)];
  };

  /** Notes the products of a sale's lines. */
  const note = (followed: FollowedOrder, sale: SaleView, seen: Seen): Differences =>
    sale.lines.flatMap((line) => noteLine(followed, line, seen));

  return { note, productIdOf: (key: ProductKey) => productOf.get(key) };
};

export type Range = ReturnType<typeof newRange>;

const isBox = ({ order }: FollowedOrder, line: WebLine): boolean =>
  order.products.some((each) => each.parent_order_product_id === line.id);

const wrongProduct = (seen: Seen, productId: string, createdFrom: string, stocked: boolean | null): Differences => {
  const product = seen.products.get(productId);
  const right = product?.createdFrom === createdFrom && (stocked === null || product.stocked === stocked);
  return right ? [] : [`product ${productId} is ${JSON.stringify(product)}, not ${createdFrom}, stocked ${stocked}`];
};

/** On hand of each outlet is what the orders took there, and nothing else (R27–R29). */
export const compareStock = (orders: readonly FollowedOrder[], range: Range, seen: Seen): Differences => {
  // Where two states are allowed, two sums are; the sale itself is compared with each.
  if (orders.some((each) => each.expected.length > 1)) return [];
  const wanted = totalled(
    orders.flatMap(({ expected: [sale] }) =>
      Object.entries(sale?.taken ?? {}).map(([key, taken]): [string, number] => [
        `${sale?.place.outletId} ${range.productIdOf(key)}`,
        -taken,
      ]),
    ),
  );
  const keys = orders.flatMap(({ order }) => order.products.map(productKey));
  const productIds = new Set(keys.flatMap((key) => range.productIdOf(key) ?? []));
  return [...seen.onHand].flatMap(([outletId, levels]) =>
    [...productIds].flatMap((productId) => {
      const [due, shown] = [wanted[`${outletId} ${productId}`] ?? 0, levels.get(productId) ?? 0];
      return due === shown ? [] : [`on hand of ${productId} in ${outletId} is ${shown}, by the orders ${due}`];
    }),
  );
};

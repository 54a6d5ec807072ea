import type { Fault } from '../../contract/fault.ts';
import type { CatalogVariantView, LinkState, ProductView } from '../../contract/products.ts';
import { productName } from '../format/product-name.ts';
import { text } from '../text.ts';
import type { AppClient } from './bridge.ts';
import type { createNotices } from './notices.ts';
import { createPagedList, pageInput } from './paged-list.ts';
import { createSelection } from './selection.ts';

/** What Stock › Links is asked to show. */
export interface LinksQuery {
  readonly linkState: LinkState;
  readonly search: string;
}

type Product = Pick<ProductView, 'productId' | 'sku' | 'name'>;
type Variant = Pick<CatalogVariantView, 'bigcommerceProductId' | 'bigcommerceVariantId' | 'name' | 'options'>;

/** How a variant is called: with its options, or by its numbers where the catalogue has it no more. */
export const variantName = ({ name, options, ...ids }: Variant): string => {
  if (name === '') return text.links.ids(ids.bigcommerceProductId, ids.bigcommerceVariantId);
  return options === '' ? name : `${name}, ${options}`;
};

/** Which product here is which of BigCommerce: the list, and saying so, each way with its way back. */
export const createLinksState = (call: AppClient, notices: ReturnType<typeof createNotices>) => {
  const list = createPagedList<LinksQuery, ProductView>(
    async ({ linkState, search }, cursor, limit) => {
      const wanted = search.trim() === '' ? {} : { search: search.trim() };
      const reply = await call('products.list', { linkState, ...wanted, ...pageInput(cursor, limit) });
      if (!reply.ok) return reply;
      // Shipping and its like are products of ours that BigCommerce has no product for (R35–R38).
      const rows = reply.data.rows.filter(({ createdFrom }) => createdFrom !== 'charge');
      return { ok: true, data: { ...reply.data, rows } };
    },
    (row) => row.productId,
    { linkState: 'unlinked', search: '' },
  );

  const change = async (verb: 'link' | 'unlink', product: Product, variant: Variant): Promise<Fault | null> => {
    const { bigcommerceProductId, bigcommerceVariantId } = variant;
    const wish = { productId: product.productId, bigcommerceProductId, bigcommerceVariantId };
    const reply = await call(`products.${verb}`, wish);
    if (!reply.ok) return reply.fault;
    const opposite = verb === 'link' ? 'unlink' : 'link';
    const say = verb === 'link' ? text.links.linked : text.links.unlinked;
    notices.say(say(productName(product)), () => {
      void change(opposite, product, variant).then((fault) => fault !== null && notices.say(fault.message));
    });
    return null;
  };

  return {
    list,
    selection: createSelection(),
    /** Null when it was done; its notice takes it back. Name, price and stock stay as they are (R10). */
    link: (product: Product, variant: Variant) => change('link', product, variant),
    unlink: (product: Product, variant: Variant) => change('unlink', product, variant),
  };
};

import type { ReactNode } from 'react';
import type { ProductView } from '../../../../contract/products.ts';
import { formatMoney } from '../../../format/money.ts';
import { productName } from '../../../format/product-name.ts';
import { text } from '../../../text.ts';
import styles from './here-card.module.css';

const words = text.links;

/** What the product is here, to be held beside what BigCommerce has. It stays in sight while those scroll. */
export function HereCard({ product }: { readonly product: ProductView }): ReactNode {
  const facts = [
    [words.name, productName(product)],
    [words.sku, product.sku === '' ? text.stock.noSku : product.sku],
    [words.price, product.price === null ? words.noPrice : formatMoney(product.price)],
    [words.origin, words.origins[product.createdFrom]],
    [words.countedAs, product.stocked ? words.stocked : words.notStocked],
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className={styles.label}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

import { memo } from 'react';
import type { ProductView } from '../../../../contract/products.ts';
import { Pill } from '../../../components/pill.tsx';
import { productName } from '../../../format/product-name.ts';
import { text } from '../../../text.ts';
import { linkLook } from './link-looks.ts';
import styles from './link-row.module.css';

export const LinkRow = memo(function LinkRow({ row }: { readonly row: ProductView }) {
  const { bigcommerceProductId, bigcommerceVariantId } = row;
  const facts = [
    row.sku === '' ? text.stock.noSku : row.sku,
    ...(bigcommerceProductId === null ? [] : [text.links.ids(bigcommerceProductId, bigcommerceVariantId)]),
  ];
  return (
    <div className={styles.row}>
      <span className={styles.name}>{productName(row)}</span>
      <span className={styles.facts}>{facts.join(' · ')}</span>
      <span className={styles.state}>
        <Pill look={linkLook(row.linkState)} quiet={row.linkState === 'linked'} />
      </span>
    </div>
  );
});

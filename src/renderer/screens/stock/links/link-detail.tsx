import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { RecordNoun } from '../../../../contract/event.ts';
import type { Fault } from '../../../../contract/fault.ts';
import type { CatalogVariantView } from '../../../../contract/products.ts';
import buttons from '../../../components/button.module.css';
import { Pill } from '../../../components/pill.tsx';
import { RecordBody } from '../../../components/record-body.tsx';
import { RecordHead } from '../../../components/record-head.tsx';
import { Refused } from '../../../components/refused.tsx';
import { productName } from '../../../format/product-name.ts';
import type { Output } from '../../../state/bridge.ts';
import { focusDetail } from '../../../state/focus-places.ts';
import { variantName } from '../../../state/links-state.ts';
import { useApp } from '../../../state/use-app.ts';
import { useQuery } from '../../../state/use-query.ts';
import { text } from '../../../text.ts';
import { Candidates } from './candidates.tsx';
import { HereCard } from './here-card.tsx';
import styles from './link-detail.module.css';
import { linkLook } from './link-looks.ts';
import { VariantCard } from './variant-card.tsx';

const nouns: readonly RecordNoun[] = ['products', 'link'];
const words = text.links;

interface SidesProps {
  readonly product: Output<'products.get'>;
  /** Reads it again: what was just changed shows at once, before the app tells everybody. */
  readonly onChanged: () => Promise<void>;
  readonly onShowOther: (productId: string) => void;
}

/** The product here on one side, what it is or may be at BigCommerce on the other. */
function Sides({ product, onChanged, onShowOther }: SidesProps): ReactNode {
  const { links } = useApp();
  const { productId, sku, variants } = product;
  const [refused, setRefused] = useState<Fault | null>(null);
  const change = async (does: typeof links.link, variant: CatalogVariantView): Promise<void> => {
    const fault = await does(product, variant);
    setRefused(fault);
    if (fault !== null) return;
    await onChanged();
    // The button that was pressed is gone.
    focusDetail();
  };

  return (
    <div className={styles.sides}>
      <div className={styles.here}>
        <h3 className={styles.title}>{words.here}</h3>
        <HereCard product={product} />
        <p className={styles.stays}>{words.stays}</p>
      </div>
      <div className={styles.there}>
        {refused === null ? null : <Refused>{refused.message}</Refused>}
        {variants.length === 0 ? null : <h3 className={styles.title}>{words.linkedTo}</h3>}
        {variants.map((variant) => (
          <VariantCard key={variantName(variant)} variant={variant} sku={sku}>
            <button
              type="button"
              className={buttons.button}
              aria-label={words.unlinkNamed(variantName(variant))}
              onClick={() => void change(links.unlink, variant)}
            >
              {words.unlink}
            </button>
          </VariantCard>
        ))}
        <h3 className={styles.title}>{variants.length === 0 ? words.could : words.alsoCould}</h3>
        <Candidates
          key={productId}
          product={product}
          onChoose={(variant) => void change(links.link, variant)}
          onShowOther={onShowOther}
        />
      </div>
    </div>
  );
}

interface LinkDetailProps {
  readonly productId: string;
  readonly onBack: () => void;
  readonly onShowOther: (productId: string) => void;
}

/** Which product of BigCommerce one product is: both sides, and one button to say so. */
export function LinkDetail({ productId, onBack, onShowOther }: LinkDetailProps): ReactNode {
  const { input, data, fault, again } = useQuery('products.get', { productId }, nouns);
  const isThis = input?.productId === productId;
  return (
    <RecordBody view={isThis || fault === null ? data : null} fault={fault} onAgain={() => void again()}>
      {(product) => (
        <>
          <RecordHead
            title={productName(product)}
            subtitle={product.sku === '' ? text.stock.noSku : product.sku}
            onBack={onBack}
          >
            <Pill look={linkLook(product.linkState)} />
            <Link href={`/stock/${encodeURIComponent(product.productId)}`} className={buttons.button}>
              {text.stock.places.stock}
            </Link>
          </RecordHead>
          <p className={styles.meaning}>{words.meaning[product.linkState]}</p>
          <Sides key={product.productId} product={product} onChanged={again} onShowOther={onShowOther} />
        </>
      )}
    </RecordBody>
  );
}

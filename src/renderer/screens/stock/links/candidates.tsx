import { type ReactNode, useState } from 'react';
import type { RecordNoun } from '../../../../contract/event.ts';
import type { CatalogVariantView, ProductView } from '../../../../contract/products.ts';
import buttons from '../../../components/button.module.css';
import { FaultNote } from '../../../components/fault-note.tsx';
import { variantName } from '../../../state/links-state.ts';
import { useQuery } from '../../../state/use-query.ts';
import { text } from '../../../text.ts';
import styles from './candidates.module.css';
import { CatalogSearch } from './catalog-search.tsx';
import { VariantCard } from './variant-card.tsx';

const nouns: readonly RecordNoun[] = ['products', 'link'];
const words = text.links;

interface CandidatesProps {
  readonly product: ProductView;
  readonly onChoose: (variant: CatalogVariantView) => void;
  readonly onShowOther: (productId: string) => void;
}

/** What a product may be at BigCommerce, the likeliest first, and a search for what is not among them. */
export function Candidates({ product, onChoose, onShowOther }: CandidatesProps): ReactNode {
  const { productId, sku } = product;
  const [search, setSearch] = useState('');
  const asked = search === '' ? { productId } : { productId, search };
  const { input, data, fault, again } = useQuery('products.candidates', asked, nouns);
  // Of what was asked about another product, nothing is offered.
  const rows = input?.productId === productId ? data?.rows.filter((row) => row.productId !== productId) : undefined;

  return (
    <>
      <CatalogSearch onSearch={setSearch} />
      {fault === null ? null : <FaultNote fault={fault} onAgain={() => void again()} />}
      {rows?.length === 0 ? <p role="status">{search === '' ? words.none : words.noneFound(search)}</p> : null}
      <ol className={styles.list} aria-label={words.could}>
        {rows?.map((variant) => {
          const { bigcommerceProductId, bigcommerceVariantId, productId: takenBy } = variant;
          return (
            <li key={`${bigcommerceProductId}:${bigcommerceVariantId}`}>
              <VariantCard variant={variant} sku={sku}>
                {takenBy === null ? (
                  <button
                    type="button"
                    className={buttons.primary}
                    aria-label={words.thisIsItNamed(variantName(variant))}
                    onClick={() => onChoose(variant)}
                  >
                    {words.thisIsIt}
                  </button>
                ) : (
                  <>
                    <p className={styles.taken}>{words.taken}</p>
                    <button type="button" className={buttons.button} onClick={() => onShowOther(takenBy)}>
                      {words.showTaken}
                    </button>
                  </>
                )}
              </VariantCard>
            </li>
          );
        })}
      </ol>
    </>
  );
}

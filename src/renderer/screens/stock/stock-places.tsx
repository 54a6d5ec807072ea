import type { ReactNode } from 'react';
import { Link, useRoute } from 'wouter';
import { AsOf } from '../../components/as-of.tsx';
import { text } from '../../text.ts';
import styles from './stock-places.module.css';

const words = text.stock.places;

interface Place {
  readonly path: string;
  readonly label: string;
  readonly here: boolean;
}

function PlaceLink({ path, label, here }: Place): ReactNode {
  return (
    <Link href={path} className={styles.place} aria-current={here ? 'page' : undefined}>
      {label}
    </Link>
  );
}

/** The sub-views of Stock, and how fresh the figures below are (N15). */
export function StockPlaces(): ReactNode {
  const [inLinks] = useRoute('/stock/links/:id?');
  const [inOpening] = useRoute('/stock/opening');
  const [inProof] = useRoute('/stock/proof');
  return (
    <div className={styles.strip}>
      <nav className={styles.places} aria-label={words.label}>
        <PlaceLink path="/stock" label={words.stock} here={!inLinks && !inOpening && !inProof} />
        <PlaceLink path="/stock/links" label={words.links} here={inLinks} />
        <PlaceLink path="/stock/opening" label={words.opening} here={inOpening} />
        <PlaceLink path="/stock/proof" label={words.proof} here={inProof} />
      </nav>
      <AsOf />
    </div>
  );
}

import { Equal, Minus, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import buttons from '../../components/button.module.css';
import { Spoken } from '../../components/spoken.tsx';
import { formatCount } from '../../format/count.ts';
import type { StockFigures } from '../../state/explanation.ts';
import type { Shortcut } from '../../state/key-match.ts';
import { useShortcuts } from '../../state/use-shortcuts.ts';
import { text } from '../../text.ts';
import styles from './free-to-sell.module.css';

const words = text.stock.figures;

const goToExplanation = (): void => {
  const explanation = document.getElementById('explanation');
  explanation?.scrollIntoView({ block: 'start' });
  explanation?.focus({ preventScroll: true });
};

const shortcuts: readonly Shortcut[] = [{ keys: ['e'], label: text.stock.explain.title, run: goToExplanation }];

function Figure({ label, count, big = false }: { label: string; count: number; big?: boolean }): ReactNode {
  return (
    <span className={styles.figure} data-big={big} data-below-zero={count < 0}>
      <span className={styles.count}>{formatCount(count)}</span>
      <span className={styles.label}>{label}</span>
    </span>
  );
}

/** The big figure, and what of it may still be sold. */
export function FreeToSell({ view }: { readonly view: StockFigures }): ReactNode {
  const { onHand, committed, floor, alarm } = view;
  useShortcuts('list', shortcuts);
  return (
    <section className={styles.section}>
      <Spoken>{words.equation(onHand, committed)}</Spoken>
      <div className={styles.line}>
        <div className={styles.equation} aria-hidden title={words.committedMeaning}>
          <Figure label={words.onHand} count={onHand} big />
          <Minus size={18} />
          <Figure label={words.committed} count={committed} />
          <Equal size={18} />
          <Figure label={words.free} count={onHand - committed} />
        </div>
        <button type="button" className={buttons.button} aria-keyshortcuts="e" onClick={goToExplanation}>
          {words.explain}
        </button>
      </div>
      {alarm || onHand < 0 ? (
        <p className={styles.warning}>
          <TriangleAlert size={18} aria-hidden />
          {onHand < 0 ? words.belowZero : text.stock.lastOneMeaning(onHand, floor)}
        </p>
      ) : null}
    </section>
  );
}

import type { ReactNode } from 'react';
import { Link } from 'wouter';
import buttons from '../../components/button.module.css';
import { EmptyState } from '../../components/empty-state.tsx';
import { NothingMatches } from '../../components/nothing-matches.tsx';
import type { StockQuery } from '../../state/stock-state.ts';
import { text } from '../../text.ts';

interface NoStockProps {
  readonly query: StockQuery;
  readonly onClear: () => void;
}

/** Instead of products: nothing matches, nothing of that kind is there, or none has ever come. */
export function NoStock({ query, onClear }: NoStockProps): ReactNode {
  const { view, search } = query;
  if (search.trim() !== '') return <NothingMatches search={search.trim()} onClear={onClear} />;
  return (
    <EmptyState sentence={text.stock.emptyViews[view]}>
      {view === 'all' ? (
        <Link href="/stock/opening" className={buttons.button}>
          {text.stock.toOpening}
        </Link>
      ) : undefined}
    </EmptyState>
  );
}

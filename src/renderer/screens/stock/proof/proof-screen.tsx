import type { ReactNode } from 'react';
import { EmptyState } from '../../../components/empty-state.tsx';
import { text } from '../../../text.ts';
import { StockPage } from '../stock-page.tsx';

export function ProofScreen(): ReactNode {
  return (
    <StockPage>
      <EmptyState sentence={text.stock.places.proof} />
    </StockPage>
  );
}

import type { ReactNode } from 'react';
import { EmptyState } from '../../../components/empty-state.tsx';
import { text } from '../../../text.ts';
import { StockPage } from '../stock-page.tsx';

export function OpeningScreen(): ReactNode {
  return (
    <StockPage>
      <EmptyState sentence={text.stock.places.opening} />
    </StockPage>
  );
}

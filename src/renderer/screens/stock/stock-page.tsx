import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';
import { text } from '../../text.ts';
import { StockPlaces } from './stock-places.tsx';

/** A sub-view of Stock that is one page and no list with a detail. */
export function StockPage({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Page title={text.stock.title} above={<StockPlaces />}>
      {children}
    </Page>
  );
}

import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { StockView } from '../../../contract/stock.ts';
import field from '../../components/field.module.css';
import { Segments } from '../../components/segments.tsx';
import type { Output } from '../../state/bridge.ts';
import type { StockQuery } from '../../state/stock-state.ts';
import { useApp } from '../../state/use-app.ts';
import { text } from '../../text.ts';
import { StockPlaces } from './stock-places.tsx';

const words = text.stock;

export const stockViews: readonly StockView[] = ['all', 'low', 'negative', 'drift', 'not_known', 'not_linked'];

/** Whose stock is shown; a shop with one outlet has no choice (R85). */
function OutletChoice({ query, onChange }: Omit<StockFiltersProps, 'counts'>): ReactNode {
  const { shop } = useApp();
  const outlets = useStore(shop.outlets.store, ({ data }) => data?.rows ?? null);
  const bound = useStore(shop.link.store, ({ data }) => data?.binding?.outletId ?? null);
  if (outlets === null || outlets.length < 2) return null;
  return (
    <select
      className={field.field}
      aria-label={words.outlet}
      value={query.outletId ?? bound ?? outlets[0]?.outletId}
      onChange={({ target }) => onChange({ outletId: target.value === bound ? null : target.value })}
    >
      {outlets.map(({ outletId, name }) => (
        <option key={outletId} value={outletId}>
          {outletId === bound ? words.linkedOutlet(name) : name}
        </option>
      ))}
    </select>
  );
}

interface StockFiltersProps {
  readonly query: StockQuery;
  readonly counts: Output<'stock.counts'> | null;
  readonly onChange: (change: Partial<StockQuery>) => void;
}

export function StockFilters({ query, counts, onChange }: StockFiltersProps): ReactNode {
  return (
    <>
      <StockPlaces />
      <Segments
        label={words.viewsLabel}
        segments={stockViews.map((value) => ({ value, label: words.views[value], count: counts?.[value] }))}
        value={query.view}
        onChange={(view) => onChange({ view })}
      />
      <OutletChoice query={query} onChange={onChange} />
    </>
  );
}

import type { PushState, StockView } from '../contract/stock.ts';

const views: Readonly<Record<StockView, string>> = {
  all: 'All',
  low: 'Low',
  negative: 'Below zero',
  drift: 'Drift',
  not_known: 'Not counted',
  not_linked: 'Not linked',
};

const pushState: Readonly<Record<PushState, string>> = {
  in_step: 'In step',
  to_push: 'To be sent',
  sent: 'Sent',
  parked: 'Refused',
  not_known: 'Not counted',
  not_linked: 'Not linked',
  ambiguous: 'Several fit',
  not_tracked: 'Not tracked',
  other_outlet: 'Other outlet',
};

/** The words of the Stock screen. */
export const stockText = {
  title: 'Stock',
  places: {
    label: 'Views of stock',
    stock: 'Stock',
    links: 'Links',
    opening: 'Opening stock',
    proof: 'Daily proof',
  },
  list: 'Products',
  search: 'Scan or search SKU, name',
  views,
  viewsLabel: 'View',
  pushState,
} as const;

import type { Contract } from '../../contract/contract.ts';
import type { BindingView } from '../../contract/link.ts';
import type { OutputOf } from '../../contract/procedure.ts';
import { planIsSupported } from '../domain/plan.ts';
import { unlinkWarning } from '../domain/unlinking.ts';
import type { Reader } from '../store/connection.ts';
import { type BindingRow, currentBinding, currentLink, lastUnlinked } from '../store/links.ts';
import { stockBehavior } from '../store/stock-behavior.ts';
import { instantView } from './views.ts';

export const bindingView = (binding: BindingRow): BindingView => ({
  outletId: binding.outletId,
  outletName: binding.outletName,
  registerId: binding.registerId,
  registerName: binding.registerName,
  locationId: binding.locationId,
  boundAt: instantView(binding.boundAt),
});

export const getLink = (db: Reader): OutputOf<Contract['link.get']> => {
  const link = currentLink(db);
  if (!link) return { link: null, binding: null, unlinked: unlinkedView(db), unlinkWarning };
  const binding = currentBinding(db, link.linkKey);
  const { linkId, storeHash, storeName, plan, currency, linkedAt } = link;
  const updateStockBehavior = stockBehavior(db, link.linkKey)?.updateStockBehavior ?? null;
  const hasIntegration = planIsSupported(plan);
  return {
    link: {
      linkId,
      storeHash,
      storeName,
      plan,
      hasIntegration,
      currency,
      linkedAt: instantView(linkedAt),
      updateStockBehavior,
    },
    binding: binding ? bindingView(binding) : null,
    unlinked: null,
    unlinkWarning,
  };
};

const unlinkedView = (db: Reader): OutputOf<Contract['link.get']>['unlinked'] => {
  const link = lastUnlinked(db);
  if (!link || link.unlinkedAt === null) return null;
  const { storeHash, storeName, plan, unlinkedAt, apiBase } = link;
  const address = apiBase.startsWith('https://') ? storeHash : apiBase;
  return { storeHash, storeName, plan, unlinkedAt: instantView(unlinkedAt), address };
};

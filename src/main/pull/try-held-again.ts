import { readSetting, writeSetting } from '../store/settings.ts';
import { heldRaws } from '../store/unimported-orders.ts';
import { storeRefunds } from './pull-refunds.ts';
import { type PageDeps, storeOrders } from './store-page.ts';
import type { Tally } from './tally.ts';

/** Reads held orders and refunds again from what was kept of them. What is understood now goes in (R58). */
export const tryHeldAgain = async (deps: PageDeps, tally: Tally): Promise<void> => {
  const { linkKey } = deps.context().link;
  storeRefunds(deps, heldRaws(deps.db, linkKey, 'refunds'));
  await storeOrders(deps, heldRaws(deps.db, linkKey, 'orders'), tally);
};

const TRIED_BY = 'held_tried_by';

/** The same, once for each version of the app: a new one may understand what the one before did not. */
export const tryHeldWith = async (deps: PageDeps, version: string, tally: Tally): Promise<void> => {
  if (readSetting(deps.db, TRIED_BY) === version) return;
  await tryHeldAgain(deps, tally);
  writeSetting(deps.db, TRIED_BY, version);
};

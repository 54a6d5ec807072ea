import type { Client } from '../bigcommerce/client.ts';
import { StoreProblem } from '../bigcommerce/problem.ts';
import { type CatalogDeps, refreshCatalog } from './refresh-catalog.ts';

/** How long a missing scope is taken for what it was: it takes a new token to change it, which is another client. */
const REFUSED_FOR_MS = 15 * 60_000;

/**
 * Keeps the copy of the catalogue up to date; to be called in each exchange. What the token may not read is asked for
 * only now and then, and told each time. Throws `StoreProblem`, which says nothing about orders or levels: both go on.
 */
export const createCatalogKeeper = (deps: Omit<CatalogDeps, 'client' | 'linkKey' | 'onSize'>) => {
  const { clock } = deps;
  let refused: { readonly by: Client; readonly until: number; readonly problem: StoreProblem } | undefined;
  let size: number | null = null;
  const onSize = (products: number) => {
    size = products;
  };
  return {
    /** How many products the catalogue had when it was last read; null while that is not known. */
    size: () => size,
    refresh: async (client: Client, linkKey: number): Promise<void> => {
      if (refused && refused.by === client && clock() < refused.until) throw refused.problem;
      refused = undefined;
      try {
        await refreshCatalog({ ...deps, client, linkKey, onSize });
      } catch (error) {
        if (error instanceof StoreProblem && error.kind === 'scope_missing') {
          refused = { by: client, until: clock() + REFUSED_FOR_MS, problem: error };
        }
        throw error;
      }
    },
  };
};

import type { Client } from '../bigcommerce/client.ts';
import { planIsSupported } from '../domain/plan.ts';
import type { Reader } from '../store/connection.ts';
import { currentBinding, currentLink, type LinkRow, lastUnlinked } from '../store/links.ts';
import type { ImportContext } from './import-context.ts';
import { NotReady } from './problem-of.ts';

/** The linked store, while the shop's plan has the integration (R2, R5). Throws `NotReady`. */
export const requireLink = (db: Reader): LinkRow => {
  const link = currentLink(db);
  if (!link) throw new NotReady('not_linked', lastUnlinked(db)?.storeName);
  if (!planIsSupported(link.plan)) throw new NotReady('plan_lost');
  return link;
};

export const importContext = (
  db: Reader,
  { identity, memory, now }: Omit<ImportContext, 'link' | 'binding'>,
): ImportContext => {
  const link = requireLink(db);
  const binding = currentBinding(db, link.linkKey);
  if (!binding) throw new NotReady('not_bound');
  return { link, binding, identity, memory, now };
};

/** Keeps one client for as long as the address and the token stay the same: its quota is the store's. */
export const clientKeeper = <C extends Client>(open: (apiBase: string, token: string) => C) => {
  let kept: { readonly key: string; readonly client: C } | undefined;
  return {
    for: async (link: LinkRow, token: string | null): Promise<C> => {
      if (token === null) throw new NotReady('token_missing');
      const key = `${link.apiBase}\n${token}`;
      if (kept?.key !== key) {
        await kept?.client.close();
        kept = { key, client: open(link.apiBase, token) };
      }
      return kept.client;
    },
    close: async () => {
      await kept?.client.close();
    },
  };
};

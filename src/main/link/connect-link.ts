import { Refusal } from '../../contract/fault.ts';
import { isOnThisMachine } from '../bigcommerce/on-this-machine.ts';
import type { Baseline, StoreInfo } from '../bigcommerce/store-info.ts';
import type { Identity } from '../domain/identity.ts';
import { planIsSupported } from '../domain/plan.ts';
import { recordAudit } from '../store/audit.ts';
import type { Reader, Writer } from '../store/connection.ts';
import { moveCursor } from '../store/cursors.ts';
import { changePlan, currentLink, insertLink, type LinkRow } from '../store/links.ts';
import { watchOrder } from '../store/unimported-orders.ts';

export interface LinkRequest {
  readonly storeHash: string;
  readonly token: string;
  readonly plan: string;
  readonly apiBase?: string | undefined;
}

export interface ConnectDeps {
  readonly db: Writer;
  readonly identity: Identity;
  readonly clock: () => number;
  /** Who links; null where nobody is signed in. */
  readonly by: string | null;
  /** Reads the store with this token: its name, and what is in it at this moment. Throws `Refusal`. */
  readonly probe: (access: { apiBase: string; token: string }) => Promise<{ info: StoreInfo; baseline: Baseline }>;
  readonly keepToken: (linkId: string, token: string) => void;
}

/** Where the store's API is. An address of one's own is for this machine only. Throws `api_base_not_allowed`. */
export const apiBaseOf = ({ storeHash, apiBase }: LinkRequest): string => {
  if (apiBase === undefined) return `https://api.bigcommerce.com/stores/${storeHash}`;
  if (!isOnThisMachine(apiBase)) throw new Refusal('api_base_not_allowed', { field: 'apiBase' });
  return apiBase.replace(/\/+$/, '');
};

/**
 * Links a store, or gives the linked one a new token and the shop's plan of today (R2). The token is kept before the link is recorded, so that a crash
 * in between leaves no link without one. Throws `Refusal`; then nothing has changed.
 */
export const connectLink = async (
  deps: ConnectDeps,
  request: LinkRequest,
): Promise<{ linkId: string; storeName: string }> => {
  if (!planIsSupported(request.plan)) throw new Refusal('plan_not_supported', { field: 'plan' });
  const apiBase = apiBaseOf(request);
  refuseOtherLink(deps.db, request.storeHash);
  const { info, baseline } = await deps.probe({ apiBase, token: request.token });
  const known = currentLink(deps.db);
  const linkId = known?.linkId ?? deps.identity.next();
  deps.keepToken(linkId, request.token);
  deps.db.transaction(() => {
    refuseOtherLink(deps.db, request.storeHash);
    const link = currentLink(deps.db);
    if (!link) recordLink(deps, { ...request, apiBase, linkId }, info, baseline);
    else if (link.plan !== request.plan) changePlan(deps.db, link.linkKey, request.plan);
    recordAudit(
      { ...deps, now: deps.clock() },
      {
        what: 'link.connect',
        subject: info.name,
        before: link ? { plan: link.plan } : null,
        after: { store: request.storeHash, plan: request.plan, token: 'given' },
      },
    );
  });
  return { linkId, storeName: info.name };
};

const refuseOtherLink = (db: Reader, storeHash: string): void => {
  const link = currentLink(db);
  if (link && link.storeHash !== storeHash) throw new Refusal('already_linked');
};

/** What tells later orders from earlier ones is kept in the same transaction as the link (R74, R75). */
const recordLink = (
  { db, clock }: ConnectDeps,
  { storeHash, plan, apiBase, linkId }: Pick<LinkRow, 'storeHash' | 'plan' | 'apiBase' | 'linkId'>,
  info: StoreInfo,
  baseline: Baseline,
): void => {
  const linkedAt = clock();
  const linkKey = insertLink(db, {
    linkId,
    storeHash,
    storeName: info.name,
    apiBase,
    plan,
    currency: info.currency,
    linkedAt,
    baselineOrderId: baseline.highestOrderId,
  });
  moveCursor(db, linkKey, {
    ordersModifiedAt: baseline.newestChangeAt,
    refundsCreatedAt: baseline.newestChangeAt,
  });
  for (const { orderId, statusId } of baseline.unfinished) {
    watchOrder(db, { linkKey, orderId, statusId, seenAt: linkedAt });
  }
};

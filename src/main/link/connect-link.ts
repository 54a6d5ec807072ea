import { Refusal } from '../../contract/fault.ts';
import type { Baseline, StoreInfo } from '../bigcommerce/store-info.ts';
import type { Identity } from '../domain/identity.ts';
import { otherImporters, type SalesChannel } from '../domain/other-importer.ts';
import { planIsSupported } from '../domain/plan.ts';
import { recordAudit } from '../store/audit.ts';
import type { Reader, Writer } from '../store/connection.ts';
import { moveCursor } from '../store/cursors.ts';
import { currentLink, insertLink, type LinkRow, linkOfStore, renewLink } from '../store/links.ts';
import { watchOrder } from '../store/unimported-orders.ts';
import { apiBaseOf, type NamedStore, refuseOtherStore } from './store-of-token.ts';

export interface LinkRequest extends NamedStore {
  readonly token: string;
  readonly plan: string;
  /** Why a till takes this store's orders although another one does already. */
  readonly besidesBecause?: string | undefined;
}

/** A store at the moment of linking. */
export interface ProbedStore {
  readonly info: StoreInfo;
  readonly baseline: Baseline;
  /** Null where they are not told. */
  readonly channels: readonly SalesChannel[] | null;
}

export interface ConnectDeps {
  readonly db: Writer;
  readonly identity: Identity;
  readonly clock: () => number;
  /** Who links; null where nobody is signed in. */
  readonly by: string | null;
  /** Reads the store with this token: its name, and what is in it at this moment. Throws `Refusal`. */
  readonly probe: (access: { apiBase: string; token: string }) => Promise<ProbedStore>;
  readonly keepToken: (linkId: string, token: string) => void;
}

/**
 * Links a store; takes a link up again that was ended (R81, R82); or gives the linked one a new token and the shop's plan
 * of today (R2). The token is kept before the link is recorded, so that a crash in between leaves no link without one.
 * Throws `Refusal`; then nothing has changed.
 */
export const connectLink = async (
  deps: ConnectDeps,
  request: LinkRequest,
): Promise<{ linkId: string; storeName: string }> => {
  const { db } = deps;
  if (!planIsSupported(request.plan)) throw new Refusal('plan_not_supported', { field: 'plan' });
  const apiBase = apiBaseOf(request);
  refuseOtherLink(db, request.storeHash);
  const probed = await deps.probe({ apiBase, token: request.token });
  refuseOtherStore(request, probed.info);
  const known = linkOfStore(db, request.storeHash);
  if (known?.unlinkedAt !== null) refuseSecondImporter(deps, request, probed);
  const linkId = known?.linkId ?? deps.identity.next();
  deps.keepToken(linkId, request.token);
  db.transaction(() => {
    refuseOtherLink(db, request.storeHash);
    const link = linkOfStore(db, request.storeHash);
    const today = { storeName: probed.info.name, apiBase, plan: request.plan };
    if (link) renewLink(db, { linkKey: link.linkKey, ...today });
    else recordLink(deps, { storeHash: request.storeHash, linkId, ...today }, probed);
    recordAudit(
      { ...deps, now: deps.clock() },
      {
        what: link && link.unlinkedAt !== null ? 'link.relink' : 'link.connect',
        subject: probed.info.name,
        before: link ? { plan: link.plan } : null,
        after: {
          store: request.storeHash,
          plan: request.plan,
          token: 'given',
          ...(request.besidesBecause ? { 'beside another till because': request.besidesBecause } : {}),
        },
      },
    );
  });
  return { linkId, storeName: probed.info.name };
};

const refuseOtherLink = (db: Reader, storeHash: string): void => {
  const link = currentLink(db);
  if (link && link.storeHash !== storeHash) throw new Refusal('already_linked');
};

/** Two importers would record each web order twice. A manager may say why there are to be two. */
const refuseSecondImporter = (
  { by }: ConnectDeps,
  { besidesBecause }: LinkRequest,
  { channels }: ProbedStore,
): void => {
  const others = otherImporters(channels ?? []);
  if (others.length === 0) return;
  if (besidesBecause === undefined) {
    throw new Refusal('other_importer', {
      message: `${others.join(', ')} takes this store's orders already; with two of them each order is recorded, and taken off the stock, twice. Turn that one off in BigCommerce, or let a manager say why both are to run.`,
      field: 'besidesBecause',
    });
  }
  if (by === null) throw new Refusal('manager_needed');
};

/** What tells later orders from earlier ones is kept in the same transaction as the link (R74, R75). */
const recordLink = (
  { db, clock }: ConnectDeps,
  link: Pick<LinkRow, 'storeHash' | 'storeName' | 'plan' | 'apiBase' | 'linkId'>,
  { info, baseline }: ProbedStore,
): void => {
  const linkedAt = clock();
  const linkKey = insertLink(db, {
    ...link,
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

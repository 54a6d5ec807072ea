import { createClient, type WritingClient } from '../../src/main/bigcommerce/client.ts';
import type { MovementKind } from '../../src/main/domain/stock-movement.ts';
import { exchangeOnce } from '../../src/main/exchange-once.ts';
import { systemIdentity } from '../../src/main/identity.ts';
import { refreshCatalog } from '../../src/main/outbox/refresh-catalog.ts';
import { createImportMemory } from '../../src/main/pull/import-memory.ts';
import { importContext } from '../../src/main/pull/store-access.ts';
import { type Connection, openConnection } from '../../src/main/store/connection.ts';
import { openDataFolder } from '../../src/main/store/data-folder.ts';
import { currentLink, insertBinding, insertLink } from '../../src/main/store/links.ts';
import { insertOutlet, insertRegister, outletById, registerById } from '../../src/main/store/outlets.ts';
import { type VariantIds, variantReference } from '../../src/main/store/product-matches.ts';
import { insertProduct, linkProduct } from '../../src/main/store/products.ts';
import { openLedger } from '../../src/main/store/stock-ledger.ts';
import type { PracticeStore } from '../../src/practice-store/practice-store.ts';
import { openedByTest } from '../support/opened-by.ts';

type Method = 'GET' | 'PUT' | 'POST';

/** What may happen around a request of the till's: something in the world, or the end of the till. */
export interface Around {
  /** Before it reaches BigCommerce. May throw, or never end. */
  readonly before?: (method: Method, path: string) => Promise<void> | void;
  /** After it was answered, before the till knows. */
  readonly after?: (method: Method, path: string) => Promise<void> | void;
}

export interface Exchanged {
  /** What it failed on; null where it did not. */
  readonly problem: unknown;
  /** Levels that BigCommerce accepted. */
  readonly sent: number;
}

/** The settling time of a real store. */
export const SETTLING_MS = 30_000;
/** How long a real store is given before a shipment is looked for. */
export const LOOK_GAP_MS = 60_000;

/** The till's exchange on its data folder, without threads, on a clock that the test moves. */
export interface DirectTill {
  readonly db: () => Connection;
  readonly exchange: (around?: Around) => Promise<Exchanged>;
  /** Moves stock here, as staff do. */
  readonly move: (outlet: 'bound' | 'other', productKey: number, quantity: number, kind?: MovementKind) => void;
  readonly onHand: (productKey: number, outlet?: 'bound' | 'other') => number;
  /** As when the machine lost power: nothing that was under way goes on. */
  readonly crash: () => void;
  readonly close: () => void;
}

export const openDirectTill = (folder: string, store: PracticeStore, clock: () => number): DirectTill => {
  const lock = openDataFolder(folder, openedByTest);
  lock.release();
  const file = `${folder}/tillbridge.db`;
  let db = openConnection(file);
  setUp(db, store, clock());
  let ending = new AbortController();
  let client = open();
  let memory = createImportMemory(db);

  function open(): WritingClient {
    return createClient({ apiBase: store.baseUrl, token: store.token, clock, signal: ending.signal });
  }
  const context = () => importContext(db, { identity: systemIdentity, memory, now: clock() });
  const end = () => {
    ending.abort();
    void client.close();
    db.close();
  };
  const outletKey = (outlet: 'bound' | 'other') => (outlet === 'bound' ? context().binding.outletKey : otherOutlet(db));

  return {
    db: () => db,
    exchange: async (around = {}) => {
      const using = { db, client: withAround(client, around) };
      const done = await exchangeOnce({
        ...using,
        context,
        clock,
        version: '1',
        settlingMs: SETTLING_MS,
        lookGapMs: LOOK_GAP_MS,
        random: () => 0.5,
        refreshCatalog: () =>
          refreshCatalog({
            ...using,
            linkKey: context().link.linkKey,
            clock,
            onMatched: () => undefined,
            onSize: () => undefined,
          }),
        onProgress: () => undefined,
        onStored: () => undefined,
        onPushed: () => undefined,
        onTold: () => undefined,
      }).catch((problem: unknown) => ({ problem, outbox: { sent: 0 } }));
      return { problem: done.problem, sent: done.outbox.sent };
    },
    move: (outlet, productKey, quantity, kind = 'adjust') => {
      db.transaction(() => {
        const ledger = openLedger(db);
        ledger.append({
          movementId: systemIdentity.next(),
          outletKey: outletKey(outlet),
          registerKey: null,
          productKey,
          saleKey: null,
          lineId: '',
          quantity,
          causeKind: kind,
          causeId: systemIdentity.next(),
          staffName: 'Ada',
          reason: 'test',
          movedAt: clock(),
        });
        ledger.settle();
      });
    },
    onHand: (productKey, outlet = 'bound') =>
      db.get<{ onHand: number }>(
        'SELECT on_hand AS onHand FROM stock_on_hand WHERE outlet_key = :outletKey AND product_key = :productKey',
        { outletKey: outletKey(outlet), productKey },
      )?.onHand ?? 0,
    crash: () => {
      end();
      ending = new AbortController();
      db = openConnection(file);
      client = open();
      memory = createImportMemory(db);
    },
    close: end,
  };
};

const otherOutlet = (db: Connection): number => outletById(db, 'other')?.outletKey ?? 0;

const setUp = (db: Connection, store: PracticeStore, now: number): void => {
  for (const outletId of ['high-street', 'other']) {
    const place = { timeZone: 'America/New_York', currency: 'USD', locale: null };
    insertOutlet(db, { outletId, name: outletId, ...place, createdAt: now });
    const outletKey = outletById(db, outletId)?.outletKey ?? 0;
    insertRegister(db, { registerId: `${outletId}-till`, outletKey, name: 'Till', createdAt: now });
  }
  const linkKey = insertLink(db, {
    linkId: 'link',
    storeHash: store.storeHash,
    storeName: 'Practice',
    apiBase: store.baseUrl,
    plan: 'Pro',
    currency: 'USD',
    linkedAt: now,
    baselineOrderId: 0,
  });
  bindTo(db, 'high-street', '1', now);
  if (linkKey !== currentLink(db)?.linkKey) throw new Error('There is another link.');
};

export const bindTo = (db: Connection, outletId: string, locationId: string | null, now: number): void =>
  insertBinding(db, {
    linkKey: currentLink(db)?.linkKey ?? 0,
    outletKey: outletById(db, outletId)?.outletKey ?? 0,
    registerKey: registerById(db, `${outletId}-till`)?.registerKey ?? 0,
    locationId,
    boundAt: now,
  });

const withAround = (client: WritingClient, { before, after }: Around): WritingClient => ({
  ...client,
  get: async (path, query) => {
    await before?.('GET', path);
    const answer = await client.get(path, query);
    await after?.('GET', path);
    return answer;
  },
  put: async (path, body) => {
    await before?.('PUT', path);
    const answer = await client.put(path, body);
    await after?.('PUT', path);
    return answer;
  },
  post: async (path, body) => {
    await before?.('POST', path);
    const answer = await client.post(path, body);
    await after?.('POST', path);
    return answer;
  },
});

/** A product that is made and counted here. Returns its key. */
export const productHere = (db: Connection, sku: string): number =>
  insertProduct(db, { productId: sku, sku, name: sku, createdFrom: 'here', stocked: true, createdAt: 0 }).productKey;

/** Links a product here to a variant of the store's that its SKU does not tell. */
export const linkTo = (db: Connection, productKey: number, variant: VariantIds): void =>
  linkProduct(db, currentLink(db)?.linkKey ?? 0, variantReference(variant), productKey);

import type { Client } from '../bigcommerce/client.ts';
import { PAGE_SIZE } from '../bigcommerce/every-row.ts';
import { DEFAULT_LOCATION, readAllLevels } from '../bigcommerce/inventory.ts';
import type { OpeningFigures } from '../domain/opening-figures.ts';
import type { OwnWork } from '../domain/running-work.ts';
import { catalogReading } from '../store/catalog.ts';
import type { Reader } from '../store/connection.ts';
import type { BindingRow, LinkRow } from '../store/links.ts';
import { earlierOrderCameIn, newestMovementKey, piecesOfOpenOrders } from '../store/opening-figures.ts';
import { stockBehavior } from '../store/stock-behavior.ts';

export interface OpeningFiguresDeps {
  readonly db: Reader;
  readonly clock: () => number;
  readonly own: OwnWork;
  /** How many products BigCommerce has, as far as it is known. */
  readonly catalogueSize: () => number | null;
  readonly client: () => Promise<Client>;
  /** Throws where there is no link or no binding. */
  readonly place: () => { readonly link: LinkRow; readonly binding: BindingRow };
  /** One exchange: every order up to now, and a part of the catalogue while it is not here as a whole. */
  readonly exchange: () => Promise<unknown>;
}

const MOST_TRIES = 4;

/**
 * BigCommerce's figures at the bound location, between two pulls: what the second one brings was placed after they were
 * read, or they are read again. Else an order that they count, and that is not here yet, would be taken off twice
 * (bigcommerce.md §9.3). Throws `StoreProblem`, `WorkStopped`.
 */
export const readOpeningFigures = async (deps: OpeningFiguresDeps): Promise<OpeningFigures> => {
  const { own } = deps;
  const exchange = async () => {
    own.goOn();
    own.show({ doing: 'pulling', done: null, total: null, counts: 'orders' });
    await deps.exchange();
    own.goOn();
  };
  await exchange();
  await wholeCatalogue(deps);
  for (let tries = 1; ; tries++) {
    const read = await readBetweenPulls({ ...deps, exchange });
    if (read.isSettled || tries === MOST_TRIES) return read;
  }
};

/** Goes on for as long as each exchange reads on. */
const wholeCatalogue = async ({ db, place, exchange, own, catalogueSize }: OpeningFiguresDeps): Promise<void> => {
  let before = 0;
  for (;;) {
    const { completedAt, nextPage } = catalogReading(db, place().link.linkKey);
    own.goOn();
    if (completedAt !== null || nextPage === before) return;
    before = nextPage;
    const read = (nextPage - 1) * PAGE_SIZE;
    const size = catalogueSize();
    own.show({ doing: 'catalogue', done: read, total: size && Math.max(size, read), counts: 'products' });
    await exchange();
  }
};

const readBetweenPulls = async ({
  db,
  clock,
  client,
  place,
  exchange,
  own,
}: OpeningFiguresDeps): Promise<OpeningFigures> => {
  const { link, binding } = place();
  const { linkKey } = link;
  const { outletKey, boundAt } = binding;
  const storeClient = await client();
  const takesOffLate = stockBehavior(db, linkKey)?.updateStockBehavior === 'order_completed_or_shipped';
  const openPieces = () => (takesOffLate ? piecesOfOpenOrders(db, { linkKey, outletKey }) : []);
  const lastMovementKey = newestMovementKey(db);
  const notTakenOff = openPieces();
  const readAt = clock();
  const { levels } = await readAllLevels(storeClient, binding.locationId ?? DEFAULT_LOCATION, (done, total) => {
    own.show({ doing: 'levels', done, total: total && Math.max(done, total), counts: 'products' });
    own.goOn();
  });
  const storeTime = storeClient.serverTime() ?? clock();
  await exchange();
  return {
    linkKey,
    outletKey,
    boundAt,
    readAt,
    storeTime,
    lastMovementKey,
    notTakenOff,
    isSettled:
      !earlierOrderCameIn(db, { outletKey, lastMovementKey, storeTime }) &&
      (!takesOffLate || JSON.stringify(openPieces()) === JSON.stringify(notTakenOff)),
    figures: levels.map(({ productId, variantId, onHand }) => ({
      bigcommerceProductId: productId,
      bigcommerceVariantId: variantId,
      onHand,
    })),
  };
};

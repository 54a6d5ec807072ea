import type { FulfillmentView } from '../../src/contract/fulfillments.ts';
import type { OrderDraft, PracticeStore } from '../../src/practice-store/practice-store.ts';
import { openLinkedTill, openStore, type Till } from '../support/linked-till.ts';

/** What a step on pieces is asked with. */
export type Pieces = readonly (readonly [lineId: string, quantity: number])[];

export type PieceProcedure =
  | 'fulfillments.pick'
  | 'fulfillments.unpick'
  | 'fulfillments.pack'
  | 'fulfillments.unpack'
  | 'fulfillments.putBack';

/** A shop where somebody works on one order. */
export interface PickBench {
  readonly store: PracticeStore;
  readonly till: Till;
  readonly orderId: number;
  /** The order's fulfillment as it is now; the first one where it has several. */
  readonly now: () => Promise<FulfillmentView>;
  /** A step on pieces, in the version that is there now. */
  readonly step: (name: PieceProcedure, pieces: Pieces) => Promise<FulfillmentView>;
  /** The fault of a call that is to be refused. */
  readonly refused: (
    name: string,
    input: object,
  ) => Promise<{ code: string; message: string; field?: string | undefined }>;
  /** Everything on it is picked and packed. */
  readonly packAll: () => Promise<FulfillmentView>;
  /** What of BigCommerce's orders changed arrives. */
  readonly pull: () => Promise<unknown>;
}

/** One order has arrived, by default three pieces of one thing and one of another, to be delivered. */
export const openPickBench = async (draft: OrderDraft = {}): Promise<PickBench> => {
  const store = await openStore({ seed: 3 });
  const [one, other] = ['MUG', 'JUG'];
  store.addProduct({ name: 'Mug', sku: one, price: '9.00', tracking: 'variant' }, 20);
  store.addProduct({ name: 'Jug', sku: other, price: '24.00', tracking: 'variant' }, 20);
  const till = await openLinkedTill(store);
  const orderId = store.placeOrder({
    lines: [
      { sku: one, quantity: 3 },
      { sku: other, quantity: 1 },
    ],
    ...draft,
  });
  const pull = () => till.call('sync.now', {});
  await pull();
  const now = async () => {
    const { rows } = await till.call('fulfillments.list', { orderId: String(orderId), segment: 'all' });
    const [row] = rows.toSorted((a, b) => (a.fulfillmentId < b.fulfillmentId ? -1 : 1));
    if (!row) throw new Error(`Order ${orderId} has no fulfillment.`);
    return till.call('fulfillments.get', { fulfillmentId: row.fulfillmentId });
  };
  const step: PickBench['step'] = async (name, pieces) => {
    const { fulfillmentId, version } = await now();
    const lines = pieces.map(([lineId, quantity]) => ({ lineId, quantity }));
    return till.call(name, { fulfillmentId, version, lines });
  };
  return {
    store,
    till,
    orderId,
    now,
    step,
    pull,
    refused: async (name, input) => {
      const { fulfillmentId, version } = await now();
      const reply = await till.reply(name, { fulfillmentId, version, ...input });
      if (reply.ok) throw new Error(`${name} was not refused.`);
      return reply.fault;
    },
    packAll: async () => {
      const { lines } = await now();
      const open = lines.flatMap(
        ({ lineId, ordered, picked }): Pieces => (ordered > picked ? [[lineId, ordered - picked]] : []),
      );
      if (open.length > 0) await step('fulfillments.pick', open);
      return step(
        'fulfillments.pack',
        lines.map(({ lineId, ordered, packed }) => [lineId, ordered - packed]),
      );
    },
  };
};

/** Picked, packed and handed over of each line, in the order of the lines. */
export const piecesOf = ({ lines }: FulfillmentView): (readonly [number, number, number])[] =>
  lines.map(({ picked, packed, fulfilled }) => [picked, packed, fulfilled]);

/** What BigCommerce is to be told, oldest first, as it is kept. */
export const toTell = async (till: Till) => (await till.call('outbox.list', {})).rows;

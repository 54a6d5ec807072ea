import type { TillView } from '../../src/contract/till.ts';
import { openLinkedTill, openStore } from '../support/linked-till.ts';

/** A web order of 50.00. */
export const lampsBy = (paymentMethod: string) => ({
  lines: [{ sku: 'LAMP', quantity: 5, price: '10.00' }],
  taxInclusive: true,
  taxRate: '0',
  paymentMethod,
});

/** A shop whose register is bound, and a web order of 50.00 that is paid by card unless it is said otherwise. */
export const openTillShop = async () => {
  const store = await openStore();
  const till = await openLinkedTill(store);
  const order = (more: object = {}) => store.placeOrder({ ...lampsBy('Visa'), ...more });
  const sync = () => till.call('sync.now', {});
  return {
    store,
    till,
    order,
    sync,
    /** Places an order and lets it come in. */
    arrives: async (more: object = {}) => {
      const orderId = order(more);
      await sync();
      return orderId;
    },
    open: async (float = '0') => (await till.call('registers.open', { float })).openingId,
    close: (counted = '0') => till.call('registers.close', { counted }),
    summary: (openingId?: string) => till.call('till.summary', openingId === undefined ? {} : { openingId }),
  };
};

/** What came in by each means of payment, what cancelled orders took out, what is left: without the decimals. */
export const online = ({ online: { tenders, net } }: TillView) => ({
  tenders: tenders.map(({ method, received, voided }) => [method, Number(received.amount), Number(voided.amount)]),
  net: net.map(({ amount }) => Number(amount)),
});

import { orderMoney } from '../orders/order-money.ts';
import type { Shop } from '../shop/shop.ts';
import { consignmentsAnswer, shippingAddressAnswer } from './consignments-answer.ts';
import { lineAnswer } from './line-answer.ts';
import { couponAnswers, refundAnswer, transactionAnswer } from './money-answers.ts';
import { feeRows, noSideload, orderAnswer } from './order-answer.ts';
import { shipmentAnswer } from './shipment-answer.ts';

export type OrderSnapshot = ReturnType<typeof orderSnapshot>;

/** An order with everything that belongs to it. Throws a RangeError when there is none. */
export const orderSnapshot = (shop: Shop, orderId: number) => {
  const order = shop.book.get(orderId);
  if (order === undefined) throw new RangeError(`The practice store has no order ${orderId}.`);
  const { storeHash } = shop.settings;
  const amounts = orderMoney(order);
  return {
    ...orderAnswer(shop, order, noSideload),
    products: amounts.lines.map((line) => lineAnswer(order, line)),
    shipping_addresses: order.addresses.map((_, index) => shippingAddressAnswer(storeHash, order, amounts, index)),
    consignments: consignmentsAnswer(storeHash, order, amounts, false),
    coupons: couponAnswers(order),
    fees: feeRows(order, amounts),
    shipments: order.shipments.map((shipment) => shipmentAnswer(order, shipment)),
    transactions: order.transactions.map((each) => transactionAnswer(order, each)),
    refunds: order.refunds.map((refund) => refundAnswer(order, refund)),
  };
};

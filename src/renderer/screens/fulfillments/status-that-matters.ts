import type { FulfillmentRowView } from '../../../contract/fulfillments.ts';

type Facts = Pick<FulfillmentRowView, 'status' | 'bigcommerceStatusId'>;

/** By BigCommerce's ids (bigcommerce.md §8.1): what left or ended there while it is still open here. */
const leftThere: readonly number[] = [2, 3, 10];
const endedThere: readonly number[] = [5, 6];
const moneyOrHold: readonly number[] = [4, 12, 13, 14];

/** Whether BigCommerce's status tells staff something that the other tags of the row do not. */
export const statusMatters = ({ status, bigcommerceStatusId }: Facts): boolean => {
  if (bigcommerceStatusId === null) return false;
  if (leftThere.includes(bigcommerceStatusId)) return status !== 'fulfilled';
  if (endedThere.includes(bigcommerceStatusId)) return status !== 'cancelled';
  return moneyOrHold.includes(bigcommerceStatusId);
};

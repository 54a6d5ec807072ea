import type { Random } from '../random.ts';
import type { OrderKind } from './order-kinds.ts';

type Mix = readonly (readonly [number, number])[];

/** What a shop finds when it looks at its orders in the morning: most of them wait to be prepared. */
const delivered: Mix = [
  [11, 50],
  [9, 7],
  [3, 3],
  [2, 11],
  [10, 10],
  [7, 4],
  [0, 3],
  [1, 2],
  [12, 1.5],
  [13, 0.7],
  [5, 2.5],
  [6, 0.8],
  [4, 1.5],
  [14, 2.5],
];

const collected: Mix = [
  [11, 55],
  [8, 20],
  [10, 15],
  [5, 3],
  [4, 2],
  [14, 2],
  [0, 2],
];

const unpaid: Mix = [
  [7, 70],
  [11, 20],
  [5, 6],
  [10, 4],
];

const downloaded: Mix = [
  [10, 85],
  [0, 6],
  [4, 5],
  [6, 4],
];

const mixes: Partial<Record<OrderKind, Mix>> = {
  pickup: collected,
  pickup_method: collected,
  bank_deposit: unpaid,
  digital: downloaded,
};

/** A believable status for an order of that kind. */
export const randomStatus = (random: Random, kind: OrderKind): number => random.weighted(mixes[kind] ?? delivered);

/** Hands out increasing whole numbers. */
export interface Sequence {
  readonly next: () => number;
  /** Leaves some numbers out, as unfinished checkouts do with order ids (bigcommerce.md §3.5). */
  readonly skip: (count: number) => void;
}

const sequence = (last: number): Sequence => {
  let current = last;
  return {
    next: () => {
      current += 1;
      return current;
    },
    skip: (count) => {
      current += count;
    },
  };
};

/** The shop's number ranges; they start apart so that one kind of id is not taken for another. */
export interface Ids {
  readonly order: Sequence;
  readonly line: Sequence;
  readonly address: Sequence;
  readonly pickup: Sequence;
  readonly discount: Sequence;
  readonly fee: Sequence;
  readonly transaction: Sequence;
  readonly refund: Sequence;
  readonly payment: Sequence;
  readonly shipment: Sequence;
  readonly collection: Sequence;
  readonly customer: Sequence;
}

export const newIds = (): Ids => ({
  order: sequence(1_000),
  line: sequence(5_000),
  address: sequence(2_000),
  pickup: sequence(700),
  discount: sequence(60),
  fee: sequence(20),
  transaction: sequence(9_000),
  refund: sequence(300),
  payment: sequence(400),
  shipment: sequence(800),
  collection: sequence(50),
  customer: sequence(100),
});

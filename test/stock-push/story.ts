import fc from 'fast-check';

/**
 * A story: what shoppers, the merchant and staff do, and what goes wrong around the exchanges between them. Plain data,
 * so that fast-check can shrink it and a person can read it.
 */
export interface Story {
  readonly behavior: 'order_placed' | 'order_completed_or_shipped';
  /** How long a level that BigCommerce accepted takes to show. */
  readonly delayMs: number;
  readonly steps: readonly Step[];
}

export type Step =
  | Deed
  | { readonly do: 'exchange'; readonly trouble: readonly Trouble[]; readonly meanwhile: readonly Meanwhile[] };

/** Orders, lines and goods are named by their places among those there are. */
export type Deed =
  | {
      readonly do: 'place';
      readonly goods: readonly { readonly item: number; readonly pieces: number }[];
      readonly statusId: number;
    }
  | { readonly do: 'status'; readonly order: number; readonly to: number }
  | { readonly do: 'ship'; readonly order: number; readonly all: boolean }
  | {
      readonly do: 'refund';
      readonly order: number;
      readonly line: number;
      readonly pieces: number;
      readonly silent: boolean;
    }
  | { readonly do: 'edit'; readonly order: number; readonly line: number; readonly pieces: number }
  | { readonly do: 'sell' | 'receive' | 'count'; readonly item: number; readonly pieces: number }
  | { readonly do: 'wait'; readonly seconds: number }
  /** The clock of this machine is put back. */
  | { readonly do: 'clock back'; readonly seconds: number }
  | { readonly do: 'restart' };

/** Something that happens at a request of the exchange: before it reaches BigCommerce, or after it was answered. */
export interface Meanwhile {
  readonly request: number;
  readonly when: 'before' | 'after';
  /** `crash`: the till loses power. */
  readonly deed: Deed | { readonly do: 'crash' };
}

export interface Trouble {
  readonly at: 'a level is set' | 'levels are read' | 'orders are read';
  readonly kind:
    | 'answer lost'
    | 'reset before'
    | 'reset after'
    | 'body breaks off'
    | 'web page'
    | 'throttled'
    | 'overloaded'
    | '503'
    | '422'
    | '403'
    | '401';
}

const order = fc.nat({ max: 5 });
const item = fc.nat({ max: 8 });
const small = fc.integer({ min: 1, max: 4 });

const place = fc.record({
  do: fc.constant('place' as const),
  goods: fc.array(fc.record({ item, pieces: small }), { minLength: 1, maxLength: 3 }),
  statusId: fc.constantFrom(11, 11, 11, 7, 1, 2, 10),
});

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 6, arbitrary: place },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('status' as const),
      order,
      to: fc.constantFrom(2, 2, 3, 4, 5, 5, 6, 7, 9, 10, 10, 11, 12, 13),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('ship' as const), order, all: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('refund' as const),
      order,
      line: fc.nat({ max: 2 }),
      pieces: small,
      silent: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('edit' as const), order, line: fc.nat({ max: 2 }), pieces: small }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('sell' as const), item, pieces: small }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('receive' as const), item, pieces: small }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('count' as const), item, pieces: fc.nat({ max: 12 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.constantFrom(1, 5, 20, 31, 200) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('clock back' as const), seconds: fc.constantFrom(1, 40, 3_600) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
);

const trouble: fc.Arbitrary<Trouble> = fc.record({
  at: fc.constantFrom(
    'a level is set' as const,
    'a level is set' as const,
    'a level is set' as const,
    'a level is set' as const,
    'levels are read' as const,
    'orders are read' as const,
  ),
  kind: fc.constantFrom<Trouble['kind'][]>(
    'answer lost',
    'answer lost',
    'reset before',
    'reset before',
    'reset after',
    'body breaks off',
    'web page',
    'throttled',
    'overloaded',
    '503',
    '503',
    '503',
    '422',
    '403',
    '401',
  ),
});

const meanwhile: fc.Arbitrary<Meanwhile> = fc.record({
  request: fc.nat({ max: 9 }),
  when: fc.constantFrom('before' as const, 'after' as const),
  deed: fc.oneof(
    { weight: 7, arbitrary: deed },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const) }) },
  ),
});

const exchange = fc.record({
  do: fc.constant('exchange' as const),
  trouble: fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(trouble, { maxLength: 3 }) },
  ),
  meanwhile: fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(meanwhile, { maxLength: 4 }) },
  ),
});

export const story: fc.Arbitrary<Story> = fc.record({
  behavior: fc.constantFrom('order_placed' as const, 'order_completed_or_shipped' as const),
  delayMs: fc.constantFrom(0, 0, 3_000, 25_000),
  steps: fc.array(fc.oneof({ weight: 3, arbitrary: deed }, { weight: 2, arbitrary: exchange }), {
    maxLength: 24,
    size: 'max',
  }),
});

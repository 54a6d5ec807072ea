import fc from 'fast-check';

/**
 * A history: what shoppers and the merchant do to a few orders, round by round; the till pulls after each round. It is
 * plain data, so that fast-check can shrink it and a person can read it.
 */
export interface History {
  /** The first order is there before the store is linked (R74–R75). */
  readonly early: boolean;
  readonly first: OrderPlan;
  readonly rounds: readonly (readonly Step[])[];
}

export type Step =
  | { readonly do: 'place'; readonly plan: OrderPlan }
  | { readonly do: 'status'; readonly order: number; readonly to: number }
  | { readonly do: 'pay' | 'touch' | 'archive' | 'cancel'; readonly order: number }
  | { readonly do: 'ship'; readonly order: number; readonly what: 'all' | 'one piece'; readonly address: number }
  | {
      readonly do: 'refund';
      readonly order: number;
      readonly what: 'everything' | 'pieces' | 'amount' | 'tax';
      readonly line: number;
      readonly quantity: number;
      readonly declined: boolean;
      readonly silent: boolean;
    }
  | { readonly do: 'quantity'; readonly order: number; readonly line: number; readonly quantity: number }
  | { readonly do: 'add line'; readonly order: number; readonly line: LinePlan }
  | { readonly do: 'wait'; readonly seconds: number };

export interface OrderPlan {
  readonly lines: readonly LinePlan[];
  readonly currency: string;
  readonly taxInclusive: boolean;
  readonly taxRate: string;
  readonly delivery: 'delivery' | 'two addresses' | 'pickup' | 'pickup method' | 'digital';
  readonly charges: readonly Charge[];
  readonly discounts: readonly ('discount' | 'promotion' | 'coupon')[];
  readonly tenders: readonly ('store credit' | 'gift certificate')[];
  readonly paymentMethod: string;
  readonly statusId: number;
  readonly buyer: number;
}

export type Charge = 'shipping' | 'handling' | 'wrapping' | 'bulky fee' | 'cold fee';

export interface LinePlan {
  readonly item: Item;
  readonly quantity: number;
  /** In whole coins of the order's currency. */
  readonly price: number;
}

/** The small range of each history; `items.ts` says what each is. */
export const items = [
  'mug',
  'red shirt',
  'blue shirt',
  'other with the mug’s SKU',
  'without SKU',
  'another without SKU',
  'custom',
  'custom with SKU',
  'download',
  'certificate',
  'bundle',
] as const;
export type Item = (typeof items)[number];

const statusIds = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14];

const linePlan: fc.Arbitrary<LinePlan> = fc.record({
  item: fc.constantFrom(...items),
  quantity: fc.integer({ min: 1, max: 5 }),
  price: fc.oneof(fc.constantFrom(100, 999, 1995), fc.integer({ min: 1, max: 30_000 })),
});

const some = <T>(...values: T[]) => fc.subarray(values, { maxLength: 2 });

const orderPlan: fc.Arbitrary<OrderPlan> = fc.record({
  lines: fc.array(linePlan, { minLength: 1, maxLength: 4 }),
  currency: fc.constantFrom('USD', 'USD', 'EUR', 'JPY'),
  taxInclusive: fc.boolean(),
  taxRate: fc.constantFrom('0', '8.25', '20', '19.6'),
  delivery: fc.constantFrom('delivery', 'delivery', 'delivery', 'two addresses', 'pickup', 'pickup method', 'digital'),
  charges: some<Charge>('shipping', 'handling', 'wrapping', 'bulky fee', 'cold fee'),
  discounts: some('discount', 'promotion', 'coupon'),
  tenders: some('store credit', 'gift certificate'),
  paymentMethod: fc.constantFrom('Credit Card', 'PayPal', 'Cash on Delivery', 'Bank Deposit', 'Manual'),
  statusId: fc.oneof(
    { weight: 3, arbitrary: fc.constant(11) },
    { weight: 4, arbitrary: fc.constantFrom(...statusIds) },
  ),
  buyer: fc.nat({ max: 3 }),
});

/** Steps name an order by its place among those of the history. */
const order = fc.nat({ max: 2 });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('place' as const), plan: orderPlan }) },
  {
    weight: 7,
    arbitrary: fc.record({ do: fc.constant('status' as const), order, to: fc.constantFrom(...statusIds) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pay' as const), order }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cancel' as const), order }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('touch' as const, 'archive' as const), order }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('ship' as const),
      order,
      what: fc.constantFrom('all' as const, 'one piece' as const),
      address: fc.nat({ max: 1 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('refund' as const),
      order,
      what: fc.constantFrom(
        'everything' as const,
        'pieces' as const,
        'pieces' as const,
        'amount' as const,
        'tax' as const,
      ),
      line: fc.nat({ max: 5 }),
      quantity: fc.integer({ min: 1, max: 3 }),
      declined: fc.boolean(),
      silent: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('quantity' as const),
      order,
      line: fc.nat({ max: 5 }),
      quantity: fc.nat({ max: 6 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('add line' as const), order, line: linePlan }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 90 }) }) },
);

export const history: fc.Arbitrary<History> = fc.record({
  early: fc.integer({ min: 0, max: 7 }).map((n) => n === 7),
  first: orderPlan,
  rounds: fc.array(fc.array(step, { maxLength: 4, size: 'max' }), { minLength: 1, maxLength: 6, size: 'max' }),
});

/** What happens to the till and to the clock before the round of that number. */
export interface Weather {
  /** The store's clock goes on by so much. */
  readonly seconds: number;
  /** Which outlet and register are bound (R7); null leaves the binding as it is. */
  readonly rebindTo: number | null;
  /** The app is stopped and opened again on the same folder. */
  readonly restart: boolean;
}

export const maxRounds = 6;

export const weather: fc.Arbitrary<readonly Weather[]> = fc.array(
  fc.record({
    seconds: fc.constantFrom(0, 0, 1, 40, 3_600, 26 * 3_600),
    rebindTo: fc.option(fc.nat({ max: 3 }), { freq: 3 }),
    restart: fc.integer({ min: 0, max: 4 }).map((n) => n === 4),
  }),
  { minLength: maxRounds, maxLength: maxRounds },
);

/** Nothing happens but the orders' own changes, and no pull reads again what the one before has read. */
export const calm: readonly Weather[] = Array.from({ length: maxRounds }, () => ({
  seconds: 3_600,
  rebindTo: null,
  restart: false,
}));

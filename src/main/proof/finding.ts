import type { DifferenceRow } from '../store/proofs.ts';

/** What may differ (N5); each is repaired in one way. */
export type FindingKind =
  | 'order_missing_here'
  | 'order_gone_there'
  | 'order_held'
  | 'sale_doubled'
  | 'sale_status'
  | 'bigcommerce_status'
  | 'total'
  | 'lines'
  | 'payments'
  | 'returns'
  | 'fulfillment'
  | 'customer'
  | 'details'
  | 'stock_of_sale'
  | 'ledger_sum'
  | 'stock_level'
  | 'product_not_linked';

/** A difference, before it has an identity. `ours` and `theirs` are texts to be shown beside each other. */
export interface Finding extends Omit<DifferenceRow, 'differenceId'> {
  readonly kind: FindingKind;
}

type About = Partial<Pick<Finding, 'orderName' | 'productKey' | 'outletKey' | 'saleKey'>>;

export const finding = (
  kind: FindingKind,
  about: About,
  { ours, theirs }: { readonly ours: string; readonly theirs: string },
): Finding => ({
  kind,
  orderName: null,
  productKey: null,
  outletKey: null,
  saleKey: null,
  ...about,
  ours: short(ours),
  theirs: short(theirs),
  repair: repairs[kind],
});

const readAgain = 'Reads the order from BigCommerce again and records what it says.';

const repairs: Readonly<Record<FindingKind, string>> = {
  order_missing_here: 'Imports the order.',
  order_gone_there: 'Marks the sale as archived. Its stock, its payments and its total stay.',
  order_held: 'Reads it from BigCommerce again and tries to record it.',
  sale_doubled: 'Voids the copy: its stock comes back and its payments leave the totals.',
  sale_status: readAgain,
  bigcommerce_status: readAgain,
  total: readAgain,
  lines: readAgain,
  payments: readAgain,
  returns: readAgain,
  fulfillment: readAgain,
  customer: readAgain,
  details: readAgain,
  stock_of_sale: 'Reads the order again and moves the stock of the sale by what is missing or too much.',
  ledger_sum: 'Makes the figure what its movements add up to.',
  stock_level: 'Sends our figure to BigCommerce with the next exchange.',
  product_not_linked: 'Links the product to the one in BigCommerce that has its SKU.',
};

const LONGEST = 300;

const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

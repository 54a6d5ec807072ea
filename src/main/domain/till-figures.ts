import { type Amount, sumOf } from './amount.ts';

/** What one means of payment brought in an opening. Amounts are ten-thousandths of `currency`. */
export interface TenderSum {
  readonly source: 'online' | 'in_store';
  readonly method: string;
  readonly currency: string;
  readonly count: number;
  readonly received: Amount;
  /** What voided sales took out again; positive where un-voided ones brought more back. */
  readonly voided: Amount;
}

/** What was given back on web orders in an opening, as a positive amount, less what voiding the sale made of it. */
export interface ReturnSum {
  readonly currency: string;
  readonly count: number;
  readonly amount: Amount;
}

/** A sale that counts as sold and is not paid, or not in full. */
export interface UnpaidSale {
  readonly saleId: string;
  readonly currency: string;
  readonly due: Amount;
}

export interface UnpaidSum {
  readonly currency: string;
  readonly count: number;
  readonly due: Amount;
}

/** The drawer, in the outlet's currency. */
export interface DrawerFigures {
  readonly float: Amount;
  /** Cash of sales in the shop, less cash given back. */
  readonly cash: Amount;
  readonly paidIn: Amount;
  readonly paidOut: Amount;
  readonly expected: Amount;
}

/** All figures of one opening: computed while it is open, kept as they were when it was closed (N9). */
export interface TillFigures {
  readonly tenders: readonly TenderSum[];
  readonly returns: readonly ReturnSum[];
  readonly drawer: DrawerFigures;
  readonly unpaid: readonly UnpaidSum[];
  /** The newest of them. */
  readonly unpaidSales: readonly UnpaidSale[];
}

/** Whether a sale in the shop put money into the drawer. Online money never does (R25). */
export const isDrawerMoney = ({ source, method }: Pick<TenderSum, 'source' | 'method'>): boolean =>
  source === 'in_store' && /^\s*cash\b/i.test(method);

export const drawerFigures = (
  float: Amount,
  tenders: readonly TenderSum[],
  moves: readonly { readonly amount: Amount }[],
): DrawerFigures => {
  const cash = sumOf(tenders.filter(isDrawerMoney), ({ received, voided }) => received + voided);
  const paidIn = sumOf(moves, ({ amount }) => Math.max(amount, 0));
  const paidOut = sumOf(moves, ({ amount }) => Math.max(-amount, 0));
  return { float, cash, paidIn, paidOut, expected: float + cash + paidIn - paidOut };
};

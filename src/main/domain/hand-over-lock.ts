/** Why goods may not leave yet; a manager may override (R70, R91). */
export type HandOverLock = 'not_paid' | 'refunded' | 'on_hold';

/** Null while nothing keeps the goods from leaving. The hold is said first: somebody is to check the order itself. */
export const handOverLockOf = (sale: {
  readonly paymentState: string;
  readonly onHold: boolean;
}): HandOverLock | null => {
  if (sale.onHold) return 'on_hold';
  if (sale.paymentState === 'unpaid' || sale.paymentState === 'part_paid') return 'not_paid';
  return sale.paymentState === 'refunded' ? 'refunded' : null;
};

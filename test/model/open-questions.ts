/**
 * Where the app and the plainest reading of the rules still differ, and nobody has decided. `STRICT=1` takes the rules at
 * their word and shows each of them; without it the model accepts either. Empty this list as they are settled.
 */
const strict = process.env.STRICT === '1';

/** R23, N9: money that proved not to be there is taken back as a tender of its own, "Correction". */
export const correctionsHaveTheirTender = strict;

/** R67, R71: a refund that was first seen together with the cancellation is not shown as a return. */
export const voidedSalesShowAllReturns = strict;

/** R7, R63: what is paid after a rebinding is on the register bound then, not on that of the sale. */
export const paymentsStayOnTheSalesRegister = strict;

/** R60, R65, R68: a refund that makes a sale of an order, and does not move its `date_modified`, waits for the check-up. */
export const silentRefundsReviveAtOnce = strict;

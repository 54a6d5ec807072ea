import { Refusal } from '../../contract/fault.ts';
import type { Money } from '../../contract/values.ts';
import { type Amount, formatAmount, parseAmount, sumOf } from '../domain/amount.ts';

/** What a caller gave: without a currency it is in the outlet's. */
export type AmountGiven = { readonly amount: string; readonly currency: string | null } | Money;

export interface LineGiven {
  readonly productId: string;
  readonly quantity: number;
  readonly unitPrice: AmountGiven;
}

export interface PaymentGiven {
  readonly method: string;
  readonly amount: AmountGiven;
}

/** Ten billion: hundreds of such sales still add up exactly. */
const MOST: Amount = 10_000_000_000 * 10_000;

const refuse = (message: string, field: string): Refusal => new Refusal('invalid_input', { message, field });

/** The amount in the outlet's currency. Throws `invalid_input` for another currency, and for more than a till can keep. */
export const amountOf = ({ amount, currency }: AmountGiven, outletCurrency: string, field: string): Amount => {
  if (currency !== null && currency !== outletCurrency) {
    throw refuse(
      `This outlet sells in ${outletCurrency}, not in ${currency}. Give the amount in ${outletCurrency}.`,
      field,
    );
  }
  const read = parseAmount(amount);
  if (read === null || Math.abs(read) > MOST) throw refuse('That amount is larger than a till can keep.', field);
  return read;
};

/** Each line's total, to the last decimal: price × pieces. Negative for what is taken back. Throws `invalid_input`. */
export const lineTotals = (lines: readonly LineGiven[], currency: string): Amount[] => {
  const totals = lines.map(({ quantity, unitPrice }, index) => {
    const field = `lines.${index}`;
    const price = amountOf(unitPrice, currency, `${field}.unitPrice`);
    if (quantity === 0) throw refuse('A line of 0 pieces sells nothing. Leave it out.', `${field}.quantity`);
    if (price < 0) {
      throw refuse('A price is not negative. For what is taken back, give a negative quantity.', `${field}.unitPrice`);
    }
    const total = price === 0 ? 0 : price * quantity;
    if (Math.abs(total) > MOST) throw refuse('That line is larger than a till can keep.', field);
    return total;
  });
  if (Math.abs(sumOf(totals, (total) => total)) > MOST)
    throw refuse('That sale is larger than a till can keep.', 'lines');
  return totals;
};

/**
 * Each payment's amount. Together they come to no more than the total, and to nothing of the other sign: what is over
 * goes back as change, and money is only given back for goods that came back. Throws `invalid_input`.
 */
export const paymentAmounts = (payments: readonly PaymentGiven[], total: Amount, currency: string): Amount[] => {
  const amounts = payments.map(({ amount }, index) => amountOf(amount, currency, `payments.${index}.amount`));
  const paid = sumOf(amounts, (amount) => amount);
  const [least, most] = total < 0 ? [total, 0] : [0, total];
  if (paid >= least && paid <= most) return amounts;
  const come = `The payments come to ${formatAmount(paid)} ${currency} and the sale to ${formatAmount(total)} ${currency}.`;
  throw refuse(
    total < 0
      ? `${come} Money given back is negative, and no more than what was taken back.`
      : `${come} Enter what was kept, without the change.`,
    'payments',
  );
};

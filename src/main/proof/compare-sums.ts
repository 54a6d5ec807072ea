import { formatAmount } from '../domain/amount.ts';
import type { Reader } from '../store/connection.ts';
import { checkLedger } from '../store/ledger-check.ts';
import { straySales, type WrongSum, wrongLineTotals, wrongPayments, wrongStockOfSales } from '../store/sums.ts';
import { type Finding, finding } from './finding.ts';

/** What does not add up among our own rows, whoever wrote them. */
export const compareSums = (db: Reader, linkKey: number): Finding[] => [
  ...wrongLineTotals(db, linkKey).map((sum) =>
    finding('lines', ofSale(sum), {
      ours: `Lines of ${money(sum.is, sum)}`,
      theirs: `A total of ${money(sum.mustBe, sum)}`,
    }),
  ),
  ...wrongPayments(db, linkKey).map((sum) =>
    finding('payments', ofSale(sum), {
      ours: `Paid ${money(sum.is, sum)}`,
      theirs: `At most ${money(sum.mustBe, sum)}`,
    }),
  ),
  ...wrongStockOfSales(db, linkKey).map((sum) =>
    finding('stock_of_sale', ofSale(sum), {
      ours: `${sum.taken} × ${sum.sku} taken`,
      theirs: `${sum.mustBe} sold and not returned`,
    }),
  ),
  ...straySales(db).map((stray) =>
    finding(
      'sale_doubled',
      { saleKey: stray.saleKey, orderName: stray.orderId === null ? null : String(stray.orderId) },
      { ours: `A second sale of ${money(stray.total, stray)}`, theirs: 'One order' },
    ),
  ),
  ...checkLedger(db).map(({ outletKey, productKey, sku, onHand, sum }) =>
    finding(
      'ledger_sum',
      { outletKey, productKey },
      { ours: `${onHand} × ${sku} on hand`, theirs: `Movements of ${sum}` },
    ),
  ),
];

const ofSale = ({ saleKey, orderId }: { readonly saleKey: number; readonly orderId: number }) => ({
  saleKey,
  orderName: String(orderId),
});

const money = (amount: number, { currency }: Pick<WrongSum, 'currency'>): string =>
  `${formatAmount(amount)} ${currency}`;

import type { ReactNode } from 'react';
import type { SaleView } from '../../../contract/sales.ts';
import { MoneyText } from '../../components/money-text.tsx';
import { formatCount } from '../../format/count.ts';
import { isZero } from '../../format/money.ts';
import { text } from '../../text.ts';
import styles from './sale-lines.module.css';

type Line = SaleView['lines'][number];

const detailsOf = (line: Line): string =>
  [text.lineKind[line.kind], line.options, line.sku].filter((part) => part !== '' && part !== line.name).join(' · ');

function SaleLine({ line }: { readonly line: Line }): ReactNode {
  const details = detailsOf(line);
  return (
    <tr data-kind={line.kind} data-part={line.parentLineId !== null}>
      <td className={styles.quantity}>{line.kind === 'product' ? formatCount(line.quantity) : ''}</td>
      <td className={styles.what}>
        <span className={styles.name}>{line.name === '' ? text.lineKind[line.kind] : line.name}</span>
        {details === '' ? null : <span className={styles.details}>{details}</span>}
      </td>
      <td className={styles.total}>
        {line.parentLineId !== null && isZero(line.total) ? null : <MoneyText money={line.total} />}
      </td>
    </tr>
  );
}

/** Every line of a sale; goods first as they came, and below what they come to. The lines sum to the total (R34). */
export function SaleLines({ view }: { readonly view: SaleView }): ReactNode {
  const { items, charges, discounts, tax } = view.totals;
  const words = text.salesHistory;
  const sums = [
    { label: words.items, money: items },
    { label: words.charges, money: charges },
    { label: words.discounts, money: discounts },
  ].filter(({ money }) => !isZero(money));
  return (
    <table className={styles.lines}>
      <tbody>
        {view.lines.map((line) => (
          <SaleLine key={line.lineId} line={line} />
        ))}
      </tbody>
      <tfoot>
        {sums.length > 1
          ? sums.map(({ label, money }) => (
              <tr key={label} className={styles.sum}>
                <th scope="row" colSpan={2}>
                  {label}
                </th>
                <td className={styles.total}>
                  <MoneyText money={money} />
                </td>
              </tr>
            ))
          : null}
        <tr className={styles.grand}>
          <th scope="row" colSpan={2}>
            {words.total}
          </th>
          <td className={styles.total}>
            <MoneyText money={view.total} struck={view.saleStatus === 'voided'} />
          </td>
        </tr>
        {isZero(tax) ? null : (
          <tr className={styles.sum}>
            <th scope="row" colSpan={2}>
              {words.taxIncluded}
            </th>
            <td className={styles.total}>
              <MoneyText money={tax} />
            </td>
          </tr>
        )}
      </tfoot>
    </table>
  );
}

import type { ReactNode } from 'react';
import type { TillView } from '../../../../contract/till.ts';
import type { Money } from '../../../../contract/values.ts';
import { MoneyText } from '../../../components/money-text.tsx';
import { isZero, negated } from '../../../format/money.ts';
import { text } from '../../../text.ts';
import styles from './till.module.css';

const words = text.till.figures;

type Tender = TillView['inStore']['tenders'][number] | TillView['online']['tenders'][number];

interface TenderTableProps {
  readonly tenders: readonly Tender[];
  /** What was given back, per currency. */
  readonly returns?: TillView['online']['returns'];
  readonly net: readonly Money[];
}

/** What each means of payment brought, what cancelled and returned orders took out again, and what that leaves. */
export function TenderTable({ tenders, returns = [], net }: TenderTableProps): ReactNode {
  if (tenders.length === 0 && returns.length === 0) return <p className={styles.nothing}>{words.nothing}</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.method}</th>
          <th scope="col">{words.count}</th>
          <th scope="col">{words.received}</th>
          <th scope="col">{words.voided}</th>
          <th scope="col">{words.net}</th>
        </tr>
      </thead>
      <tbody>
        {tenders.map((tender) => (
          <tr key={`${tender.method} ${tender.net.currency}`}>
            <th scope="row">
              {tender.method}{' '}
              {'inDrawer' in tender && tender.inDrawer ? <span className={styles.mark}>{words.inDrawer}</span> : null}
            </th>
            <td>{tender.count}</td>
            <td>
              <MoneyText money={tender.received} />
            </td>
            <td>{isZero(tender.voided) ? text.none : <MoneyText money={tender.voided} />}</td>
            <td>
              <MoneyText money={tender.net} />
            </td>
          </tr>
        ))}
        {returns.map(({ count, amount }) => (
          <tr key={amount.currency}>
            <th scope="row">{words.returned}</th>
            <td>{count}</td>
            <td>{text.none}</td>
            <td>{text.none}</td>
            <td>
              <MoneyText money={negated(amount)} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        {net.map((money) => (
          <tr key={money.currency}>
            <th scope="row" colSpan={4}>
              {words.total}
            </th>
            <td>
              <MoneyText money={money} />
            </td>
          </tr>
        ))}
      </tfoot>
    </table>
  );
}

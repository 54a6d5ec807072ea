import type { ReactNode } from 'react';
import type { SaleView } from '../../../contract/sales.ts';
import type { Money } from '../../../contract/values.ts';
import { MoneyText } from '../../components/money-text.tsx';
import { Section } from '../../components/section.tsx';
import { whenOf } from '../../format/instants.ts';
import { isZero, negated } from '../../format/money.ts';
import { withKeys } from '../../format/unique-keys.ts';
import { useApp } from '../../state/use-app.ts';
import { usePlaceName } from '../../state/use-shop.ts';
import { text } from '../../text.ts';
import styles from './sale-money.module.css';

const words = text.salesHistory;

interface EntryProps {
  readonly what: string;
  readonly detail: string;
  readonly money: Money;
}

function Entry({ what, detail, money }: EntryProps): ReactNode {
  return (
    <li className={styles.entry}>
      <span className={styles.what}>
        {what}
        <span className={styles.detail}>{detail}</span>
      </span>
      <MoneyText money={money} />
    </li>
  );
}

function Returns({ view, when }: { readonly view: SaleView; readonly when: (at: string) => string }): ReactNode {
  if (view.returns.length === 0) return null;
  const nameOf = (lineId: string): string => view.lines.find((line) => line.lineId === lineId)?.name ?? lineId;
  return (
    <Section title={words.returns}>
      <ul>
        {view.returns.map((each) => (
          <Entry
            key={each.returnId}
            what={
              each.lines.length === 0
                ? words.refunded
                : each.lines.map(({ lineId, quantity }) => words.returnLine(quantity, nameOf(lineId))).join(', ')
            }
            detail={[when(each.at), each.reason].filter((part) => part !== '').join(' · ')}
            money={negated(each.amount)}
          />
        ))}
      </ul>
    </Section>
  );
}

/** What was paid, what was given back, and what is still due. */
export function SaleMoney({ view, now }: { readonly view: SaleView; readonly now: number }): ReactNode {
  const { shop } = useApp();
  const placeName = usePlaceName();
  const when = (at: string): string => whenOf(at, shop.timeZone(view.outletId), now);
  const { paid, refunded, balanceDue } = view.totals;
  const sums = [
    { label: words.paid, money: paid, due: false },
    { label: words.refunded, money: negated(refunded), due: false },
    { label: words.balanceDue, money: balanceDue, due: true },
  ].filter(({ money, due }) => !isZero(money) && !(due && view.saleStatus === 'voided'));
  return (
    <>
      <Section title={words.payments}>
        {view.payments.length === 0 ? <p className={styles.none}>{words.noPayments}</p> : null}
        <ul>
          {withKeys(view.payments, ({ at, method }) => `${at} ${method}`).map(({ key, item: payment }) => (
            <Entry
              key={key}
              what={payment.method}
              detail={`${when(payment.at)} · ${placeName(payment.outletId, payment.registerId)}`}
              money={payment.amount}
            />
          ))}
        </ul>
        <dl>
          {sums.map(({ label, money, due }) => (
            <div key={label} className={styles.sum} data-due={due}>
              <dt>{label}</dt>
              <dd>
                <MoneyText money={money} />
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Returns view={view} when={when} />
    </>
  );
}

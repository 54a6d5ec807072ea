import type { ReactNode } from 'react';
import type { TillView } from '../../../../contract/till.ts';
import type { Money } from '../../../../contract/values.ts';
import { MoneyText } from '../../../components/money-text.tsx';
import { unitsOf } from '../../../format/cash.ts';
import { timeOf } from '../../../format/instants.ts';
import { formatMoney, isZero, negated } from '../../../format/money.ts';
import { useTimeZone } from '../../../state/use-shop.ts';
import { text } from '../../../text.ts';
import { differenceWords } from './difference.ts';
import styles from './till.module.css';

const words = text.till.figures;

function Line({ label, money }: { readonly label: string; readonly money: Money }): ReactNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <MoneyText money={money} />
      </dd>
    </div>
  );
}

interface DrawerFiguresProps {
  readonly drawer: TillView['drawer'];
  /** False for what waits for the next opening: then there is no drawer yet. */
  readonly isOpened: boolean;
  readonly currency: string;
}

/** What should lie in the drawer, by what made it so, and what was counted in it. */
export function DrawerFigures({ drawer, isOpened, currency }: DrawerFiguresProps): ReactNode {
  const timeZone = useTimeZone();
  const { float, cash, paidIn, paidOut, expected, counted, difference, denominations, moves } = drawer;
  return (
    <div className={styles.drawer}>
      <h4 className={styles.part}>{words.drawer}</h4>
      <dl className={styles.ledger}>
        {isOpened ? <Line label={words.float} money={float} /> : null}
        <Line label={words.cash} money={cash} />
        {isZero(paidIn) ? null : <Line label={words.paidIn} money={paidIn} />}
        {isZero(paidOut) ? null : <Line label={words.paidOut} money={negated(paidOut)} />}
        {isOpened ? (
          <div className={styles.sum}>
            <dt>{words.expected}</dt>
            <dd>
              <MoneyText money={expected} />
            </dd>
          </div>
        ) : null}
        {counted === null ? null : <Line label={words.counted} money={counted} />}
        {difference === null ? null : (
          <div className={styles.sum} data-off={!isZero(difference)}>
            <dt>{words.difference}</dt>
            <dd>{differenceWords(unitsOf(difference.amount), currency)}</dd>
          </div>
        )}
      </dl>
      {moves.length === 0 ? null : (
        <>
          <h5 className={styles.part}>{words.moves}</h5>
          <ul className={styles.moves}>
            {moves.map(({ at, by, amount, reason }) => (
              <li key={`${at} ${reason}`}>
                <span>
                  {timeOf(at, timeZone)} {reason}
                  {by === null ? '' : ` · ${by}`}
                </span>
                <MoneyText money={amount} />
              </li>
            ))}
          </ul>
        </>
      )}
      {denominations.length === 0 ? null : (
        <>
          <h5 className={styles.part}>{words.pieces}</h5>
          <p className={styles.soft}>
            {denominations.map(({ value, count }) => `${count} × ${formatMoney(value)}`).join(', ')}
          </p>
        </>
      )}
    </div>
  );
}

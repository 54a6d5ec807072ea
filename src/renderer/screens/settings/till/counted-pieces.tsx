import { type ReactNode, useId } from 'react';
import { denominationsOf, moneyOf, unitsOf } from '../../../format/cash.ts';
import { formatMoney } from '../../../format/money.ts';
import { text } from '../../../text.ts';
import { CashField } from './cash-field.tsx';
import styles from './till.module.css';

/** How often each coin and note was counted, as typed. */
export type PiecesTyped = Readonly<Record<string, string>>;

const numberOf = (typed: string | undefined): number => (/^\d{1,6}$/.test(typed ?? '') ? Number(typed) : 0);

export const piecesOf = (typed: PiecesTyped, currency: string) =>
  denominationsOf(currency).map((value) => ({ value, count: numberOf(typed[value]) }));

interface CountedPiecesProps {
  readonly currency: string;
  readonly typed: PiecesTyped;
  readonly onChange: (typed: PiecesTyped) => void;
}

/** Counting a drawer coin by coin: Tab goes from one to the next. */
export function CountedPieces({ currency, typed, onChange }: CountedPiecesProps): ReactNode {
  const id = useId();
  return (
    <ul className={styles.pieces}>
      {denominationsOf(currency).map((value, index) => {
        const name = formatMoney(moneyOf(unitsOf(value), currency));
        return (
          <li key={value} className={styles.piece}>
            <label htmlFor={`${id}-${value}`} aria-label={text.till.close.pieces(name)}>
              {name}
            </label>
            <CashField
              id={`${id}-${value}`}
              first={index === 0}
              value={typed[value] ?? ''}
              onChange={(next) => onChange({ ...typed, [value]: next })}
            />
          </li>
        );
      })}
    </ul>
  );
}

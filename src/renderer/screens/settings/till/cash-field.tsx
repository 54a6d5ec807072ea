import type { ReactNode } from 'react';
import field from '../../../components/field.module.css';
import { formatMoney } from '../../../format/money.ts';
import { takeFocus } from '../../../state/focus-places.ts';
import styles from './till.module.css';

interface CashFieldProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (typed: string) => void;
  /** Begin here. */
  readonly first?: boolean;
}

/** An amount of cash, or a number of coins, as it is typed. */
export function CashField({ id, value, onChange, first = false }: CashFieldProps): ReactNode {
  return (
    <input
      ref={first ? takeFocus : undefined}
      id={id}
      className={`${field.field} ${styles.amount}`}
      inputMode="decimal"
      autoComplete="off"
      maxLength={14}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

interface UnderstoodProps {
  /** A decimal; null while none is typed. */
  readonly amount: string | null;
  readonly currency: string;
}

/** The amount as it was understood, so that a point or a comma in the wrong place is seen before it is money. */
export function Understood({ amount, currency }: UnderstoodProps): ReactNode {
  return <output>{amount === null ? currency : formatMoney({ amount, currency })}</output>;
}

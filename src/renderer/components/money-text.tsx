import type { ReactNode } from 'react';
import type { Money } from '../../contract/values.ts';
import { formatMoney } from '../format/money.ts';
import styles from './money-text.module.css';

/** An amount in its own currency, its figures in columns. */
export function MoneyText({ money, struck = false }: { readonly money: Money; readonly struck?: boolean }): ReactNode {
  const amount = formatMoney(money);
  return <span className={styles.money}>{struck ? <s>{amount}</s> : amount}</span>;
}

import { type ReactNode, useDeferredValue, useId, useState } from 'react';
import type { RecordNoun } from '../../../contract/event.ts';
import buttons from '../../components/button.module.css';
import fields from '../../components/field.module.css';
import type { SaleQuery } from '../../state/sale-query.ts';
import { useQuery } from '../../state/use-query.ts';
import { text } from '../../text.ts';
import styles from './customer-filter.module.css';
import popover from './sale-filters-popover.module.css';

const words = text.salesHistory;
const nouns: readonly RecordNoun[] = ['customers'];
const mostShown = 5;
/** One letter fits nearly everybody. */
const leastTyped = 2;

type Choose = (customer: SaleQuery['customer']) => void;

function Matches({ typed, onChoose }: { readonly typed: string; readonly onChoose: Choose }): ReactNode {
  const { input, data } = useQuery('customers.list', { search: typed, limit: mostShown }, nouns);
  if (data === null || input?.search !== typed) return null;
  if (data.rows.length === 0) return <p className={popover.meaning}>{words.nobodyMatches(typed)}</p>;
  return (
    <ul className={styles.matches}>
      {data.rows.map(({ customerId, name, email }) => (
        <li key={customerId}>
          <button
            type="button"
            className={`${buttons.button} ${styles.match}`}
            onClick={() => onChoose({ customerId, name: name === '' ? email : name })}
          >
            <span className={styles.name}>{name === '' ? email : name}</span>
            {name === '' ? null : <span className={styles.email}>{email}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface CustomerFilterProps {
  readonly customer: SaleQuery['customer'];
  readonly onChange: Choose;
}

/** The sales of one customer: typed in part, then chosen. */
export function CustomerFilter({ customer, onChange }: CustomerFilterProps): ReactNode {
  const id = useId();
  const [typed, setTyped] = useState('');
  const asked = useDeferredValue(typed.trim());
  const choose: Choose = (chosen) => {
    setTyped('');
    onChange(chosen);
  };
  return (
    <div className={`${popover.item} ${styles.whole}`}>
      <label htmlFor={id} className={popover.name}>
        {words.customer}
      </label>
      <input
        id={id}
        className={fields.field}
        type="text"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        placeholder={customer?.name ?? words.customerSearch}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {asked.length < leastTyped ? null : <Matches typed={asked} onChoose={choose} />}
    </div>
  );
}

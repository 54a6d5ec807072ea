import { type ReactNode, useId, useState } from 'react';
import fields from '../../components/field.module.css';
import { asTyped, signedAmount } from '../../format/typed-amount.ts';
import { type SaleFilters, withFilter } from '../../state/sale-query.ts';
import { text } from '../../text.ts';
import styles from './sale-filters-popover.module.css';

const words = text.salesHistory;

interface BoundProps {
  readonly label: string;
  readonly describedBy: string;
  readonly value: string;
  /** Undefined for none; what is not an amount is not told. */
  readonly onChange: (value: string | undefined) => void;
  readonly onWrong: (wrong: boolean) => void;
}

function Bound({ label, describedBy, value, onChange, onWrong }: BoundProps): ReactNode {
  const [typed, setTyped] = useState(() => asTyped(value));
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    // `12,50` stays as it was typed while it means what is set.
    if (signedAmount(typed) !== value) setTyped(asTyped(value));
  }
  const wrong = typed.trim() !== '' && signedAmount(typed) === null;
  return (
    <input
      className={fields.field}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      aria-invalid={wrong}
      aria-describedby={describedBy}
      placeholder={label === words.amountFrom ? words.from : words.to}
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value);
        const amount = signedAmount(target.value);
        const isEmpty = target.value.trim() === '';
        onWrong(amount === null && !isEmpty);
        if (amount !== null || isEmpty) onChange(amount ?? undefined);
      }}
    />
  );
}

interface AmountFilterProps {
  readonly filters: SaleFilters;
  readonly onChange: (filters: SaleFilters) => void;
}

/** What a sale comes to, from and to, both included. */
export function AmountFilter({ filters, onChange }: AmountFilterProps): ReactNode {
  const id = useId();
  const [wrong, setWrong] = useState(false);
  return (
    <div className={styles.item}>
      <span className={styles.name}>{words.amount}</span>
      <span className={styles.pair}>
        {(['amountFrom', 'amountTo'] as const).map((name) => (
          <Bound
            key={name}
            label={words[name]}
            describedBy={id}
            value={filters[name] ?? ''}
            onChange={(value) => onChange(withFilter(filters, name, value))}
            onWrong={setWrong}
          />
        ))}
      </span>
      <span id={id} className={styles.meaning} role="status">
        {wrong ? words.notAnAmount() : ''}
      </span>
    </div>
  );
}

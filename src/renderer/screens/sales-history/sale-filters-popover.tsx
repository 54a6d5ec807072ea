import { ListFilter } from 'lucide-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import buttons from '../../components/button.module.css';
import fields from '../../components/field.module.css';
import { type SaleFilters, type SaleQuery, unfiltered } from '../../state/sale-query.ts';
import { text } from '../../text.ts';
import { AmountFilter } from './amount-filter.tsx';
import { CustomerFilter } from './customer-filter.tsx';
import type { FilterField } from './filter-choices.ts';
import styles from './sale-filters-popover.module.css';

const words = text.salesHistory;

interface FieldProps {
  readonly field: FilterField;
  readonly onChange: (filters: SaleFilters) => void;
}

function FilterSelect({ field, onChange }: FieldProps): ReactNode {
  const id = useId();
  return (
    <div className={styles.item}>
      <label htmlFor={id} className={styles.name}>
        {field.label}
      </label>
      <select
        id={id}
        className={fields.field}
        aria-describedby={`${id}-meaning`}
        value={field.value}
        onChange={(event) => onChange(field.set(event.target.value))}
      >
        <option value="">{text.any}</option>
        {field.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <span id={`${id}-meaning`} className={styles.meaning}>
        {field.meaning}
      </span>
    </div>
  );
}

interface SaleFiltersPopoverProps {
  readonly query: SaleQuery;
  readonly fields: readonly FilterField[];
  /** How many filters are on. */
  readonly on: number;
  readonly onChange: (change: Partial<SaleQuery>) => void;
}

/** All filters at once; each takes effect as it is set. */
export function SaleFiltersPopover({ query, fields: all, on, onChange }: SaleFiltersPopoverProps): ReactNode {
  const panel = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const set = (filters: SaleFilters): void => onChange({ filters });
  return (
    <>
      <button
        type="button"
        className={`${buttons.button} ${styles.opener}`}
        popoverTarget="sale-filters"
        aria-label={on === 0 ? words.filters : words.filtersOn(on)}
      >
        <ListFilter size={18} aria-hidden />
        {words.filters}
      </button>
      <div
        className={styles.panel}
        id="sale-filters"
        popover="auto"
        ref={panel}
        onToggle={(event) => setIsOpen(event.newState === 'open')}
      >
        {isOpen ? (
          <div className={styles.fields}>
            {all.map((field) => (
              <FilterSelect key={field.name} field={field} onChange={set} />
            ))}
            <AmountFilter filters={query.filters} onChange={set} />
            <CustomerFilter customer={query.customer} onChange={(customer) => onChange({ customer })} />
          </div>
        ) : null}
        <div className={styles.actions}>
          <button type="button" className={buttons.button} onClick={() => onChange(unfiltered(query))}>
            {words.clearFilters}
          </button>
          <button type="button" className={buttons.button} onClick={() => panel.current?.hidePopover()}>
            {words.done}
          </button>
        </div>
      </div>
    </>
  );
}

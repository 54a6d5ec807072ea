import { ListFilter, X } from 'lucide-react';
import { type ReactNode, useId, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import buttons from '../../components/button.module.css';
import fields from '../../components/field.module.css';
import { Spoken } from '../../components/spoken.tsx';
import type { SaleFilters } from '../../state/sale-query.ts';
import { useApp } from '../../state/use-app.ts';
import { text } from '../../text.ts';
import { type FilterField, filterFields } from './filter-choices.ts';
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

/** A filter that is on, with its value; pressing it turns the filter off. */
function FilterChip({ field, onChange }: FieldProps): ReactNode {
  const value = field.choices.find((choice) => choice.value === field.value)?.label ?? field.value;
  return (
    <button
      type="button"
      className={styles.chip}
      title={field.meaning === '' ? undefined : field.meaning}
      onClick={() => onChange(field.set(''))}
    >
      <span className={styles.what}>{field.label}</span>
      <span className={styles.value}>{value}</span>
      <Spoken>{words.remove}</Spoken>
      <X size={14} aria-hidden />
    </button>
  );
}

interface SaleFiltersPopoverProps {
  readonly filters: SaleFilters;
  readonly onChange: (filters: SaleFilters) => void;
}

/** The filters that are on, and a panel with all of them; each change shows in the list at once. */
export function SaleFiltersPopover({ filters, onChange }: SaleFiltersPopoverProps): ReactNode {
  const { shop } = useApp();
  const statuses = useStore(shop.statuses.store, ({ data }) => data?.rows);
  const outlets = useStore(shop.outlets.store, ({ data }) => data?.rows);
  const all = useMemo(() => filterFields(filters, statuses ?? [], outlets ?? []), [filters, statuses, outlets]);
  const panel = useRef<HTMLDivElement>(null);
  const on = all.filter((field) => field.value !== '');
  return (
    <>
      {on.map((field) => (
        <FilterChip key={field.name} field={field} onChange={onChange} />
      ))}
      <button
        type="button"
        className={`${buttons.button} ${styles.opener}`}
        popoverTarget="sale-filters"
        aria-label={on.length === 0 ? words.filters : words.filtersOn(on.length)}
      >
        <ListFilter size={18} aria-hidden />
        {words.filters}
      </button>
      <div className={styles.panel} id="sale-filters" popover="auto" ref={panel}>
        <div className={styles.fields}>
          {all.map((field) => (
            <FilterSelect key={field.name} field={field} onChange={onChange} />
          ))}
        </div>
        <div className={styles.actions}>
          <button type="button" className={buttons.button} onClick={() => onChange({})}>
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

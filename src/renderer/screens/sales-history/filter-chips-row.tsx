import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import buttons from '../../components/button.module.css';
import { Spoken } from '../../components/spoken.tsx';
import { type SaleQuery, unfiltered } from '../../state/sale-query.ts';
import { text } from '../../text.ts';
import type { FilterChip } from './filter-chips.ts';
import styles from './filter-chips-row.module.css';

const words = text.salesHistory;

interface FilterChipsRowProps {
  readonly query: SaleQuery;
  readonly chips: readonly FilterChip[];
  readonly onChange: (change: Partial<SaleQuery>) => void;
}

/** What is on, each with its value; pressing one turns it off. Nothing on, no row. */
export function FilterChipsRow({ query, chips, onChange }: FilterChipsRowProps): ReactNode {
  if (chips.length === 0) return null;
  return (
    <fieldset className={styles.row} aria-label={words.filtersLabel}>
      {chips.map(({ name, label, value, meaning, off }) => (
        <button
          key={name}
          type="button"
          className={styles.chip}
          title={meaning === '' ? undefined : meaning}
          onClick={() => onChange(off)}
        >
          <span className={styles.what}>{label}</span>
          <span className={styles.value}>{value}</span>
          <Spoken>{words.remove}</Spoken>
          <X size={14} aria-hidden />
        </button>
      ))}
      <button type="button" className={buttons.bare} onClick={() => onChange(unfiltered(query))}>
        {words.clearAll}
      </button>
    </fieldset>
  );
}

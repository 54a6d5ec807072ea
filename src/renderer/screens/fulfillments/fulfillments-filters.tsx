import type { ReactNode } from 'react';
import { AsOf } from '../../components/as-of.tsx';
import { Segments } from '../../components/segments.tsx';
import type { FulfillmentQuery } from '../../state/app-state.ts';
import type { Output } from '../../state/bridge.ts';
import { text } from '../../text.ts';
import styles from './fulfillments-filters.module.css';
import { segmentNames } from './segment-names.ts';

const types = ['all', 'delivery', 'pickup'] as const;

interface FulfillmentsFiltersProps {
  readonly query: FulfillmentQuery;
  readonly counts: Output<'fulfillments.counts'> | null;
  readonly onChange: (change: Partial<FulfillmentQuery>) => void;
}

export function FulfillmentsFilters({ query, counts, onChange }: FulfillmentsFiltersProps): ReactNode {
  const words = text.fulfillments;
  return (
    <>
      <Segments
        label={words.segments.label}
        segments={segmentNames.map((value) => ({ value, label: words.segments[value], count: counts?.[value] }))}
        value={query.segment}
        onChange={(segment) => onChange({ segment })}
      />
      <Segments
        label={words.types.label}
        segments={types.map((value) => ({ value, label: words.types[value] }))}
        value={query.type ?? 'all'}
        onChange={(type) => onChange({ type: type === 'all' ? null : type })}
      />
      <span className={styles.asOf}>
        <AsOf />
      </span>
    </>
  );
}

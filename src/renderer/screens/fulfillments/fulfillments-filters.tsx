import type { ReactNode } from 'react';
import { AsOf } from '../../components/as-of.tsx';
import { Segments } from '../../components/segments.tsx';
import type { Output } from '../../state/bridge.ts';
import { type FulfillmentQuery, roundFilterOf } from '../../state/fulfillments-state.ts';
import { text } from '../../text.ts';
import { PickRoundButton, PickRoundPanel } from '../prints/pick-round-panel.tsx';
import styles from './fulfillments-filters.module.css';
import { segmentNames, taskNames } from './segment-names.ts';

const types = ['all', 'delivery', 'pickup'] as const;

interface FulfillmentsFiltersProps {
  readonly query: FulfillmentQuery;
  readonly counts: Output<'fulfillments.counts'> | null;
  readonly tasks: Output<'fulfillments.tasks'> | null;
  readonly onChange: (change: Partial<FulfillmentQuery>) => void;
}

export function FulfillmentsFilters({ query, counts, tasks, onChange }: FulfillmentsFiltersProps): ReactNode {
  const words = text.fulfillments;
  return (
    <>
      <Segments
        label={words.tasks.label}
        segments={taskNames.map((value) => ({
          value,
          label: words.tasks[value],
          // An empty task needs no figure, and none is worth the room.
          count: value === 'none' || !tasks?.[value] ? undefined : tasks[value],
        }))}
        value={query.task ?? 'none'}
        onChange={(task) => onChange({ task: task === 'none' ? null : task })}
      />
      {query.task === null ? (
        <Segments
          label={words.segments.label}
          segments={segmentNames.map((value) => ({
            value,
            label: words.segments[value],
            count: counts?.[value],
            isMore: value === 'all' ? counts?.isMore : counts?.isMoreOpen,
          }))}
          value={query.segment}
          onChange={(segment) => onChange({ segment })}
        />
      ) : null}
      <Segments
        label={words.types.label}
        segments={types.map((value) => ({ value, label: words.types[value] }))}
        value={query.type ?? 'all'}
        onChange={(type) => onChange({ type: type === 'all' ? null : type })}
      />
      <PickRoundButton />
      <span className={styles.asOf}>
        <AsOf />
      </span>
      <PickRoundPanel filter={roundFilterOf(query)} />
    </>
  );
}

import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { SyncStatusView } from '../../contract/sync.ts';
import { searched } from '../state/searched.ts';
import { useApp } from '../state/use-app.ts';
import { text } from '../text.ts';
import buttons from './button.module.css';
import { EmptyState } from './empty-state.tsx';
import { WhyNotHere } from './why-not-here.tsx';

const bySync: Readonly<Partial<Record<SyncStatusView['state'], string>>> = {
  not_linked: text.states.notLinked,
  not_bound: text.states.notBound,
  pulling: text.states.pulling,
};

interface NoRowsProps {
  readonly search: string;
  /** Whether a filter besides the search leaves rows out. */
  readonly filtered: boolean;
  /** What happens next, where there simply is nothing yet. */
  readonly emptySentence: string;
  readonly onClear: () => void;
}

const isOrderNumber = (search: string): boolean => /^\d{1,15}$/.test(search);

/** Instead of rows: nothing matches (and, for a number, why that order is not here), or nothing is there yet. */
export function NoRows({ search, filtered, emptySentence, onClear }: NoRowsProps): ReactNode {
  const { sync } = useApp();
  const state = useStore(sync.store, ({ status }) => status?.state ?? null);
  const wanted = searched(search);
  if (wanted === '' && !filtered) {
    return <EmptyState sentence={(state === null ? undefined : bySync[state]) ?? emptySentence} />;
  }
  return (
    <EmptyState sentence={wanted === '' ? text.states.nothingMatchesFilter : text.states.nothingMatches(wanted)}>
      {isOrderNumber(wanted) ? <WhyNotHere key={wanted} orderId={wanted} /> : null}
      <button type="button" className={buttons.button} onClick={onClear}>
        {text.states.clear}
      </button>
    </EmptyState>
  );
}

import type { ReactNode } from 'react';
import { text } from '../text.ts';
import buttons from './button.module.css';
import { EmptyState } from './empty-state.tsx';

/** Instead of rows where nothing matches what is searched for. */
export function NothingMatches({
  search,
  onClear,
}: {
  readonly search: string;
  readonly onClear: () => void;
}): ReactNode {
  return (
    <EmptyState sentence={text.states.nothingMatches(search)}>
      <button type="button" className={buttons.button} onClick={onClear}>
        {text.states.clear}
      </button>
    </EmptyState>
  );
}

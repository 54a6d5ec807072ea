import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  readonly sentence: string;
  /** Buttons: what can be done about it. */
  readonly children?: ReactNode;
}

/** What stands where rows or a record would: one sentence, and what can be done. */
export function EmptyState({ sentence, children }: EmptyStateProps): ReactNode {
  return (
    <div className={styles.empty}>
      <p>{sentence}</p>
      {children === undefined ? null : <div className={styles.actions}>{children}</div>}
    </div>
  );
}

import type { ReactNode } from 'react';
import { text } from '../text.ts';
import styles from './list-body.module.css';

interface ListBodyProps {
  /** False until the list has been read for the first time. */
  readonly isRead: boolean;
  readonly hasFault: boolean;
  readonly isEmpty: boolean;
  readonly empty: ReactNode;
  readonly children: ReactNode;
}

/** The rows, or what stands in their place. */
export function ListBody({ isRead, hasFault, isEmpty, empty, children }: ListBodyProps): ReactNode {
  if (!isRead)
    return hasFault ? (
      <section className={styles.body} id="list" tabIndex={-1} />
    ) : (
      <p className={styles.reading} aria-busy="true">
        {text.states.reading}
      </p>
    );
  return (
    <div className={styles.body}>
      {isEmpty ? (
        <section className={styles.empty} id="list" tabIndex={-1} aria-live="polite">
          {empty}
        </section>
      ) : (
        children
      )}
    </div>
  );
}

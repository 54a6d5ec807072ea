import type { ReactNode } from 'react';
import type { Fault } from '../../contract/fault.ts';
import { text } from '../text.ts';
import { FaultNote } from './fault-note.tsx';
import styles from './list-body.module.css';

interface RecordBodyProps<T> {
  /** The record asked for; null until it is read. */
  readonly view: T | null;
  readonly fault: Fault | null;
  readonly onAgain: () => void;
  readonly children: (view: T) => ReactNode;
}

/** A record, and above it the reason when reading it again failed. */
export function RecordBody<T>({ view, fault, onAgain, children }: RecordBodyProps<T>): ReactNode {
  return (
    <>
      {fault === null ? null : <FaultNote fault={fault} onAgain={onAgain} />}
      {view === null && fault === null ? (
        <p className={styles.reading} aria-busy="true">
          {text.states.reading}
        </p>
      ) : null}
      {view === null ? null : children(view)}
    </>
  );
}

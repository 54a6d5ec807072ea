import type { ReactNode } from 'react';
import { text } from '../text.ts';
import styles from './notes.module.css';
import { Section } from './section.tsx';

interface NotesProps {
  readonly customerMessage: string;
  readonly staffNotes: string;
}

/** What the customer and staff wrote; nothing when neither did. */
export function Notes({ customerMessage, staffNotes }: NotesProps): ReactNode {
  return (
    <>
      {customerMessage === '' ? null : (
        <Section title={text.record.customerMessage}>
          <p className={styles.note}>{customerMessage}</p>
        </Section>
      )}
      {staffNotes === '' ? null : (
        <Section title={text.record.staffNotes}>
          <p className={styles.note}>{staffNotes}</p>
        </Section>
      )}
    </>
  );
}

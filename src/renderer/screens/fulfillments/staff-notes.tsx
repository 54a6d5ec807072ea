import type { ReactNode } from 'react';
import type { FulfillmentView } from '../../../contract/fulfillments.ts';
import { Section } from '../../components/section.tsx';
import { whenOf } from '../../format/instants.ts';
import { withKeys } from '../../format/unique-keys.ts';
import { text } from '../../text.ts';
import styles from './staff-notes.module.css';

const words = text.fulfillments;

interface StaffNotesProps {
  readonly notes: FulfillmentView['notes'];
  readonly timeZone: string;
  readonly now: number;
}

/** What staff here wrote for whoever works on it next; nothing where nobody did. */
export function StaffNotes({ notes, timeZone, now }: StaffNotesProps): ReactNode {
  if (notes.length === 0) return null;
  return (
    <Section title={words.notes}>
      <ul className={styles.notes}>
        {withKeys(notes, ({ at, text: note }) => `${at} ${note}`).map(({ key, item: note }) => (
          <li key={key} className={styles.note}>
            <p className={styles.text}>{note.text}</p>
            <p className={styles.by}>{words.noteBy(note.by ?? words.somebody, whenOf(note.at, timeZone, now))}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

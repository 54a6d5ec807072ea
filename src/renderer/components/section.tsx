import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

interface SectionProps {
  readonly title: string;
  /** Where the focus can be sent to it. */
  readonly id?: string;
  readonly children: ReactNode;
}

/** A titled part of a record. */
export function Section({ title, id: place, children }: SectionProps): ReactNode {
  const id = useId();
  return (
    <section className={styles.section} id={place} aria-labelledby={id} tabIndex={place === undefined ? undefined : -1}>
      <h3 id={id} className={styles.title}>
        {title}
      </h3>
      {children}
    </section>
  );
}

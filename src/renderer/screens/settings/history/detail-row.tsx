import type { ReactNode } from 'react';
import styles from './detail-row.module.css';

interface DetailRowProps {
  readonly name: string;
  readonly about: string;
  readonly note?: string;
  readonly figure?: ReactNode;
}

/** One thing of an outcome: what it is, what is worth knowing of it, and its figure. */
export function DetailRow({ name, about, note = '', figure = null }: DetailRowProps): ReactNode {
  return (
    <div className={styles.row}>
      <span className={styles.what}>
        <span className={styles.name}>{name}</span>
        <span className={styles.about}>{about}</span>
      </span>
      {note === '' ? null : <span className={styles.note}>{note}</span>}
      {figure === null ? null : <span className={styles.figure}>{figure}</span>}
    </div>
  );
}

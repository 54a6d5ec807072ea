import { type ReactNode, useId } from 'react';
import field from '../../../components/field.module.css';
import look from '../section-page.module.css';
import styles from './backup.module.css';

interface PathFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A file or folder of this machine, typed by its whole path. */
export function PathField({ label, hint, value, onChange }: PathFieldProps): ReactNode {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={field.field}
        autoComplete="off"
        spellCheck={false}
        maxLength={1_000}
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      <p id={`${id}-hint`} className={look.soft}>
        {hint}
      </p>
    </div>
  );
}

import type { ReactNode } from 'react';
import styles from './refused.module.css';

/** Why something that was asked for was not done, where it was asked. */
export function Refused({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <p className={styles.refused} role="alert">
      {children}
    </p>
  );
}

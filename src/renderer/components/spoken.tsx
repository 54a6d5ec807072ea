import type { ReactNode } from 'react';
import styles from './spoken.module.css';

/** Words for those who hear the screen; what others see says it without them. */
export function Spoken({ children }: { readonly children: ReactNode }): ReactNode {
  return <span className={styles.spoken}>{children}</span>;
}

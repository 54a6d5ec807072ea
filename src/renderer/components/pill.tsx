import type { ReactNode } from 'react';
import type { Look } from './looks.ts';
import styles from './pill.module.css';

/** A status: words, shape and colour. `quiet` leaves out the tinted ground, for statuses that are as expected. */
export function Pill({ look, quiet = false }: { readonly look: Look; readonly quiet?: boolean }): ReactNode {
  const Icon = look.icon;
  return (
    <span className={styles.pill} data-tone={look.tone} data-quiet={quiet}>
      <Icon size={14} strokeWidth={2.25} aria-hidden />
      <span className={styles.label}>{look.label}</span>
    </span>
  );
}

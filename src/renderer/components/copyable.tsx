import type { ReactNode } from 'react';
import { CopyButton } from './copy-button.tsx';
import styles from './copyable.module.css';

interface CopyableProps {
  readonly what: string;
  readonly lines: readonly string[];
}

/** A fact about a person with a button to copy it; nothing when there is none. */
export function Copyable({ what, lines }: CopyableProps): ReactNode {
  if (lines.length === 0) return null;
  return (
    <div className={styles.fact}>
      <dt className={styles.what}>{what}</dt>
      <dd className={styles.lines}>{lines.join('\n')}</dd>
      <dd>
        <CopyButton what={what} value={lines.join('\n')} />
      </dd>
    </div>
  );
}

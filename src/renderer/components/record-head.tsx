import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIsWide } from '../state/use-media.ts';
import { text } from '../text.ts';
import buttons from './button.module.css';
import styles from './record-head.module.css';

interface RecordHeadProps {
  readonly title: string;
  readonly subtitle: string;
  /** Its one figure, at the right. */
  readonly figure?: ReactNode;
  /** Pills and links. */
  readonly children: ReactNode;
  readonly onBack: () => void;
}

/** The head of a record: what it is, how much it is, and the way back where it covers the list. */
export function RecordHead({ title, subtitle, figure, children, onBack }: RecordHeadProps): ReactNode {
  const isWide = useIsWide();
  return (
    <header className={styles.head}>
      {isWide ? null : (
        <button
          type="button"
          className={`${buttons.bare} ${styles.back}`}
          onClick={onBack}
          aria-label={text.record.back}
        >
          <ArrowLeft size={20} aria-hidden />
        </button>
      )}
      <div className={styles.names}>
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.subtitle}>{subtitle}</p>
      </div>
      {figure === undefined ? null : <p className={styles.figure}>{figure}</p>}
      <div className={styles.facts}>{children}</div>
    </header>
  );
}
